"""A cue is shown for less time than the style allows.

## Why it matters

The eye needs a moment to find a caption before it reads the first word. A cue of half a second is a flash: seen, but
not read.

## Fails

A cue shown for 700 ms under a style whose shortest is 1,000 ms.

## Passes

A cue shown for exactly the minimum, or up to 5 ms less: times on frames are rounded to milliseconds.

## Fix safety

The cue ends later, if there is free time enough before the next cue. The fix keeps the gap the style wants to the
next cue, its maximum duration and the end of the media, so it is safe. A cue without room after it is left to a
person: it can begin earlier, or be joined with its neighbour. With the option `lead_ms` the fix may also begin a cue
earlier, by that much at most.

## Sources

- The limit and its source are those of the style: `timing.min_duration_ms`.
- 5 ms of tolerance: a public Netflix linter allows as much on durations.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.edits import move_times
from captious.analysis.free_time import FreeTime
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `short-duration`.

    Args:
        lead_ms: how much earlier a cue may begin where there is not enough room after it.
    """

    lead_ms: int = 0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` that are shown too short."""
    limit = subject.profile.timing.min_duration_ms
    least = limit.value - TOLERANCE_MS
    room: FreeTime | None = None
    for index, duration in enumerate(subject.durations):
        if duration >= least or duration <= 0:
            continue
        room = room or FreeTime(subject)
        times = room.extend(index, round(limit.value), lead_ms=options.lead_ms)
        fix = move_times(subject, index, *times, "Show the cue longer") if times is not None else None
        free = room.free_after(index)
        message = f"shown too short ({duration} < {limit.value:g} ms)"
        if fix is None and free is not None:
            message += f"; only {free} ms are free after it, {room.free_before(index)} ms before it"
        yield RULE.at(
            subject.times_span(index),
            message,
            index=index,
            fix=fix,
            severity=subject.severity_of(limit),
        )


RULE = Rule(
    "TIM004", "short-duration", Severity.ERROR, Group.DEFAULT, check, __doc__, options=Options, fix="safe"
)
