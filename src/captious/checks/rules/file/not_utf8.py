"""The file is not encoded as UTF-8.

## Why it matters

Upload forms expect UTF-8.
WebVTT is always decoded as UTF-8, so in any other encoding accents and quotation marks are garbled, or the signature is
not found at all.
SubRip players guess the encoding, each in its own way.

## Fails

- A file in UTF-16, or a file read with `--encoding cp1252`.
- TTML in UTF-8 whose XML declaration states another encoding: parsers go by what it states, and read other letters or
  nothing.

## Passes

UTF-8, which includes ASCII.

## Fix safety

The fix is safe: it re-encodes the file as UTF-8 and keeps every character.
What an XML declaration states becomes UTF-8.

## Sources

- W3C, WebVTT §4.1: a WebVTT file is encoded as UTF-8.
- YouTube Help, supported subtitle files: plain UTF-8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.finding import Fix, Severity
from captious.core.span import Span
from captious.formats.encoding import stated_encoding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The encoding of ``subject``, if it is not UTF-8."""
    encoding = subject.document.encoding
    if encoding in ("utf-8", "ascii"):
        stated = stated_encoding(subject.source)
        if stated and _reads_otherwise(subject.source, stated):
            fix = Fix((), True, "State UTF-8", reencode=True)
            yield RULE.at(
                Span(0, 0, 1, 1),
                f"the file is encoded as UTF-8, but states {stated}",
                fix=fix,
                severity=Severity.ERROR,
            )
        return
    severity = Severity.ERROR if subject.document.format == "vtt" else Severity.WARNING
    fix = Fix((), True, "Re-encode the file as UTF-8", reencode=True)
    yield RULE.at(
        Span(0, 0, 1, 1), f"the file is encoded as {encoding.upper()}, not UTF-8", fix=fix, severity=severity
    )


def _reads_otherwise(text: str, encoding: str) -> bool:
    """Whether a parser that takes the UTF-8 of a text for another encoding reads something else, or nothing."""
    try:
        return text.encode().decode(encoding) != text
    except (UnicodeError, LookupError):
        return True


RULE = Rule("FIL001", "not-utf8", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe")
