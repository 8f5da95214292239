"""The gap to the next cue is neither closed nor long enough to be seen as a pause.

## Why it matters

A gap of a few frames makes the screen flicker.
Style guides therefore ask for back-to-back cues, or for a gap long enough to notice.
The rule is on in styles of guides that say so; elsewhere, a gap of a frame or two is common and few people mind it.

## Fails

A gap of 40 ms under a style that closes gaps of less than 83 ms.

## Passes

Back-to-back cues, and gaps from the upper limit on.
Gaps that miss either limit by no more than 5 ms pass too: many programs end a cue one millisecond before the next one.

## Fix safety

The fix is safe: it changes no words and no in-time.
It closes the gap: the cue ends where the next one begins, or earlier by the minimum gap of the style.
If that would exceed the maximum duration, it ends the cue earlier and widens the gap to a pause, as long as the cue
keeps its minimum duration and reading speed.

## Sources

- The limits and their source are those of the style: `timing.forbidden_gap_from_ms`, `timing.forbidden_gap_to_ms`.
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
    free_time = FreeTime(subject)
    policy = free_time.policy
    if free_time.grid.frames:
        first, most = 1, free_time.grid.ms(policy.forbidden_to)
    else:
        first, most = policy.forbidden_from + free_time.tolerance, policy.forbidden_to - free_time.tolerance
    for index, gap_ms in enumerate(subject.gaps):
        if not first <= gap_ms < most or subject.durations[index] <= 0:
            continue
        gap = free_time.gap_after(index)
        if not policy.is_forbidden(gap, free_time.tolerance) or policy.is_small(gap, free_time.tolerance):
            continue
        end = free_time.close_gap(index)
        message = "Close the gap" if end is not None and end > subject.ends[index] else "Widen the gap"
        yield RULE.at(
            subject.times_span(index),
            f"gap to the next cue neither closed nor a pause ({gap_ms:,} < {limit.value:,g} ms)",
            index=index,
            fix=move_end(subject, index, end, message) if end is not None else None,
            severity=subject.severity_of(limit),
        )


def _states_band(profile: Profile) -> bool:
    # of the gaps that only our own advice forbids, half were none that a captioner would close
    return profile.timing.guide_forbids_gaps


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
