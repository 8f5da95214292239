"""Two cues have the same number.

## Why it matters

A reference to cue 12 in an email or a review tool is ambiguous.
Repeated numbers are also a sign of files that were pasted together.

## Fails

Two cues with the number 12.

## Passes

A file in which every cue number is unique.

## Fix safety

The fix is safe: it numbers all cues of the file by their position.
Text, times and the order of the cues stay the same.
A cue that could not be read counts, and the numbers after it stay if they go on from those above.

## Sources

- Subtitle editors number the cues again when they save.
- srt-linter and srt-lint-mcp check that numbers rise by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.numbering import renumber
from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import REPEATED_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with a number used before."""
    return from_reader(subject, RULE, renumber)


RULE = issue_rule(REPEATED_INDEX, check, __doc__, formats=("srt",), fix="safe")
