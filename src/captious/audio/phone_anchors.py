"""Places where text and recording surely meet, so that a long recording can be searched in parts."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.audio.phones import ALIKE, BLANK, PHONES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

_GROUPS = {PHONES[phone]: number for number, group in enumerate(ALIKE) for phone in group.split()}
"""Phones that sound alike are taken for each other.

Sources:
    Our own measurement: under noise, runs of ten such groups are found twice as often as runs of ten phones, and none
    of 590 was at a wrong place.
"""

_RUNS = (10, 8)
"""Phones of a run, first in the whole, then in what is still too large."""
_NEAR, _SLACK, _MOST_SKEW = 400, 6, 0.2
"""A run is sure if another one, within so many phones, is as far from it in the text as in the recording, nearly."""
_SHORTEST_FRAMES = 2_000
_MOST_CELLS = 32_000_000
"""Frames times phones of a part that is searched as a whole; it takes two bytes for each."""


class Part(NamedTuple):
    """Words and the frames they are said in, somewhere: the first of each, and one past the last."""

    word: int
    last_word: int
    frame: int
    last_frame: int


class _Meeting(NamedTuple):
    """A phone of the text, and its number among those that were heard."""

    text: int
    heard: int


def find_parts(heard: NDArray[np.uint8], words: Sequence[Sequence[int]]) -> list[Part]:
    """Cut text and recording where they surely meet.

    Args:
        heard: the frames, as `captious.audio.phones` says it.
        words: the columns of each word's phones.

    Returns:
        Parts in order, without a gap. One that is too large to be searched has no place within it that is sure.
    """
    text = [_GROUPS[phone] for word in words for phone in word]
    begins = {place: number for number, place in enumerate(_starts(words))}
    sounds, frames = _likeliest(heard)
    cuts: list[tuple[int, int]] = []
    whole = (0, len(text), 0, len(sounds))
    for part, size in _wanting(whole, len(heard), frames, cuts):
        meetings = _sure(_in_order(_unique(text, sounds, part, size)))
        cuts += _cuts(meetings, size, begins, frames)
        cuts.sort()
    edges = [(0, 0), *((begins[place], frame) for place, frame in cuts), (len(words), len(heard))]
    return [Part(word, last, frame, end) for (word, frame), (last, end) in pairwise(edges)]


def is_searchable(part: Part, words: Sequence[Sequence[int]]) -> bool:
    """Whether a part is small enough to be searched as a whole."""
    return sum(map(len, words[part.word : part.last_word])) * (part.last_frame - part.frame) <= _MOST_CELLS


def _starts(words: Sequence[Sequence[int]]) -> Iterator[int]:
    place = 0
    for word in words:
        yield place
        place += len(word)


def _likeliest(heard: NDArray[np.uint8]) -> tuple[list[int], list[int]]:
    """The likeliest phones, each with the frame it begins at."""
    import numpy as np

    best = heard.argmin(axis=1)
    places = np.flatnonzero((best < BLANK) & (np.append(-1, best[:-1]) != best))
    return [_GROUPS[phone] for phone in best[places].tolist()], places.tolist()


def _wanting(
    whole: tuple[int, int, int, int], length: int, frames: Sequence[int], cuts: list[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int, int, int], int]]:
    """The parts that are too large, given the cuts so far, each with the size of the runs to look for."""
    for size in _RUNS:
        edges = [(0, 0), *cuts, (whole[1], length)]
        for (first, start), (last, end) in pairwise(edges):
            if size == _RUNS[0] or (last - first) * (end - start) > _MOST_CELLS:
                yield (first, last, bisect_left(frames, start), bisect_left(frames, end)), size


def _unique(
    text: Sequence[int], sounds: Sequence[int], part: tuple[int, int, int, int], size: int
) -> list[_Meeting]:
    """Runs that both have once."""
    first, last, start, end = part
    places: dict[tuple[int, ...], int] = {}
    for place in range(start, end - size + 1):
        key = tuple(sounds[place : place + size])
        places[key] = -1 if key in places else place
    seen: dict[tuple[int, ...], int] = {}
    for place in range(first, last - size + 1):
        key = tuple(text[place : place + size])
        if places.get(key, -1) >= 0:
            seen[key] = -1 if key in seen else place
    return sorted(_Meeting(place, places[key]) for key, place in seen.items() if place >= 0)


def _in_order(meetings: Sequence[_Meeting]) -> list[_Meeting]:
    """The most of some meetings, rising in the text, that also rise in the recording."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, meeting in enumerate(meetings):
        at = bisect_left(tails, meeting.heard)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(meeting.heard)
            ends.append(number)
        else:
            tails[at], ends[at] = meeting.heard, number
    chain: list[_Meeting] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(meetings[number])
        number = before[number]
    return chain[::-1]


def _sure(meetings: Sequence[_Meeting]) -> list[_Meeting]:
    """Those with another one at the same distance in text and recording."""
    sure: set[int] = set()
    for number, (here, there) in enumerate(pairwise(meetings)):
        text, heard = there.text - here.text, there.heard - here.heard
        if text <= _NEAR and abs(text - heard) <= _MOST_SKEW * min(text, heard) + (_SLACK if text > 1 else 0):
            sure |= {number, number + 1}
    return [meetings[number] for number in sorted(sure)]


def _cuts(
    meetings: Sequence[_Meeting], size: int, begins: dict[int, int], frames: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The beginnings of words in the middle of a run, not too many: phone of the text and frame."""
    before = 0
    for meeting in meetings:
        for place in range(size // 3, size - size // 3):
            frame = frames[meeting.heard + place]
            if meeting.text + place in begins and frame - before >= _SHORTEST_FRAMES:
                yield meeting.text + place, frame
                before = frame
                break
