"""A cue is shown for less time than the style allows.

## Why it matters

The eye needs a moment to find a caption before it reads the first word.
A cue of half a second is seen, but not read.

## Fails

A cue shown for 700 ms under a style with a minimum of 1,000 ms.

## Passes

A cue shown for exactly the minimum, or up to 5 ms less: times on frames are rounded to milliseconds.
Where the minimum is advice and not a guide's limit, nine tenths of it pass, too.

## Fix safety

The fix is safe: it keeps the style's gap to the next cue, its maximum duration and the end of the media.
It ends the cue later, if there is enough free time before the next cue.
With the option `lead_ms` it may also begin the cue earlier, by no more than that time; by more than half a second, it
is unsafe.
Where there is no free time, begin the cue earlier or join it with its neighbour by hand.

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
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_ENOUGH = 0.9
"""Share of a limit that is advice only from which on no captioner we know of would act."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `short-duration`.

    Args:
        lead_ms: how much earlier a fix may begin a cue if there is not enough free time after it.
    """

    lead_ms: int = 0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` that are shorter than the minimum duration."""
    limit = subject.profile.timing.min_duration_ms
    least = limit.value - TOLERANCE_MS
    if limit.basis == "advisory":
        least = limit.value * _ENOUGH
    free_time: FreeTime | None = None
    for index, duration in enumerate(subject.durations):
        if duration >= least or duration <= 0:
            continue
        free_time = free_time or FreeTime(subject)
        times = free_time.extend(index, round(limit.value), lead_ms=options.lead_ms)
        fix = move_times(subject, index, *times, "Show the cue longer") if times is not None else None
        free = free_time.free_after(index)
        message = f"duration too short ({duration:,} < {limit.value:,g} ms)"
        if fix is None and free is not None:
            message += f"; only {free:,} ms are free after it, {free_time.free_before(index):,} ms before it"
        yield RULE.at(
            subject.times_span(index),
            message,
            index=index,
            fix=fix,
            severity=subject.severity_of(limit),
        )


RULE = Rule(
    "TIM004",
    "short-duration",
    Severity.ERROR,
    Group.DEFAULT,
    check,
    __doc__,
    options=Options,
    fix="safe or unsafe",
    changes=Change.START,
)
