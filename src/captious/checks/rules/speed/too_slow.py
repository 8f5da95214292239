"""A cue has fewer characters a second than the style asks for.

## Why it matters

A short text that stays for long is read twice, and keeps the eye from the picture. It is also a sign of an out-time
that was never set.

## Fails

`No.` for 5 s, under a style that asks for 2 characters a second at least.

## Passes

A cue of exactly the limit, after rounding to one decimal, and any cue that is shown no longer than the style's
shortest cue. A style without such a limit reports nothing.

## Fix safety

There is no fix: a caption may stay because the sound it stands for goes on, and that is for a person to hear.

## Sources

- The limit and its source are those of the style: `speed.min_cps`.
- Subtitle Composer and subtitleeditor check a least number of characters a second.
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
    """The cues of ``subject`` under the style's least speed."""
    limit = subject.profile.speed.min_cps
    if limit is None:
        return
    least = limit.value
    # a cue cannot be shorter than this, however little it says
    shortest = subject.profile.timing.min_duration_ms.value + TOLERANCE_MS
    for index, (width, duration) in enumerate(zip(subject.cue_widths, subject.durations, strict=True)):
        if width * 1000 >= least * (duration - TOLERANCE_MS) or duration <= shortest or not width:
            continue
        cps = reading_speed_cps(subject.cues[index].lines, duration, subject.counting)
        if cps < least:
            yield RULE.at(
                subject.text_span(index),
                f"too slow ({cps:g} < {least:g} cps, {subject.counting.describe()})",
                index=index,
                severity=min(subject.severity_of(limit), Severity.WARNING),
            )


def _states_least(profile: Profile) -> bool:
    return profile.speed.min_cps is not None


RULE = Rule("SPD005", "too-slow", Severity.WARNING, Group.STATED, check, __doc__, stated=_states_least)
