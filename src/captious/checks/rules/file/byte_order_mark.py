"""The file begins with a byte order mark.

## Why it matters

UTF-8 does not need a byte order mark.
Browsers skip it, but simple SubRip players read it as part of the first cue number and lose the first cue.

## Fails

The bytes EF BB BF at the start of a file.

## Passes

A file that begins with its first character.
UTF-16 needs its byte order mark; `not-utf8` reports that encoding.

## Fix safety

The fix is safe: it removes the byte order mark, which is not part of the text.

## Sources

- pre-commit-hooks, `fix-byte-order-marker`.
- W3C, WebVTT §4.1: an optional byte order mark.
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
    """The byte order mark of ``subject``."""
    document = subject.document
    if not document.bom or document.encoding != "utf-8":
        return
    severity = Severity.INFO if document.format == "vtt" else Severity.WARNING
    fix = Fix((), True, "Remove the byte order mark", reencode=True)
    yield RULE.at(Span(0, 0, 1, 1), "the file begins with a byte order mark", fix=fix, severity=severity)


RULE = Rule(
    "FIL002",
    "byte-order-mark",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="safe",
    formats=("srt", "vtt", "sbv"),
)
