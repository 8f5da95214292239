"""The file begins with a byte order mark.

## Why it matters

UTF-8 needs none. Browsers skip it; simple SubRip players take it for a part of the first number and lose the first
cue.

## Fails

The bytes EF BB BF on top of a file.

## Passes

A file that begins with its first character. UTF-16 needs its mark, and is reported as such.

## Fix safety

The mark is left out. It is not a part of the text, so it is safe.

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
    fix = Fix((), True, "Leave out the byte order mark", reencode=True)
    yield RULE.at(Span(0, 0, 1, 1), "the file begins with a byte order mark", fix=fix, severity=severity)


RULE = Rule("FIL002", "byte-order-mark", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="safe")
