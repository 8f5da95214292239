"""A cue ends before it begins, or as it begins.

## Why it matters

Nobody ever sees it. Players skip such a cue without a word, so its text is lost although it stands in the file.

## Fails

A cue from 3.0 s to 2.5 s, or one from 3.0 s to 3.0 s.

## Passes

Any cue that ends at least a millisecond after it begins; whether that is long enough is the matter of
`short-duration`.

## Fix safety

There is no fix: whether the in-time, the out-time or both are mistyped is for someone to say who can hear the words.

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
    """The cues of ``subject`` that are shown for no time."""
    for index, duration in enumerate(subject.durations):
        if duration > 0:
            continue
        what = "ends as it begins" if not duration else f"ends {-duration} ms before it begins"
        yield RULE.at(subject.times_span(index), f"the cue {what}: players never show it", index=index)


RULE = Rule("TIM001", "non-positive-duration", Severity.ERROR, Group.DEFAULT, check, __doc__)
