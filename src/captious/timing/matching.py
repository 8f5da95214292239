"""Match two versions of the same words in order: a transcript and ASR output.

Runs of words that occur once in both are found first, and the longest chain of them that goes forward in both is kept;
the text between two of them is matched in the same way, since a passage that repeats (a sponsor read four times) is
unique between its neighbours. A run also needs a word that occurs once in both, or two pairs of words that do: where a
message repeats for minutes, each lost word makes a pair that occurs once by chance. What is left is matched by dynamic
programming, however large it is (`captious.timing.table`).

Sources:
    Cohen, "Patience diff" (unique lines and the longest increasing subsequence); Needleman & Wunsch 1970.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from captious.timing.table import pair_cheapest

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

_LONGEST_RUN, _SHORTEST_RUN = 4, 2
_FEW_CELLS = 3_000
"""Cells of a rest up to which plain Python is faster than numpy."""
_MOST_CELLS = 400_000_000
"""Cells of a rest up to which all ways to match it are compared (20,000 words on both sides, about ten seconds); in a
larger one, shorter runs are looked for.
"""

_ALONE, _HOLE = 2, 8
"""A match of no more words in a row than this is not trusted beside a hole of more words than this."""

_SKIP = 1.0
_DIFFERENT = 1.6
_ALIKE = 0.7


class Pair(NamedTuple):
    """A word of one version and its counterpart in the other.

    Args:
        left: its index in the first.
        right: its index in the second.
        same: whether they are the same word; otherwise one was misheard, or spelled differently.
    """

    left: int
    right: int
    same: bool


def match(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Match the words of two versions, rising in both.

    Args:
        left: words in lower case without punctuation.
        right: the same of the other version.
    """
    pairs: list[Pair] = []
    rests = [(0, len(left), 0, len(right), _LONGEST_RUN)]
    while rests:
        first, last, start, end, run = rests.pop()
        # the common beginning and end
        while first < last and start < end and left[first] == right[start]:
            pairs.append(Pair(first, start, True))
            first, start = first + 1, start + 1
        while first < last and start < end and left[last - 1] == right[end - 1]:
            last, end = last - 1, end - 1
            pairs.append(Pair(last, end, True))
        if first == last or start == end:
            continue
        chain: list[tuple[int, int]] = []
        cells = (last - first) * (end - start)
        enough = _FEW_CELLS
        while not chain and cells > enough and run >= _SHORTEST_RUN:
            chain = _forward(_unique_runs(left, right, (first, last, start, end), run))
            run, enough = run - 1, _MOST_CELLS
        if not chain:
            if cells <= _FEW_CELLS:
                pairs += _compare(left, right, (first, last, start, end))
            elif cells <= _MOST_CELLS:
                pairs += drop_chance(
                    [
                        Pair(first + one, start + other, left[first + one] == right[start + other])
                        for one, other in pair_cheapest(left[first:last], right[start:end])
                    ]
                )
            continue
        here, there = first, start
        for one, other in chain:
            if one < here or other < there:
                continue  # a part of the run before it
            rests.append((here, one, there, other, _LONGEST_RUN))
            here, there = one, other
            while here < last and there < end and left[here] == right[there]:
                pairs.append(Pair(here, there, True))
                here, there = here + 1, there + 1
        rests.append((here, last, there, end, _LONGEST_RUN))
    return sorted(pairs)


def _unique_runs(
    left: Sequence[str], right: Sequence[str], rest: tuple[int, int, int, int], size: int
) -> list[tuple[int, int]]:
    first, last, start, end = rest
    once = _single(left[first:last]) & _single(right[start:end])
    two = _single([*pairwise(left[first:last])]) & _single([*pairwise(right[start:end])])
    places: dict[tuple[str, ...], int] = {}
    for place in range(start, end - size + 1):
        key = tuple(right[place : place + size])
        places[key] = -1 if key in places else place
    seen: dict[tuple[str, ...], int] = {}
    for place in range(first, last - size + 1):
        key = tuple(left[place : place + size])
        if places.get(key, -1) >= 0 and (
            not once.isdisjoint(key) or (key[:2] in two and key[-2:] in two and size == _LONGEST_RUN)
        ):
            seen[key] = -1 if key in seen else place
    return sorted((place, places[key]) for key, place in seen.items() if place >= 0)


def _single(parts: Sequence[T]) -> set[T]:
    return {part for part, count in Counter(parts).items() if count == 1}


def _forward(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of some pairs, rising in the first number, that also rises in the second."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(place)
            ends.append(number)
        else:
            tails[at], ends[at] = place, number
    chain: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _compare(left: Sequence[str], right: Sequence[str], rest: tuple[int, int, int, int]) -> list[Pair]:
    """The cheapest way to match a small rest: words may be skipped on both sides, or replace another."""
    first, last, start, end = rest
    width = end - start + 1
    costs = [number * _SKIP for number in range(width)]
    steps: list[bytearray] = []  # 0 = both, 1 = skip left, 2 = skip right
    for one in range(first, last):
        above, costs = costs, [costs[0] + _SKIP]
        row = bytearray([1])
        word = left[one]
        for other in range(width - 1):
            both = above[other] + _difference(word, right[start + other])
            skip_left, skip_right = above[other + 1] + _SKIP, costs[-1] + _SKIP
            least = min(both, skip_left, skip_right)
            row.append(0 if least == both else 1 if least == skip_left else 2)
            costs.append(least)
        steps.append(row)
    pairs: list[Pair] = []
    one, other = last - first, width - 1
    while one and other:
        step = steps[one - 1][other]
        if step == 0:
            one, other = one - 1, other - 1
            pairs.append(Pair(first + one, start + other, left[first + one] == right[start + other]))
        elif step == 1:
            one -= 1
        else:
            other -= 1
    return pairs


def _difference(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return _ALIKE if are_alike(one, other) else _DIFFERENT


def are_alike(one: str, other: str) -> bool:
    """Whether two words begin or end alike: another form of a word, or a part of it."""
    size = min(len(one), len(other)) // 2 + 1
    return one[:size] == other[:size] or one[-size:] == other[-size:]


def drop_chance(pairs: Sequence[Pair]) -> list[Pair]:
    """Drop the pairs that stand alone beside a hole: a word of one side of it may match on the other by chance.

    Args:
        pairs: rising in both.
    """
    runs: list[list[Pair]] = []
    for pair in pairs:
        last = runs[-1][-1] if runs else None
        if last is not None and (pair.left, pair.right) == (last.left + 1, last.right + 1):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    gaps = [
        max(there[0].left - here[-1].left, there[0].right - here[-1].right) for here, there in pairwise(runs)
    ]
    return [
        pair
        for number, run in enumerate(runs)
        if sum(one.same for one in run) > _ALONE
        or max([*gaps[max(number - 1, 0) : number], *gaps[number : number + 1]], default=0) <= _HOLE
        for pair in run
    ]
