"""A cue ends after the next one has begun.

## Why it matters

Most players show two captions on top of each other, or drop one of them. In a file where cues are made to follow each
other, an overlap is always an accident: an edit moved one end and not the other.

Cues that overlap on purpose, in different places of the screen (WebVTT `line`, `position` or `region` settings that
differ), are not reported.

## Fails

A cue that ends at 3.5 s, before one that begins at 3.0 s.

## Passes

A cue that ends exactly when the next one begins.

## Fix safety

The first cue ends where the second begins. That is safe as long as it is still shown at all; when the second cue begins
before the first, nothing is changed.

## Sources

- Subtitle Edit, "Fix overlapping display times".
- W3C WebVTT 1, cue positioning: cues shown at once are moved apart by the renderer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.edits import move_end
from captious.checks.model import Group, NoOptions, Rule
from captious.core.clock import srt_time
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.checks.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject, options: NoOptions) -> Iterator[Finding]:  # noqa: ARG001 - every rule takes options
    """The cues of ``subject`` that end after the next one begins."""
    for number, gap in enumerate(subject.gaps):
        if gap >= 0 or subject.durations[number] <= 0:
            continue
        cue, following = subject.cues[number], subject.cues[number + 1]
        if following.start_ms < cue.start_ms or cue.settings != following.settings:
            continue
        fix = None
        if following.start_ms > cue.start_ms:
            fix = move_end(subject, number, following.start_ms, "End the cue where the next one begins")
        yield RULE.at(
            subject.times_span(number),
            f"overlaps the next cue by {-gap} ms ({srt_time(cue.end_ms)} > {srt_time(following.start_ms)})",
            cue=number + 1,
            fix=fix,
        )


RULE = Rule("TIM003", "overlapping-cues", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe")
