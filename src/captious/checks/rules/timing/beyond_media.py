"""A cue begins or ends after the end of the media.

## Why it matters

What comes after the end is never seen.
If the last cues of a file are past the end, the file often belongs to another edit of the video.

## Fails

A cue from 58 s to 62 s in a video of one minute.

## Passes

A cue that ends exactly with the media.
If the duration of the media is unknown, the rule is skipped.

## Fix safety

The fix ends the cue with the media, if the cue keeps the style's minimum duration and reading speed.
It is safe if the cue ends no more than half a second sooner; otherwise it is unsafe, because more than the end of the
cue may be wrong.
A cue that begins after the end needs a manual fix.

## Sources

- EZTitles, "Check": cues outside the programme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.edits import move_end
from captious.analysis.free_time import FreeTime
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Group, Rule
from captious.core.clock import srt_time
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that begin or end after the end of the media."""
    media = subject.media_ms
    if media is None:
        return
    free_time: FreeTime | None = None
    for index, end in enumerate(subject.ends):
        if end <= media + TOLERANCE_MS or subject.durations[index] <= 0:
            continue
        start = subject.starts[index]
        fix = None
        if start >= media:
            message = f"begins after the end of the media ({srt_time(start)} > {srt_time(media)})"
            if start == media:
                message = f"begins as the media ends ({srt_time(start)})"
        else:
            message = f"ends after the end of the media ({srt_time(end)} > {srt_time(media)})"
            free_time = free_time or FreeTime(subject)
            last = free_time.grid.ms(free_time.grid.floor(media))
            # where another cue follows past the end, clamping this one can leave a gap that no fix closes
            alone = index + 1 == len(subject.ends) or free_time.policy.allows(
                free_time.grid.floor(subject.starts[index + 1]) - free_time.grid.nearest(last)
            )
            if last > start and alone and free_time.keeps(index, last - start):
                fix = move_end(subject, index, last, "End the cue with the media")
        yield RULE.at(
            subject.times_span(index),
            message,
            index=index,
            fix=fix,
            severity=Severity.ERROR if start >= media else Severity.WARNING,
        )


RULE = Rule("TIM009", "beyond-media", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe or unsafe")
