"""Words at the edge of what was left out: a short word beside a hole is easily left out with it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from captious.audio.phone_path import Said, find_path, score_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

_MOST_WORDS = 5
_LEAVE_OUT = 5.0
"""Price of leaving out a word beside one that was found, for each of its phones; more than that of others."""
_WHOLE = 4.0
"""What a whole sentence beside a hole is preferred by, and a part of one is not."""
_LEAST_SCORE = -6.0
_ALONE_FRAMES = 20
_AS_LIKELY = 4.0
_NEVER = 1e6
_PHONE_FRAMES, _SPARE_FRAMES, _PAUSE_FRAMES = 10, 15, 100
_LONG_GAP_FRAMES = 150
_USUAL_FRAMES = 4
_MOST_GUESSED = 2
_GUESSED = -6.0


def attach_edges(
    placed: list[Said | None],
    heard: NDArray[np.uint8],
    words: Sequence[Sequence[int]],
    ends: Sequence[bool],
) -> list[int]:
    """Look once more for the words that were left out beside words that were found.

    Args:
        placed: the words in their places, `None` where they were left out; the ones that are found are put in.
        heard: the frames, as `captious.audio.phones` says it.
        words: the columns of each word's phones.
        ends: for each word, whether it ends a sentence.

    Returns:
        The numbers of the words that were put in.
    """
    put: list[int] = []
    for first, last in list(_left_out(placed)):
        before = placed[first - 1] if first else None
        after = placed[last] if last < len(placed) else None
        start, end = before.end if before else 0, after.start if after else len(heard)
        found: dict[int, Said] = {}
        # the side where more is heard goes first, and leaves the rest to the other
        sides = [after is not None, before is not None]
        while any(sides):
            left = [number for number in range(first, last) if number not in found]
            tries = [
                _Edge(heard, words, ends, start, end).find(left, before=side == 0) if sides[side] else None
                for side in (0, 1)
            ]
            gain, side = max((one.gain, side) for side, one in enumerate(tries) if one is not None)
            best = tries[side]
            if best is None or gain <= 0:
                break
            found |= best.words
            sides[side] = False
            if side == 0:
                end = min(said.start for said in best.words.values())
            else:
                start = max(said.end for said in best.words.values())
        if after is not None and last - 1 not in found and end - start > _LONG_GAP_FRAMES:
            left = [number for number in range(first, last) if number not in found]
            found |= _Edge(heard, words, ends, start, end).guess(left[-_MOST_GUESSED - 1 :])
        for number, said in found.items():
            placed[number] = said
        put += found
    return put


def rejoin_first_words(
    placed: list[Said | None],
    heard: NDArray[np.uint8],
    words: Sequence[Sequence[int]],
    ends: Sequence[bool],
) -> list[int]:
    """Put first words of sentences that stand alone before a pause beside the second one, where they may be, too.

    Args:
        placed: the words in their places; the ones that move are replaced.
        heard: the frames, as `captious.audio.phones` says it.
        words: the columns of each word's phones.
        ends: for each word, whether it ends a sentence.

    Returns:
        The numbers of the words that moved.
    """
    moved: list[int] = []
    for number in range(1, len(placed) - 1):
        before, said, after = placed[number - 1 : number + 2]
        if before is None or said is None or after is None or not ends[number - 1] or ends[number]:
            continue
        if after.start - said.end < _ALONE_FRAMES:
            continue
        edge = _Edge(heard, words, ends, before.end, after.start)
        near = edge.find([number], before=True)
        there = edge.find([number], before=True, anywhere=True)
        if near.words and near.gain >= there.gain - _AS_LIKELY:
            placed[number] = near.words[number]
            moved.append(number)
    return moved


def _left_out(placed: Sequence[Said | None]) -> Iterator[tuple[int, int]]:
    place = 0
    for missing, run in groupby(said is None for said in placed):
        size = len(list(run))
        if missing:
            yield place, place + size
        place += size


class _Attached(NamedTuple):
    """Words at an edge, and how much likelier they are there than something else."""

    words: dict[int, Said]
    gain: float


class _Edge:
    """The frames between two words that were found."""

    def __init__(
        self,
        heard: NDArray[np.uint8],
        words: Sequence[Sequence[int]],
        ends: Sequence[bool],
        start: int,
        end: int,
    ) -> None:
        self._heard = heard
        self._words = words
        self._ends = ends
        self._start = start
        self._end = end

    def find(self, numbers: Sequence[int], *, before: bool, anywhere: bool = False) -> _Attached:
        """Find the last ones of some words right before the end, or the first ones right after the start.

        Args:
            numbers: the words.
            before: whether they are looked for before the end.
            anywhere: whether they may be anywhere between start and end.
        """
        best = _Attached({}, 0.0)
        for count in range(1, min(len(numbers), _MOST_WORDS) + 1):
            one = numbers[-count:] if before else numbers[:count]
            words = [self._words[number] for number in one]
            phones = sum(map(len, words))
            pause = self._ends[one[-1]] if before else self._ends[one[0] - 1]
            reach = (
                self._end
                if anywhere
                else phones * _PHONE_FRAMES + _SPARE_FRAMES + (_PAUSE_FRAMES if pause else 0)
            )
            first = max(self._start, self._end - reach) if before else self._start
            last = self._end if before else min(self._end, self._start + reach)
            if last - first < 2 * phones:
                continue
            enter = [_NEVER] * (count + 1)
            enter[0 if before else -1] = 0.0
            part = self._heard[first:last]
            path = find_path(part, words, enter=enter, leave_out=_NEVER)
            whole = one[0] == 0 or self._ends[one[0] - 1] if before else self._ends[one[-1]]
            gain = path.score - score_elsewhere(part) + _LEAVE_OUT * phones + (_WHOLE if whole else -_WHOLE)
            scores = [said.score for said in path.words if said is not None]
            if gain > best.gain and len(scores) == count and sum(scores) >= _LEAST_SCORE * count:
                best = _Attached(
                    {
                        number: said._replace(start=said.start + first, end=said.end + first)
                        for number, said in zip(one, path.words, strict=True)
                        if said is not None
                    },
                    gain,
                )
        return best

    def guess(self, numbers: Sequence[int]) -> dict[int, Said]:
        """Put the first words of a sentence, if they are few, before the word that was found of it."""
        guessed: dict[int, Said] = {}
        end = self._end
        for number in reversed(numbers):
            if self._ends[number]:
                return guessed
            start = end - _USUAL_FRAMES * len(self._words[number])
            guessed[number] = Said(start, end, _GUESSED)
            end = start
        begins = len(guessed) <= _MOST_GUESSED and numbers and (not numbers[0] or self._ends[numbers[0] - 1])
        return guessed if begins else {}
