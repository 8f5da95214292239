"""The file is not in UTF-8.

## Why it matters

Upload forms take UTF-8. WebVTT is always read as UTF-8, whatever it is in, so accents and quotation marks turn into
rubbish or the signature is not found at all. SubRip players guess, each in its own way.

## Fails

A file in UTF-16, or one read with `--encoding cp1252`.

## Passes

UTF-8, of which ASCII is a part.

## Fix safety

The file is written again in UTF-8. Every character stays, so it is safe.

## Sources

- W3C, WebVTT §4.1: a WebVTT file is encoded as UTF-8.
- YouTube Help, supported subtitle files: plain UTF-8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.finding import Fix, Severity
from captious.core.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The encoding of ``subject``, if it is not UTF-8."""
    encoding = subject.document.encoding
    if encoding in ("utf-8", "ascii"):
        return
    severity = Severity.ERROR if subject.document.format == "vtt" else Severity.WARNING
    fix = Fix((), True, "Write the file in UTF-8", reencode=True)
    yield RULE.at(
        Span(0, 0, 1, 1), f"the file is in {encoding.upper()}, not UTF-8", fix=fix, severity=severity
    )


RULE = Rule("FIL001", "not-utf8", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe")
