"""The reading speed of a cue is above the style's optimum, though not above its limit.

## Why it matters

Some styles state two speeds: a limit and a comfortable optimum.
A scene in which every cue is between the two can be read, but is tiring.

## Fails

30 characters in 2 s, which are 15 characters per second (CPS), under a style with an optimum of 12 cps and a limit of
17 cps.

## Passes

A cue of exactly the optimum, after rounding to one decimal.
A cue above the limit is reported only by `too-fast`, and a style without an optimum reports nothing.

## Fix safety

There is no fix: how much free time to spend on a comfortable speed is a matter of taste.

## Sources

- The optimum and its source are those of the style: `speed.optimum_cps`.
- Subtitle Edit has an optimal speed next to the maximum in its profiles.
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
    """The cues of ``subject`` between the style's optimum speed and its limit."""
    best_of = limit_at(subject, lambda speed: speed.optimum_cps)
    most_of = limit_at(subject, lambda speed: speed.max_cps)
    for index, (width, duration) in enumerate(zip(subject.cue_widths, subject.durations, strict=True)):
        limit = best_of(index)
        if limit is None or width * 1000 <= limit.value * (duration + TOLERANCE_MS) or duration <= 0:
            continue
        best, highest = limit.value, most_of(index)
        most = highest.value if highest is not None else float("inf")
        cps = speed_cps(width, duration)
        if best < cps and (cps <= most or width * 1000 <= most * (duration + TOLERANCE_MS)):
            counting = slowest_passage(subject, index).counting
            yield RULE.at(
                subject.text_span(index),
                f"above the optimum speed ({cps:g} > {best:g} cps, {counting.describe()})",
                index=index,
            )


def _states_optimum(profile: Profile) -> bool:
    return profile.speed.optimum_cps is not None


RULE = Rule(
    "SPD006", "above-optimum-speed", Severity.INFO, Group.STATED, check, __doc__, stated=_states_optimum
)
