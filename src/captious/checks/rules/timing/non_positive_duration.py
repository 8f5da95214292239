"""A cue ends before it begins, or as it begins.

## Why it matters

Players skip such a cue without an error, so viewers never see its text.

## Fails

A cue from 3.0 s to 2.5 s, or one from 3.0 s to 3.0 s.

## Passes

Any cue that ends at least one millisecond after it begins.
`short-duration` checks whether that is long enough.

## Fix safety

There is no fix: only the recording shows whether the in-time, the out-time or both are mistyped.

## Sources

- W3C WebVTT 1, cue timings: the end time has to be greater than the start time.
- Every checker compared for this catalogue reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that end before or as they begin."""
    for index, duration in enumerate(subject.durations):
        if duration > 0:
            continue
        what = "ends as it begins" if not duration else f"ends {-duration:,} ms before it begins"
        yield RULE.at(subject.times_span(index), f"the cue {what}: players never show it", index=index)


RULE = Rule("TIM001", "non-positive-duration", Severity.ERROR, Group.DEFAULT, check, __doc__)
