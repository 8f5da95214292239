"""How far the times of words that were matched with word timings can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.timing.anchors import bare_parts
from captious.timing.edges import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.transcripts.model import Word

SURE = 0.9
"""Times with less confidence are unsure: somebody should listen to them."""

_FOUND = 0.99
_BETWEEN = ((500, 0.98), (1000, 0.89), (3000, 0.78), (6000, 0.6))
_FAR = 0.5
_DOUBTFUL = 0.6
"""Share of starts within 0.3 s of the truth: of words that were found; of others by the milliseconds between the found
words around them; of those in longer gaps; and of words that may have been found at the wrong place.

Sources:
    Our own measurement: five passages of 10,000 words of calls (earnings22), 20% garbled, 8% edited: 0.997, then
    0.983, 0.892, 0.779, 0.590 and 0.570; with 45% garbled 0.992, 0.967, 0.872, 0.715, 0.561 and 0.460.
"""

_SLOWEST_SPS, _SLOW_SPS, _FASTEST_SPS = 1.0, 2.0, 8.0
"""Syllables a second between two words, above and below which one of them is at the wrong place, or there is a hole."""
_SLACK_MS = 2000
_LACKING_MS = 200
_FEW = 2
_ISLAND = 6
"""So many words in a row, with an implausible rate before or after them, may be found at the wrong place."""
_HOLE_MS = 10_000
_RUN, _SOON, _LONG_REPEAT, _FEW_LOST = 3, 80, 40, 5
"""Runs of so many words that come again within so many, over so many, are a passage that repeats; and so many words
lost in it may be any of its readings.
"""
_LONGEST_SENTENCE = 40

_INTERPOLATED, _EDGE, _ELSEWHERE = 0.25, 0.1, 0.3
_SMALL_MS = 400
"""Expected error as a share of the gap beside a word: interpolated in it, at its edge, and between two of them; and
that of words that stand alone or lie before the first word or after the last one that was found.
"""


class Doubt(NamedTuple):
    """Words whose time is doubtful.

    Args:
        first: index of the first of them.
        last: one past the index of the last of them.
        off_ms: by how much their starts may be expected to be off.
    """

    first: int
    last: int
    off_ms: int


@dataclass(frozen=True, slots=True)
class Trust:
    """How far the starts of words can be trusted.

    Args:
        confidences: the share of such starts that are within 0.3 s of the truth, for each word.
        doubts_ms: by how much each start may be expected to be off.
    """

    confidences: tuple[float, ...]
    doubts_ms: tuple[int, ...]


def rate_words(
    words: Sequence[Word],
    exact: set[int],
    times_ms: tuple[Sequence[int], Sequence[int]],
    *,
    syllables: Sequence[float],
    doubtful: Iterable[Doubt],
) -> Trust:
    """Say how far the start of each word can be trusted.

    Args:
        words: the words of the transcript.
        exact: indices of the words that were found, at least one.
        times_ms: the starts and the ends of the words.
        syllables: syllables before each word, and before the end.
        doubtful: passages that were not found in the recording, or elsewhere in it, and words whose time in the word
            timings is doubtful.
    """
    found = sorted(exact)
    rating = _Rating(len(words), found)
    bounds, waits = [0], [0]
    losses: list[tuple[int, int]] = []
    for place, gap in enumerate(_gaps(found, times_ms, syllables), 1):
        rating.interpolated(gap)
        if gap.is_slow or gap.there - gap.here > _FEW_LOST:
            losses.append((gap.here, gap.there))
        if gap.is_slow or gap.lacking_ms > _SLACK_MS / 2:
            bounds.append(place)
            waits.append(round(max(gap.length_ms, gap.lacking_ms)))
        if gap.is_slow and (gap.there - gap.here > 1 or not ends_sentence(words[gap.here].text)):
            rating.doubt(gap.here, gap.here + 1, gap.length_ms * _EDGE)
            rating.doubt(gap.there, gap.there + 1, gap.length_ms * _EDGE)
        if gap.length_ms > _HOLE_MS + 1000 * gap.syllables / _SLOWEST_SPS:
            rating.doubt(gap.there, _end_of_sentence(words, gap.there), gap.length_ms * _EDGE)
    for begin, end, *around in zip(bounds, [*bounds[1:], len(found)], waits, [*waits[1:], 0], strict=True):
        if len(bounds) > 1 and end - begin < _ISLAND:
            rating.doubt(found[begin], found[end - 1] + 1, max(around) * _ELSEWHERE)
    for before, number, after in zip(found, found[1:], found[2:], strict=False):
        if max(number - before, after - number) > _FEW and min(number - before, after - number) > 1:
            rating.doubt(number, number + 1, _SMALL_MS)
    for first, last in _repeating(words):
        if any(first <= here and there < last for here, there in losses):
            rating.doubt(first, last, _SMALL_MS)
    for one in doubtful:
        rating.doubt(one.first, one.last, one.off_ms)
    for here, there in pairwise(found):
        # a word between two others is not surer than they are
        if there - here > 1 and min(rating.sure[here], rating.sure[there]) < SURE:
            rating.doubt(here + 1, there, 0)
    return Trust(tuple(rating.sure), tuple(map(round, rating.doubts_ms)))


@dataclass(frozen=True, slots=True)
class _Gap:
    """What is between two words that were found one after the other."""

    here: int
    there: int
    length_ms: int
    syllables: float

    @property
    def is_slow(self) -> bool:
        return self.length_ms > _SLACK_MS + 1000 * self.syllables / _SLOW_SPS

    @property
    def lacking_ms(self) -> float:
        """By how much it is too short for what is said in it."""
        return 1000 * self.syllables / _FASTEST_SPS - self.length_ms


def _gaps(
    found: Sequence[int], times_ms: tuple[Sequence[int], Sequence[int]], syllables: Sequence[float]
) -> Iterator[_Gap]:
    starts, ends = times_ms
    for here, there in pairwise(found):
        yield _Gap(here, there, starts[there] - ends[here], syllables[there] - syllables[here + 1])


def _repeating(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Passages of words that come again soon, such as a message on hold: one reading may be taken for another."""
    parts = ["".join(bare_parts(word.text)) for word in words]
    latest: dict[tuple[str, ...], int] = {}
    again: list[int] = []
    for number in range(len(parts) - _RUN + 1):
        run = tuple(parts[number : number + _RUN])
        if number - latest.get(run, -_SOON - 1) <= _SOON:
            again.append(number)
        latest[run] = number
    first = last = -1
    for number in [*again, len(parts) + _SOON]:
        if number - last > _SOON // 4:
            if last - first >= _LONG_REPEAT:
                yield max(first - _SOON // 2, 0), last + _RUN
            first = number
        last = number


class _Rating:
    """Confidences and doubts of words, as they become known."""

    def __init__(self, count: int, found: Sequence[int]) -> None:
        self.sure = [_FAR] * count
        self.doubts_ms = [float(_SMALL_MS)] * count
        for number in found:
            self.sure[number], self.doubts_ms[number] = _FOUND, 0.0

    def interpolated(self, gap: _Gap) -> None:
        """Rate the words of a gap: the longer it is, and the less it fits them, the less sure they are."""
        count = gap.there - gap.here - 1
        usual = next((share for longest, share in _BETWEEN if gap.length_ms < longest), _FAR)
        off = max(gap.length_ms * _INTERPOLATED, gap.lacking_ms / 2)
        self.sure[gap.here + 1 : gap.there] = [_FAR if gap.lacking_ms > _LACKING_MS else usual] * count
        self.doubts_ms[gap.here + 1 : gap.there] = [off] * count

    def doubt(self, first: int, last: int, off_ms: float) -> None:
        """Words may have been found at the wrong place."""
        self.sure[first:last] = [min(one, _DOUBTFUL) for one in self.sure[first:last]]
        self.doubts_ms[first:last] = [max(one, off_ms) for one in self.doubts_ms[first:last]]


def _end_of_sentence(words: Sequence[Word], first: int) -> int:
    last = min(first + _LONGEST_SENTENCE, len(words))
    return next((n + 1 for n in range(first, last) if ends_sentence(words[n].text)), last)
