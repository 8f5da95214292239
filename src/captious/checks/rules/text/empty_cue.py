"""A cue has no visible text.

## Why it matters

A cue without text is usually left over from an edit.
It clears the screen for no reason, counts in every statistic, and some players and upload forms reject the file.

## Fails

A cue with times only, with nothing but spaces, or with tags and nothing between them.

## Passes

- A cue with any visible text, even a single music note.
- WebVTT times with a blank line between them and their text, which `vtt-blank-line-in-text` reports.

## Fix safety

The cue is removed.
It holds no words, but a safe fix never removes a cue, so the fix is unsafe.
There is no fix if text that belongs to no cue is below it, because it may be the text of this cue.
The rules about cue numbers renumber the cues after it.

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
            "the cue has no visible text",
            index=index,
            fix=remove_cue(subject, index, "Remove the cue"),
        )


RULE = Rule("TXT001", "empty-cue", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
