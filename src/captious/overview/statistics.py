"""Statistics of caption files: length, speakers, speed, durations, gaps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.analysis.line_languages import cue_speeds
from captious.core.display import short_repr
from captious.measure.width import line_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.core.cue import Cue
    from captious.measure.width import Counting

UNNAMED = ""
"""The name for cues without a voice."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """The distribution of some values.

    Args:
        count: number of values.
        least: the smallest; ``None`` without values, as are all the others.
        p5: 5% are no larger.
        median: half of them are no larger.
        mean: their mean.
        p95: 95% are no larger.
        most: the largest.
    """

    count: int
    least: float | None = None
    p5: float | None = None
    median: float | None = None
    mean: float | None = None
    p95: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """The share of one speaker: cues, words, and milliseconds on screen."""

    cues: int
    words: int
    shown_ms: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistics of one file, or of several together.

    Args:
        files: number of files.
        cues: number of cues.
        words: visible words, including labels and sounds.
        characters: as the style counts them.
        from_ms: start of the first caption; of several files the earliest.
        until_ms: end of the last one; of several files, the sum.
        shown_ms: time with a caption on screen.
        words_per_minute: words over the time from the first caption to the last.
        lines: number of cues with one line, two, and so on.
        speakers: the share of each voice, by name; `UNNAMED` for cues without one. Empty without any voice.
        cps: characters per second of each cue; in a file of two languages, of the longer text.
        line_chars: characters of each line.
        duration_s: seconds on screen of each cue.
        gap_s: seconds between cues; 0 for back-to-back cues, negative where they overlap.
    """

    files: int
    cues: int
    words: int
    characters: float
    from_ms: int
    until_ms: int
    shown_ms: int
    words_per_minute: float
    lines: dict[int, int]
    speakers: dict[str, Share]
    cps: Distribution
    line_chars: Distribution
    duration_s: Distribution
    gap_s: Distribution

    __repr__ = short_repr


def measure_files(files: Iterable[Sequence[Cue]], counting: Counting) -> Statistics:
    """Measure some caption files.

    Args:
        files: the cues of each, in order.
        counting: how characters are counted.
    """
    held = [cues for cues in files if cues]
    cues = [cue for each in held for cue in each]
    lines = [line_width(line, counting) for cue in cues for line in cue.lines]
    spans = [max(cue.end_ms for cue in each) - each[0].start_ms for each in held]
    words = sum(map(_words, cues))
    return Statistics(
        files=len(held),
        cues=len(cues),
        words=words,
        characters=sum(lines),
        from_ms=min((each[0].start_ms for each in held), default=0),
        until_ms=sum(max(cue.end_ms for cue in each) for each in held),
        shown_ms=sum(map(_shown_ms, held)),
        words_per_minute=round(words * 60_000 / sum(spans), 1) if sum(spans) > 0 else 0.0,
        lines=dict(sorted(Counter(len(cue.lines) for cue in cues).items())),
        speakers=_shares(cues),
        cps=spread(
            [
                speed
                for each in held
                for cue, speed in zip(each, cue_speeds(each, counting), strict=True)
                if cue.lines
            ]
        ),
        line_chars=spread(lines),
        duration_s=spread([cue.duration_ms / 1000 for cue in cues]),
        gap_s=spread([(b.start_ms - a.end_ms) / 1000 for each in held for a, b in pairwise(each)]),
    )


def spread(values: Sequence[float]) -> Distribution:
    """The distribution of some values; percentiles by the nearest rank."""
    if not values:
        return Distribution(0)
    ordered = sorted(values)

    def rank(percent: int) -> float:
        return round(ordered[max(-(-len(ordered) * percent // 100) - 1, 0)], 3)

    mean = round(sum(ordered) / len(ordered), 3)
    return Distribution(
        len(ordered), round(ordered[0], 3), rank(5), rank(50), mean, rank(95), round(ordered[-1], 3)
    )


def _words(cue: Cue) -> int:
    return sum(len(line.split()) for line in cue.lines)


def _shares(cues: Sequence[Cue]) -> dict[str, Share]:
    if not any(cue.speaker for cue in cues):
        return {}
    shares: dict[str, Share] = {}
    for cue in cues:
        share = shares.get(cue.speaker or UNNAMED, Share(0, 0, 0))
        shares[cue.speaker or UNNAMED] = Share(
            share.cues + 1, share.words + _words(cue), share.shown_ms + max(cue.duration_ms, 0)
        )
    return dict(sorted(shares.items(), key=lambda item: -item[1].words))


def _shown_ms(cues: Sequence[Cue]) -> int:
    shown, until = 0, 0
    for cue in sorted(cues, key=lambda one: one.start_ms):
        shown += max(cue.end_ms - max(cue.start_ms, until), 0)
        until = max(until, cue.end_ms)
    return shown
