"""The file begins with a byte order mark that was read as letters.

## Why it matters

`ï»¿1` is what remains of a byte order mark and a cue number after a program read UTF-8 in another encoding and saved
the result.
SubRip players lose the first cue.

## Fails

`ï»¿` at the start of a file, once or several times, or what other encodings make of the mark.

## Passes

A byte order mark; `byte-order-mark` reports that.
The letters above the signature of a WebVTT file; `vtt-missing-signature` reports them.

## Fix safety

The fix is safe: it removes the letters, which are no text.

## Sources

- Unicode Standard 23.8: the byte order mark.
- WHATWG Encoding Standard (windows-1252), which shows its bytes as letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.issue import GARBLED_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The letters at the start of ``subject`` that were a byte order mark."""
    return from_reader(subject, RULE, _remove)


def _remove(_: Subject, finding: Finding) -> Fix:
    return Fix((Edit(finding.span.start, finding.span.end, ""),), True, "Remove the letters")


RULE = issue_rule(GARBLED_MARK, check, __doc__, fix="safe")
