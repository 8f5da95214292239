"""A cue shows nothing.

## Why it matters

A cue without text is what an edit left behind. It clears the screen where nobody meant to, it counts in every
statistic, and some players and upload forms refuse the file.

## Fails

A cue of times alone, of blanks, or of tags with nothing between them.

## Passes

A cue with any visible text, be it a single note sign.

## Fix safety

The cue is removed. It holds no word, but cues are never removed unasked, so the fix is unsafe. The numbers of the
cues after it are put right by the rule about numbers.

## Sources

- Subtitle Edit, SubtitleComposer, srt-lint-mcp and most other checkers report empty cues.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.removal import remove_cue
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` without visible text."""
    for index in [index for index, cue in enumerate(subject.cues) if not cue.lines]:
        yield RULE.at(
            subject.cue_span(index),
            "the cue shows no text",
            index=index,
            fix=remove_cue(subject, index, "Remove the cue"),
        )


RULE = Rule("TXT001", "empty-cue", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
