"""Other captions of the recording show cues where there is none here.

## Why it matters

A passage that was lost in an edit, a conversion or a translation is silence to viewers who cannot hear.

## Fails

A stretch of the other captions of at least `least_ms` during which this file shows nothing.

## Passes

Sounds and music in the other captions, which translations often leave out: `[door closes]`, `♪`.
Cues that are shorter or divided differently.
Without `--like` the rule is skipped.

## Fix safety

There is no fix: the text of the other captions is in another language, or another wording.

## Sources

- WCAG 2.1, success criterion 1.2.2: captions for all speech.
- The limit is our own: shorter stretches are habits of captioners (docs/guide/timing.md).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.reference_match import match_reference
from captious.checks.model import Group, Rule
from captious.core.clock import short_time
from captious.core.finding import Severity
from captious.core.numbers import count
from captious.timing.holes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.reference_match import ReferenceMatch
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.rhythm.reference import TimedText


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        least_ms: shortest time of cues in a row that counts, in milliseconds.
    """

    least_ms: int = 2500


_SEEN = 0.2
"""Share of a cue from which it counts as covered."""


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues that ``subject`` lacks, each stretch at the cue before it."""
    found = subject.once(match_reference)
    if found is None:
        return
    order = sorted(range(len(found.times)), key=lambda index: found.times[index])
    starts = [found.times[index][0] for index in order]
    for lost in _stretches(found):
        if sum(cue.end_ms - cue.start_ms for cue in lost) < options.least_ms:
            continue
        index = order[max(bisect_right(starts, lost[0].start_ms) - 1, 0)]
        words = " ".join(cue.text for cue in lost).split()
        yield RULE.at(
            subject.times_span(index),
            f"no cue for {count(len(lost), 'cue')} of {found.reference.name} from {short_time(lost[0].start_ms)} to "
            f"{short_time(lost[-1].end_ms)}{': ' + shorten(words) if words else ''}",
            index=index,
        )


def _stretches(found: ReferenceMatch) -> Iterator[list[TimedText]]:
    """Runs of cues of the reference during which nothing is shown."""
    shown = _joined(sorted(found.times))
    begins = [start for start, _ in shown]
    lost: list[TimedText] = []
    for cue in sorted(found.reference.cues):
        if _is_sound(cue.text) or cue.end_ms <= cue.start_ms:
            continue
        place = max(bisect_right(begins, cue.start_ms) - 1, 0)
        covered = 0
        while place < len(shown) and shown[place][0] < cue.end_ms:
            covered += max(min(shown[place][1], cue.end_ms) - max(shown[place][0], cue.start_ms), 0)
            place += 1
        if covered < _SEEN * (cue.end_ms - cue.start_ms):
            lost.append(cue)
        elif lost:
            yield lost
            lost = []
    if lost:
        yield lost


def _joined(times: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Times without overlaps."""
    joined: list[tuple[int, int]] = []
    for start, end in times:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _is_sound(text: str) -> bool:
    bare = text.strip()
    return "♪" in bare or "♫" in bare or (bare[:1] in {"[", "("} and bare[-1:] in {"]", ")"})


RULE = Rule("FID012", "missing-cue", Severity.WARNING, Group.DEFAULT, check, __doc__, options=Options)
