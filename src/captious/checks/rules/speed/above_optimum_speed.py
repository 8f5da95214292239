"""A cue is faster than what a viewer reads with ease, though not over the limit.

## Why it matters

Some styles know two speeds: one that no cue may pass, and one that is pleasant. A scene in which every cue lies
between the two is legible, and tiring.

## Fails

30 characters in 2 s, 15 a second, under a style whose optimum is 12 and whose limit is 17.

## Passes

A cue of exactly the optimum, after rounding to one decimal. A cue over the limit is reported by `too-fast` alone. A
style without an optimum reports nothing.

## Fix safety

There is no fix: it is a matter of taste how much pause a pleasant speed is worth.

## Sources

- The optimum and its source are those of the style: `speed.optimum_cps`.
- Subtitle Edit keeps an optimal speed beside the maximum in its profiles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.measure.speed import reading_speed_cps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.style.profile import Profile


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` between the style's optimum and its limit."""
    limit = subject.profile.speed.optimum_cps
    if limit is None:
        return
    best = limit.value
    highest = subject.profile.speed.max_cps
    most = highest.value if highest is not None else float("inf")
    for index, (width, duration) in enumerate(zip(subject.cue_widths, subject.durations, strict=True)):
        if width * 1000 <= best * (duration + TOLERANCE_MS) or duration <= 0:
            continue
        cps = reading_speed_cps(subject.cues[index].lines, duration, subject.counting)
        if best < cps and (cps <= most or width * 1000 <= most * (duration + TOLERANCE_MS)):
            yield RULE.at(
                subject.text_span(index),
                f"faster than read with ease ({cps:g} > {best:g} cps, {subject.counting.describe()})",
                index=index,
            )


def _states_optimum(profile: Profile) -> bool:
    return profile.speed.optimum_cps is not None


RULE = Rule(
    "SPD006", "above-optimum-speed", Severity.INFO, Group.STATED, check, __doc__, stated=_states_optimum
)
