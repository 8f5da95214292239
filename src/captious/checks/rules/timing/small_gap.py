"""The gap between two cues is smaller than the style allows.

## Why it matters

Where a style asks for a gap it is there to be seen: the blink tells the viewer that the caption has changed. Below
two frames it is not seen as a blink, and two captions of the same shape look like one.

## Fails

A gap of 40 ms under a style that asks for 83 ms, or two cues that touch under a style whose cues may not.

## Passes

A gap of exactly the minimum, or up to 5 ms less where times are milliseconds. When the frame rate is known and the
style counts in frames, frames are counted. Cues that touch pass where the style lets them. An overlap is the matter
of `overlapping-cues`.

## Fix safety

The cue ends earlier, or, where cues may touch, as the next one begins. It is done only as long as the cue keeps the
style's minimum duration, reading speed and maximum, so it is safe. Elsewhere a person has to move the next cue or
shorten the text.

## Sources

- The limit and its source are those of the style: `timing.min_gap_ms`, `timing.min_gap_frames`.
- Two frames at 23.976 frames per second are 83.4 ms, stored as 83.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.edits import move_end
from captious.analysis.free_time import FreeTime
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.style.profile import Profile


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that end too close to the next one."""
    timing = subject.profile.timing
    room = FreeTime(subject)
    counts_frames = room.grid.frames and timing.min_gap_frames is not None
    limit = timing.min_gap_frames if counts_frames and timing.min_gap_frames else timing.min_gap_ms
    policy = room.policy
    # generous in milliseconds, so that hardly any gap has to be looked at closely
    most = room.grid.ms(policy.least) + 1
    for index, gap_ms in enumerate(subject.gaps):
        if not 0 <= gap_ms < most or subject.durations[index] <= 0:
            continue
        # the milliseconds say that there is no overlap; counted in frames there might be one
        gap = max(room.gap_after(index), 0)
        if not policy.is_small(gap, room.tolerance):
            continue
        shown = f"{gap} < {limit.value:g} frames" if counts_frames else f"{gap_ms} < {limit.value:g} ms"
        end = room.close_gap(index)
        fix = None
        if end is not None:
            longer = end > subject.ends[index]
            message = "End the cue as the next one begins" if longer else "End the cue earlier"
            fix = move_end(subject, index, end, message)
        yield RULE.at(
            subject.times_span(index),
            f"gap to the next cue too small ({shown})",
            index=index,
            fix=fix,
            severity=subject.severity_of(limit),
        )


def _states_minimum(profile: Profile) -> bool:
    return profile.timing.min_gap_ms.value > 0 or profile.timing.min_gap_frames is not None


RULE = Rule(
    "TIM006",
    "small-gap",
    Severity.ERROR,
    Group.STATED,
    check,
    __doc__,
    fix="safe",
    stated=_states_minimum,
)
