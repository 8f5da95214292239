"""A cue number does not follow the number of the cue above.

## Why it matters

A gap in the numbers looks as if cues were lost, and some tools refuse such a file.
The first cue has the number 1.

## Fails

3 after 1, or a file that begins with 0.

## Passes

1, 2, 3, whatever the times are: `cue-out-of-order` checks the order of the times.

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
from captious.formats.srt.issues import INDEX_ORDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` whose number does not follow the one above."""
    return from_reader(subject, RULE, renumber)


RULE = issue_rule(INDEX_ORDER, check, __doc__, formats=("srt",), fix="safe")
