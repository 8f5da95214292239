"""Where a transcript and what was heard part: speech without text, text that was never said, passages that moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import short_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.timing.matching import Pair
    from captious.timing.parts import Side
    from captious.transcript.model import Word
    from captious.words.model import TimedWord

_FEWEST_WORDS = 15
_LEAST_MS = 3000
_FEWEST_LONG_WORDS = 6
"""Words in a row without a counterpart are a hole from 15 on, or from 3 seconds of speech and 6 words."""
_MOST_SHOWN = 6
_LEAST_MOVED = 0.5
_RUN = 3


def find_holes(
    pairs: Sequence[Pair], said: Side, heard: Side, *, words: Sequence[Word], timed: Sequence[TimedWord]
) -> tuple[str, ...]:
    """One sentence for each hole, those of the text first.

    Args:
        pairs: what was matched; a word that was misheard is said all the same.
        said: the transcript in parts.
        heard: what was heard in parts.
        words: the transcript.
        timed: the words that were heard, each with a start.
    """
    left = {pair.left for pair in pairs}
    right = {pair.right for pair in pairs}
    missing = [
        (first, last)
        for first, last in _runs(len(said.parts), left, lenient=2)
        if last - first >= _FEWEST_WORDS
    ]
    untold = []
    for first, last in _runs(len(heard.parts), right, lenient=2):
        start, end = timed[heard.owners[first]], timed[heard.owners[last - 1]]
        length = (end.end_ms or end.start_ms or 0) - (start.start_ms or 0)
        if last - first >= _FEWEST_WORDS or (length > _LEAST_MS and last - first >= _FEWEST_LONG_WORDS):
            untold.append((first, last))
    remarks: list[str] = []
    for first, last in missing:
        line = words[said.owners[first]].line
        text = _shown([words[number].text for number in dict.fromkeys(said.owners[first:last])])
        moved = next(
            (run for run in untold if _is_moved(said.parts[first:last], heard.parts[slice(*run)])), None
        )
        if moved:
            place = short_time(timed[heard.owners[moved[0]]].start_ms or 0)
            remarks.append(f"line {line}: said at another place, {place}: {text}")
        else:
            remarks.append(f"line {line}: {last - first} words not heard: {text}")
    for first, last in untold:
        place = short_time(timed[heard.owners[first]].start_ms or 0)
        text = _shown([timed[number].text for number in dict.fromkeys(heard.owners[first:last])])
        remarks.append(f"{place}: {last - first} words said without text: {text}")
    return tuple(remarks)


def _runs(count: int, matched: set[int], *, lenient: int) -> Iterator[tuple[int, int]]:
    """Stretches without a match, or with no more than a few by chance in a row."""
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


def _is_moved(one: Sequence[str], other: Sequence[str]) -> bool:
    runs = {tuple(one[place : place + _RUN]) for place in range(len(one) - _RUN + 1)}
    others = {tuple(other[place : place + _RUN]) for place in range(len(other) - _RUN + 1)}
    return bool(runs) and len(runs & others) >= _LEAST_MOVED * len(runs)


def _shown(texts: Sequence[str]) -> str:
    more = "…" if len(texts) > _MOST_SHOWN else ""
    return f"“{' '.join(texts[:_MOST_SHOWN])}{more}”"
