"""A cue begins too long before or after its first word.

## Why it matters

A caption that is early gives away the answer; one that is late appears on the wrong speaker's face.
Viewers with some hearing, and viewers who are learning the language, read and listen at the same time.

## Fails

A cue at 10.0 s whose first word is said at 11.2 s, under a style that allows half a second.

## Passes

A cue within the limit plus a tolerance of `clock_ms`, because timestamps in ASR output differ by that much.
A cue is not checked if its first word is not found in the word timings, or is found without a neighbouring word.
Without `--words`, or with word timings that were interpolated, the rule is skipped.

## Fix safety

There is no fix here, because moving one cue affects its neighbours.
`captious retime CAPTIONS --words FILE` moves all of them together.

## Sources

- The limits and their sources are those of the style: `timing.max_early_ms` and `timing.max_late_ms`.
- TED allows 100 ms before speech, the BBC 1.5 s early or late, Amara half a second, Netflix two frames.
- The tolerance: 0.12 s in the median between ASR output and the truth (our own measurement; docs/guide/timing.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.recording_match import match_recording
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        clock_ms: tolerance for inaccurate word timings, in milliseconds.
    """

    clock_ms: int = 200


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` that begin too far from their first word."""
    found = subject.once(match_recording)
    if found is None or subject.words is None or not subject.words.measured:
        return
    early, late = subject.profile.timing.max_early_ms, subject.profile.timing.max_late_ms
    before = -1
    for place, index in enumerate(found.shown.cues):
        if index == before:
            continue
        before = index
        other = found.matched.get(place)
        onset = found.timed[other].start_ms if other is not None else None
        if onset is None:
            continue
        off = subject.starts[index] - onset
        limit = late if off > 0 else early
        if abs(off) <= limit.value + options.clock_ms:
            continue
        yield RULE.at(
            subject.times_span(index),
            f"begins {abs(off):,} ms {'after' if off > 0 else 'before'} its first word (> {limit.value:,g} ms)",
            index=index,
            severity=subject.severity_of(limit),
        )


RULE = Rule("FID009", "off-sync", Severity.ERROR, Group.DEFAULT, check, __doc__, options=Options)
