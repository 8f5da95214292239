"""The gap between two cues is smaller than the style allows.

## Why it matters

The gap is visible as a blink, which tells viewers that the caption has changed.
Below two frames the blink is not seen, and two captions of the same shape look like one.

## Fails

A gap of 40 ms under a style that asks for 83 ms, or back-to-back cues under a style that does not allow them.

## Passes

A gap of exactly the minimum, or up to 5 ms less where times are in milliseconds.
If the frame rate is known and the style states the gap in frames, frames are counted.
Back-to-back cues pass where the style allows them.
`overlapping-cues` checks overlaps.

## Fix safety

The fix is safe: the cue keeps the style's minimum and maximum duration and reading speed.
It ends the cue earlier or, where the style allows back-to-back cues, as the next one begins.
Otherwise move the next cue or shorten the text by hand.

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
    free_time = FreeTime(subject)
    counts_frames = free_time.grid.frames and timing.min_gap_frames is not None
    limit = timing.min_gap_frames if counts_frames and timing.min_gap_frames else timing.min_gap_ms
    policy = free_time.policy
    # generous in milliseconds, so that hardly any gap needs the exact check
    most = free_time.grid.ms(policy.least) + 1
    for index, gap_ms in enumerate(subject.gaps):
        if not 0 <= gap_ms < most or subject.durations[index] <= 0:
            continue
        # no overlap in milliseconds; counted in frames there might be one
        gap = max(free_time.gap_after(index), 0)
        if not policy.is_small(gap, free_time.tolerance):
            continue
        shown = f"{gap:,} < {limit.value:,g} frames" if counts_frames else f"{gap_ms:,} < {limit.value:,g} ms"
        end = free_time.close_gap(index)
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
