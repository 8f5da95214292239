"""Words that two captions share, whatever their languages: numbers, names and tags say which cue belongs to which."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from captious.rhythm.pattern import STEP_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from captious.rhythm.pattern import Cues

_WORD = re.compile(r"[^\W_]+(?:[.,:'’-][^\W_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
_WINDOW = 4
"""Characters that count as a word in scripts without spaces."""
_LEAST_LETTERS = 4
_MOST_TIMES = 6
"""Times that a word may occur in either file: what is said all the time tells nothing about when."""
_MOST_ANCHORS = 4000
_TRUSTED = 0.35
"""Share of the words in both files that are said at the same moment in both."""
_SPREAD_MS = 900.0
_REACH = 40


class Anchors(NamedTuple):
    """Pairs of a word in the target and the same word in the reference.

    Args:
        cues: number of the cue of the target.
        times: when it is said there, in milliseconds.
        theirs: when it is said in the reference.
        times_said: how often the word occurs in the reference.
        words: number of different places in the target that have such a word.
    """

    cues: NDArray[Any]
    times: NDArray[Any]
    theirs: NDArray[Any]
    times_said: NDArray[Any]
    words: int


def find_anchors(target: Cues, reference: Cues) -> Anchors:
    """The words that both have and that neither has often."""
    import numpy as np

    here, there = _places(target), _places(reference)
    rows = [
        (cue, time, other, len(others))
        for word in here.keys() & there.keys()
        if len(here[word]) <= _MOST_TIMES and len(others := there[word]) <= _MOST_TIMES
        for cue, time in here[word]
        for _, other in others
    ]
    rows.sort(key=lambda row: (row[3], row))
    rows = sorted(rows[:_MOST_ANCHORS])
    table = np.array(rows, np.float64).reshape(-1, 4)
    cues, said = table[:, 0].astype(np.int64), table[:, 3].astype(np.int64)
    return Anchors(cues, table[:, 1], table[:, 2], said, len({(row[0], row[1]) for row in rows}))


def _places(cues: Cues) -> dict[str, list[tuple[int, float]]]:
    found: dict[str, list[tuple[int, float]]] = {}
    for number, text in enumerate(cues.texts):
        start, length = cues.starts[number], cues.ends[number] - cues.starts[number]
        for word, place in _words(text):
            found.setdefault(word, []).append((number, float(start + length * place / max(len(text), 1))))
    return {
        word: [one for one, other in pairwise([*places, (-1, 0.0)]) if one[0] != other[0]]
        for word, places in found.items()
    }


def _words(text: str) -> Iterator[tuple[str, int]]:
    for match in _WORD.finditer(text):
        word = match[0]
        if (run := _UNSPACED.search(word)) is not None:
            for part in _UNSPACED.finditer(word):
                for place in range(len(part[0]) - _WINDOW + 1):
                    yield part[0][place : place + _WINDOW], match.start() + part.start() + place
            word = word[: run.start()] or word[run.end() :]
        if len(word) >= _LEAST_LETTERS or any(mark.isdigit() for mark in word) or word[1:2].isupper():
            plain = unicodedata.normalize("NFKD", word).casefold()
            yield "".join(mark for mark in plain if not unicodedata.combining(mark)), match.start()


def worth_of_anchors(anchors: Anchors, span_ms: float) -> tuple[Any, float]:
    """What an anchor is worth around the offset at which both are said together, and what all are worth elsewhere.

    Returns:
        A row for each number of times that a word occurs in the reference, on the grid, and a sum of less than 0.
    """
    import numpy as np

    away = np.abs(np.arange(-_REACH, _REACH + 1)) * STEP_MS
    density = np.exp(-away / _SPREAD_MS) / (2 * _SPREAD_MS)
    said = np.maximum(np.arange(_MOST_TIMES + 1), 1)
    odds = _TRUSTED / (1 - _TRUSTED) * density[None, :] * span_ms / said[:, None]
    return np.log1p(odds).astype(np.float32), anchors.words * float(np.log1p(-_TRUSTED))


def offsets_of(anchors: Anchors, factor: float) -> NDArray[Any]:
    """The first place on the grid of the row of each anchor, as an offset at a speed."""
    import numpy as np

    return np.rint((anchors.theirs - anchors.times * factor) / STEP_MS).astype(np.int64) - _REACH
