"""The gap between two cues is of a length the style forbids: no pause, only a flicker.

## Why it matters

A gap of a few frames is too short to be seen as a pause and long enough to make the screen flicker. Guides therefore
have captions follow each other directly, or leave the screen empty for a time that can be noticed.

## Fails

A gap of 40 ms under a style that closes gaps of less than 83 ms.

## Passes

Cues that touch, gaps from the end of the forbidden band on, and gaps that miss either end of the band by no more than
5 ms: many programs end a cue a millisecond before the next one begins.

## Fix safety

The cue ends where the gap is allowed again: as the next cue begins, or before it by the smallest gap of the style.
Where that would make the cue longer than the style's maximum, it ends earlier instead, so that the gap is a pause, as
long as it keeps its minimum duration and reading speed. No word and no in-time changes, so it is safe.

## Sources

- The band and its source are those of the style: `timing.forbidden_gap_from_ms`, `timing.forbidden_gap_to_ms`.
- Netflix closes gaps of 3 to 11 frames, Subtitle Edit's `NetflixCheckBridgeGaps` checks it; the BBC wants no gap or
  one second.
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
    """The cues of ``subject`` that leave a forbidden gap to the next one."""
    limit = subject.profile.timing.forbidden_gap_to_ms
    if limit is None:
        return
    room = FreeTime(subject)
    policy = room.policy
    if room.grid.frames:
        first, most = 1, room.grid.ms(policy.forbidden_to)
    else:
        first, most = policy.forbidden_from + room.tolerance, policy.forbidden_to - room.tolerance
    for index, gap_ms in enumerate(subject.gaps):
        if not first <= gap_ms < most or subject.durations[index] <= 0:
            continue
        gap = room.gap_after(index)
        if not policy.is_forbidden(gap, room.tolerance) or policy.is_small(gap, room.tolerance):
            continue
        end = room.close_gap(index)
        message = "Close the gap" if end is not None and end > subject.ends[index] else "Open the gap"
        yield RULE.at(
            subject.times_span(index),
            f"gap to the next cue neither closed nor a pause ({gap_ms} < {limit.value:g} ms)",
            index=index,
            fix=move_end(subject, index, end, message) if end is not None else None,
            severity=subject.severity_of(limit),
        )


def _states_band(profile: Profile) -> bool:
    return profile.timing.forbidden_gap_to_ms is not None


RULE = Rule(
    "TIM007",
    "forbidden-gap",
    Severity.ERROR,
    Group.STATED,
    check,
    __doc__,
    fix="safe",
    stated=_states_band,
)
