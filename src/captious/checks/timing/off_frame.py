"""A cue does not begin or end on a frame of the video.

## Why it matters

A caption can only appear with a frame. Times between two frames are moved by every program in its own way, and a cue
meant to change with the picture changes a frame beside it.

## Fails

At 25 frames per second, a cue that begins at 1.010 s: the frames are at 1.000 s and 1.040 s.

## Passes

A time that is the start of a frame, rounded to milliseconds. Without a known frame rate the rule is silent.

## Fix safety

Both times move to the nearest frame, the end to the one after it where the cue would otherwise be too short to read.
Nothing overlaps by it that did not before, so it is safe.

## Sources

- Subtitle Edit, "Beautify time codes".
- Decimal names of the NTSC rates stand for n × 1000/1001: SMPTE ST 12-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.edits import move_times
from captious.checks.model import Group, NoOptions, Rule
from captious.checks.subject import TOLERANCE_MS
from captious.checks.timing.room import Room
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.checks.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject, options: NoOptions) -> Iterator[Finding]:  # noqa: ARG001 - every rule takes options
    """The cues of ``subject`` with a time between two frames."""
    rate = subject.frame_rate
    if rate is None:
        return
    room = Room(subject)
    grid = room.grid
    for number, (start, end) in enumerate(zip(subject.starts, subject.ends, strict=True)):
        near_start, near_end = grid.ms(grid.nearest(start)), grid.ms(grid.nearest(end))
        # some programs cut where others round, so a millisecond is nothing
        off = [
            f"{name} {time - near:+d} ms"
            for name, time, near in (("start", start, near_start), ("end", end, near_end))
            if abs(time - near) > 1
        ]
        if not off or end <= start or start < 0:
            continue
        yield RULE.at(
            subject.times_span(number),
            f"not on a frame at {float(rate):.6g} frames per second ({', '.join(off)})",
            cue=number + 1,
            fix=_snap(subject, number, near_start, near_end, room),
        )


def _snap(subject: Subject, number: int, start: int, end: int, room: Room) -> Fix | None:
    if end <= start:
        return None
    needed = room.needs(number) - TOLERANCE_MS
    if subject.durations[number] >= needed > end - start:
        later = room.grid.ms(room.grid.nearest(end) + 1)
        latest = room.latest_end(number)
        if latest is not None and room.grid.nearest(later) > latest:
            return None
        end = later
    return move_times(subject, number, start, end, "Put the times on frames")


RULE = Rule("TIM008", "off-frame", Severity.WARNING, Group.OPT_IN, check, __doc__, fix="safe")
