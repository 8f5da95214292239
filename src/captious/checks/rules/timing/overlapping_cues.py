"""A cue ends after the next one has begun.

## Why it matters

Most players show two captions on top of each other, or drop one of them.
An overlap is usually an accident: an edit moved one time and not the other.

Cues that overlap on purpose, in different positions on screen, are not reported: different WebVTT `line`, `position` or
`region` settings, different SubRip coordinates, or a leading `{\\an8}` on one of the two.

## Fails

A cue that ends at 3.5 s, before one that begins at 3.0 s.

## Passes

A cue that ends exactly when the next one begins.

## Fix safety

The fix ends the first cue where the second begins, or earlier by the minimum gap of the style.
It is safe if the cue keeps the style's minimum duration and reading speed, or loses no more than a frame if it kept
neither before.
Otherwise it is unsafe, because moving the second cue may be better.
There is no fix if both cues begin together.

## Sources

- Subtitle Edit, "Fix overlapping display times".
- W3C WebVTT 1, cue positioning: cues shown at once are moved apart by the renderer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.edits import move_end
from captious.analysis.free_time import FreeTime
from captious.checks.model import Group, Rule
from captious.core.clock import srt_time
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix

_PLACE = re.compile(r"\{\\(?:an?[0-9]{1,2}|pos\([^){}]{0,40}\))", re.ASCII)


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that end after the next one begins."""
    free_time: FreeTime | None = None
    for index, gap in enumerate(subject.gaps):
        if gap >= 0 or subject.durations[index] <= 0:
            continue
        cue, following = subject.cues[index], subject.cues[index + 1]
        if following.start_ms < cue.start_ms or cue.settings != following.settings:
            continue
        if _place(cue.text) != _place(following.text):
            continue
        free_time = free_time or FreeTime(subject)
        yield RULE.at(
            subject.times_span(index),
            f"overlaps the next cue by {-gap:,} ms ({srt_time(cue.end_ms)} > {srt_time(following.start_ms)})",
            index=index,
            fix=_trim(subject, index, free_time),
        )


def _place(text: str) -> str:
    match = _PLACE.match(text)
    return match[0] if match else ""


def _trim(subject: Subject, index: int, free_time: FreeTime) -> Fix | None:
    start, following = subject.starts[index], subject.starts[index + 1]
    # the start of a frame may be written one millisecond before its rounded time
    end = min(free_time.grid.ms(free_time.grid.floor(following) - free_time.policy.smallest), following)
    safe = end > start and free_time.keeps(index, end - start)
    if end <= start:
        end = min(free_time.grid.ms(free_time.grid.floor(following)), following)
    if end <= start:
        return None
    message = "End the cue where the next one begins"
    if not safe:
        message += f", which leaves {end - start:,} ms to read it"
    return move_end(subject, index, end, message, safe=safe)


RULE = Rule("TIM003", "overlapping-cues", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe or unsafe")
