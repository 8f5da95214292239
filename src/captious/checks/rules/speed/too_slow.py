"""The reading speed of a cue is below the style's minimum, in characters per second (CPS).

## Why it matters

A short text that stays for long is read twice and distracts from the picture.
It can also be a sign of an out-time that was never set.

## Fails

`No.` for 5 s, under a style with a minimum of 2 cps.

## Passes

A cue of exactly the minimum, after rounding to one decimal, and any cue no longer than the style's minimum duration.
A style without a minimum speed reports nothing.

## Fix safety

There is no fix: a caption may stay because the sound that it describes continues.

## Sources

- The limit and its source are those of the style: `speed.min_cps`.
- Subtitle Composer and subtitleeditor check a minimum number of characters per second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.passages import limit_at, slowest_passage
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.measure.speed import speed_cps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.style.profile import Profile


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` below the style's minimum reading speed."""
    limit_of = limit_at(subject, lambda speed: speed.min_cps)
    # a cue cannot be shorter than this, however little text it has
    shortest = subject.profile.timing.min_duration_ms.value + TOLERANCE_MS
    for index, (width, duration) in enumerate(zip(subject.cue_widths, subject.durations, strict=True)):
        limit = limit_of(index)
        if limit is None or width * 1000 >= limit.value * (duration - TOLERANCE_MS):
            continue
        if duration <= shortest or not width:
            continue
        cps = speed_cps(width, duration)
        if cps < limit.value:
            yield RULE.at(
                subject.text_span(index),
                f"too slow ({cps:g} < {limit.value:g} cps, "
                f"{slowest_passage(subject, index).counting.describe()})",
                index=index,
                severity=min(subject.severity_of(limit), Severity.WARNING),
            )


def _states_least(profile: Profile) -> bool:
    return profile.speed.min_cps is not None


RULE = Rule("SPD005", "too-slow", Severity.WARNING, Group.STATED, check, __doc__, stated=_states_least)
