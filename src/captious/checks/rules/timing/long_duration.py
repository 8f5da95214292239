"""A cue is shown for longer than the style allows.

## Why it matters

Viewers read a caption that stays a second time, and then think that the next one is missing.
Often it is: the words that follow were forgotten, or an out-time was mistyped.

## Fails

A cue shown for 12 s under a style with a maximum of 7 s.

## Passes

A cue of exactly the maximum.
At an NTSC frame rate a cue of 7 s lasts 7,007 ms, which passes as well.
A style without a maximum, such as the BBC's, reports nothing.
A cue with nothing but sounds or music may last as long as they do; `long-sound-cue` checks it if you select it.

## Fix safety

The fix is unsafe: the words may be sung, or the caption may be meant to stay.
It ends the cue at the maximum, and only if the words cannot take that long, however slowly they are spoken.
If the words may take that long, split the cue by hand.

## Sources

- The limit and its source are those of the style: `timing.max_duration_ms`.
- NTSC: SMPTE ST 12-1, 1001/1000 of the nominal time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.edits import move_end
from captious.analysis.free_time import NTSC, FreeTime
from captious.analysis.sounds import find_sound_cues
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix
    from captious.style.profile import Profile


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that are longer than the maximum duration."""
    limit = subject.profile.timing.max_duration_ms
    if limit is None:
        return
    most = limit.value * NTSC + TOLERANCE_MS
    free_time: FreeTime | None = None
    for index, duration in enumerate(subject.durations):
        if duration <= most or index in subject.once(find_sound_cues):
            continue
        free_time = free_time or FreeTime(subject)
        fix = _trim(subject, index, round(limit.value), free_time)
        yield RULE.at(
            subject.times_span(index),
            f"duration too long ({duration:,} > {limit.value:,g} ms)" + ("" if fix else "; split it"),
            index=index,
            fix=fix,
            severity=subject.severity_of(limit),
        )


def _trim(subject: Subject, index: int, most: int, free_time: FreeTime) -> Fix | None:
    # imported late: how long speech takes is needed only if a cue is too long
    from captious.timing.estimate import SLOWEST_SPEECH_SPS
    from captious.timing.syllables import count_syllables

    text = " ".join(subject.cues[index].lines)
    # 200 characters take longer than any maximum; a megabyte need not be counted to know that
    if len(text) > 200 or sum(map(count_syllables, text.split())) * 1000 > SLOWEST_SPEECH_SPS * most:
        return None
    start = subject.starts[index]
    end = free_time.grid.ms(free_time.grid.floor(start + most))
    if end <= start or not free_time.keeps(index, end - start):
        return None
    if index + 1 < len(subject.starts):
        gap = free_time.grid.floor(subject.starts[index + 1]) - free_time.grid.nearest(end)
        if gap >= 0 and not free_time.policy.allows(gap):
            return None
    return move_end(subject, index, end, "End the cue at the maximum duration", safe=False)


def _states_maximum(profile: Profile) -> bool:
    return profile.timing.max_duration_ms is not None


RULE = Rule(
    "TIM005",
    "long-duration",
    Severity.ERROR,
    Group.STATED,
    check,
    __doc__,
    fix="unsafe",
    stated=_states_maximum,
)
