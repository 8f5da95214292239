"""Holes between a transcript and ASR output: speech without text, text that was never said, moved passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from captious.core.clock import short_time
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.timing.matching import Pair
    from captious.timing.parts import Side
    from captious.transcripts.model import Word
    from captious.word_timings.model import TimedWord

_FEWEST_WORDS = 15
_LEAST_MS = 3000
_FEWEST_LONG_WORDS = 6
"""Words in a row without a counterpart are a hole from 15 on, or from 3 seconds of speech and 6 words."""
_MOST_SHOWN = 6
_LEAST_MOVED = 0.5
_RUN = 3


@dataclass(frozen=True, slots=True)
class Hole:
    """A passage of one side without a counterpart on the other.

    Args:
        kind: ``"unheard"`` (text that was not said), ``"uncaptioned"`` (speech without text), or ``"moved"`` (text that
            was said elsewhere).
        words: indices of its first word and one past its last, in the transcript, or for ``"uncaptioned"`` in the ASR
            output.
        count: its number of parts, as compared.
        start_ms: when it is said; ``None`` for text that was not said.
    """

    kind: Literal["unheard", "uncaptioned", "moved"]
    words: tuple[int, int]
    count: int
    start_ms: int | None = None


def locate_holes(
    pairs: Sequence[Pair], written: Side, recognised: Side, timed: Sequence[TimedWord]
) -> tuple[Hole, ...]:
    """Find the holes, those of the text first.

    Args:
        pairs: the matches; a misheard word counts as said.
        written: the transcript in parts.
        recognised: the ASR output in parts.
        timed: the words of the ASR output, each with a start.
    """
    missing = [
        run
        for run in _runs(len(written.parts), {pair.left for pair in pairs}, lenient=2)
        if run[1] - run[0] >= _FEWEST_WORDS
    ]
    uncaptioned = []
    for first, last in _runs(len(recognised.parts), {pair.right for pair in pairs}, lenient=2):
        start, end = timed[recognised.owners[first]], timed[recognised.owners[last - 1]]
        length = (end.end_ms or end.start_ms or 0) - (start.start_ms or 0)
        if last - first >= _FEWEST_WORDS or (length > _LEAST_MS and last - first >= _FEWEST_LONG_WORDS):
            uncaptioned.append((first, last))
    holes: list[Hole] = []
    for first, last in missing:
        moved = next(
            (
                run
                for run in uncaptioned
                if is_moved(written.parts[first:last], recognised.parts[slice(*run)])
            ),
            None,
        )
        start_ms = timed[recognised.owners[moved[0]]].start_ms if moved else None
        words = written.owners[first], written.owners[last - 1] + 1
        holes.append(Hole("moved" if moved else "unheard", words, last - first, start_ms))
    for first, last in uncaptioned:
        words = recognised.owners[first], recognised.owners[last - 1] + 1
        holes.append(Hole("uncaptioned", words, last - first, timed[words[0]].start_ms))
    return tuple(holes)


def describe_hole(hole: Hole, words: Sequence[Word], timed: Sequence[TimedWord]) -> str:
    """Describe a hole in one sentence, with the line of the transcript or the time it begins at."""
    place = short_time(hole.start_ms or 0)
    if hole.kind == "uncaptioned":
        text = shorten([word.text for word in timed[slice(*hole.words)]])
        return f"{place}: {count(hole.count, 'word')} of speech without text: {text}"
    text = shorten([word.text for word in words[slice(*hole.words)]])
    line = words[hole.words[0]].line
    if hole.kind == "moved":
        return f"line {line}: said elsewhere, at {place}: {text}"
    return f"line {line}: {count(hole.count, 'word')} not found in the recording: {text}"


def _runs(count: int, matched: set[int], *, lenient: int) -> Iterator[tuple[int, int]]:
    """Runs without a match, or with no more than a few by chance in a row."""
    start: int | None = None
    last = 0
    together = 0
    for number in range(count):
        if number not in matched:
            if start is None:
                start = number
            last, together = number + 1, 0
        else:
            together += 1
            if start is not None and together > lenient:
                yield start, last
                start = None
    if start is not None:
        yield start, last


def is_moved(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether half of the runs of three words of one passage are in another one, too."""
    runs = {tuple(one[place : place + _RUN]) for place in range(len(one) - _RUN + 1)}
    others = {tuple(other[place : place + _RUN]) for place in range(len(other) - _RUN + 1)}
    return bool(runs) and len(runs & others) >= _LEAST_MOVED * len(runs)


def shorten(texts: Sequence[str]) -> str:
    """The first words of a passage, in quotes."""
    more = "…" if len(texts) > _MOST_SHOWN else ""
    return f"“{' '.join(texts[:_MOST_SHOWN])}{more}”"
