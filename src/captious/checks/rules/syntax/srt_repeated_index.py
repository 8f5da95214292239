"""A cue has the number of an earlier cue.

## Why it matters

Whoever refers to cue 12, in an email or in a review tool, means two. It is also what is left when files were pasted
together.

## Fails

Two cues with the number 12.

## Passes

Every number once.

## Fix safety

Each cue gets the number of its place in the file, up to the next cue whose number is wrong too. Texts and times
stay, so it is safe. Cues found out of order are not moved.

## Sources

- Subtitle editors number the cues again when they save.
- srt-linter and srt-lint-mcp check that numbers rise by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.numbering import Numbering
from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import REPEATED_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with a number used before."""
    return from_reader(subject, RULE, Numbering(subject).fix)


RULE = issue_rule(REPEATED_INDEX, check, __doc__, formats=("srt",), fix="safe")
