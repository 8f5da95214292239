"""A cue does not begin or end on a frame of the video.

## Why it matters

A caption can only appear with a frame.
Every program rounds a time between two frames in its own way, so a cue meant to change with the picture changes one
frame early or late.

## Fails

At 25 frames per second (fps), a cue that begins at 1.010 s: the frames are at 1.000 s and 1.040 s.

## Passes

A time that is the start of a frame, rounded to milliseconds.
If the frame rate is unknown, the rule is skipped.

## Fix safety

The fix is safe: no cues overlap that did not overlap before.
It moves both times to the nearest frame, and the end to the frame after if the cue would be too short to read.

## Sources

- Subtitle Edit, "Beautify time codes".
- Decimal names of the NTSC rates stand for n × 1000/1001: SMPTE ST 12-1.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from captious.analysis.edits import move_end, move_start, move_times
from captious.analysis.free_time import FreeTime
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with a time between two frames."""
    rate = subject.frame_rate
    if rate is None:
        return
    free_time = FreeTime(subject)
    grid = free_time.grid
    for index, (start, end) in enumerate(zip(subject.starts, subject.ends, strict=True)):
        near_start, near_end = grid.ms(grid.nearest(start)), grid.ms(grid.nearest(end))
        # some programs truncate where others round, so a millisecond is tolerated
        off = [
            f"{name} {time - near:+,d} ms"
            for name, time, near in (("start", start, near_start), ("end", end, near_end))
            if abs(time - near) > 1
        ]
        if not off or end <= start or start < 0:
            continue
        yield RULE.at(
            subject.times_span(index),
            f"not on a frame at {float(rate):.6g} frames per second ({', '.join(off)})",
            index=index,
            fix=_snap(subject, index, near_start, near_end, free_time),
        )


def _snap(subject: Subject, index: int, start: int, end: int, free_time: FreeTime) -> Fix | None:
    """The fix that moves a cue to frames, and with it the times of its neighbours that are the same boundary."""
    grid = free_time.grid
    around = slice(max(index - 1, 0), index + 2)
    starts = subject.starts[around]
    if min(subject.durations[around]) < grid.ms(2) or starts != sorted(starts):
        # a cue of less than two frames, or cues out of order, have more serious issues
        return None
    if not free_time.keeps(index, end - start):
        end = grid.ms(grid.nearest(end) + 1)
    longer = end - start > subject.durations[index]
    if end <= start or (longer and free_time.is_too_long(end - start)):
        return None
    if longer and subject.media_ms is not None and subject.ends[index] <= subject.media_ms < end:
        return None
    message = "Move the times to frames"
    fixes = [move_times(subject, index, start, end, message)]
    # moved alone, a time could pass the neighbour's time next to it
    if index:
        before = subject.ends[index - 1]
        earlier = grid.ms(grid.nearest(before))
        if _breaks_gap(free_time, index - 1, grid.nearest(start) - grid.nearest(before)):
            return None
        if start < before <= subject.starts[index]:
            left = earlier - subject.starts[index - 1]
            if left <= 0 or not free_time.keeps(index - 1, left):
                return None
            fixes.insert(0, move_end(subject, index - 1, earlier, message))
    if index + 1 < len(subject.cues):
        following = subject.starts[index + 1]
        later = grid.ms(grid.nearest(following))
        if subject.starts[index] <= following < start:
            return None
        if _breaks_gap(free_time, index, grid.nearest(following) - grid.nearest(end)):
            return None
        if subject.ends[index] <= following < end:
            left = subject.ends[index + 1] - later
            if left <= 0 or later < end or not free_time.keeps(index + 1, left):
                return None
            fixes.append(move_start(subject, index + 1, later, message))
    edits = [fix.edits for fix in fixes if fix is not None]
    return (
        Fix(tuple(chain.from_iterable(edits)), safe=True, message=message)
        if len(edits) == len(fixes)
        else None
    )


def _breaks_gap(free_time: FreeTime, index: int, gap: int) -> bool:
    """Whether an allowed gap after a cue would become one that the style does not allow."""
    if free_time.subject.gaps[index] < 0:
        return False
    return free_time.policy.allows(max(free_time.gap_after(index), 0)) and not free_time.policy.allows(gap)


RULE = Rule(
    "TIM008", "off-frame", Severity.WARNING, Group.OPT_IN, check, __doc__, fix="safe", changes=Change.START
)
