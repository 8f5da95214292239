from __future__ import annotations

import tracemalloc
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.timing import table
from captious.timing.table import OPEN, OPEN_ANYWHERE, pair_cheapest

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORT = "we went home so we stayed"
LONG = "we went home so it was late and dark and cold by then so we stayed"
words = st.lists(st.sampled_from(("a", "b", "aaab", "aaac")), max_size=9)
prices = st.lists(st.sampled_from((1, 2, 8, 20)), min_size=10, max_size=10)


def cost(
    left: Sequence[str],
    right: Sequence[str],
    opens_left: Sequence[int],
    opens_right: Sequence[int],
    pairs: Sequence[tuple[int, int]] | None = None,
) -> int:
    """The least cost by trying everything, or the cost of some pairs."""
    lefts, rights = ({pair[side] for pair in pairs or ()} for side in (0, 1))

    def difference(one: str, other: str) -> int:
        if one == other:
            return 0
        return 7 if one[:3] == other[:3] or one[-4:] == other[-4:] else 16

    @lru_cache(None)
    def rest(one: int, other: int, gap: str) -> int:
        if one == len(left) and other == len(right):
            return 0
        costs = []
        if one < len(left) and other < len(right) and (pairs is None or (one, other) in pairs):
            costs.append(difference(left[one], right[other]) + rest(one + 1, other + 1, ""))
        if one < len(left) and one not in lefts:
            begin = 0 if gap == "left" else opens_left[other]
            costs += [9 + rest(one + 1, other, ""), 8 + begin + rest(one + 1, other, "left")]
        if other < len(right) and other not in rights:
            begin = 0 if gap == "right" else opens_right[one]
            costs += [9 + rest(one, other + 1, ""), 8 + begin + rest(one, other + 1, "right")]
        return min(costs, default=10**6)

    return rest(0, 0, "")


@given(words, words, prices, prices, st.sampled_from(((1 << 22, 16), (20, 3), (4, 2))))
def test_no_other_way_to_pair_words_is_cheaper(
    left: list[str], right: list[str], at_left: list[int], at_right: list[int], limits: tuple[int, int]
) -> None:
    opens_left, opens_right = at_left[: len(right) + 1], at_right[: len(left) + 1]
    with pytest.MonkeyPatch.context() as patch:
        # the parts of a large table, in a small one
        patch.setattr(table, "_MOST_CODES", limits[0])
        patch.setattr(table, "_PARTS", limits[1])
        pairs = pair_cheapest(left, right, opens_left=opens_left, opens_right=opens_right)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))
    assert cost(left, right, opens_left, opens_right, pairs) == cost(left, right, opens_left, opens_right)


def test_a_long_gap_opens_where_it_is_cheap() -> None:
    left, right = SHORT.split(), LONG.split()
    opens = [OPEN_ANYWHERE] * 7
    before, after = opens.copy(), opens.copy()
    before[3] = after[4] = OPEN
    assert (3, 13) in pair_cheapest(left, right, opens_right=before)
    assert (3, 3) in pair_cheapest(left, right, opens_right=after)


def test_the_memory_grows_with_the_words_and_not_with_their_product() -> None:
    left = [f"word{number % 97}" for number in range(2500)]
    right = [f"word{number % 89}" for number in range(2500)]
    pair_cheapest(left[:10], right[:10])
    tracemalloc.start()
    try:
        pair_cheapest(left, right)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # a byte a cell would be 6.25 million
    assert peak < 6_000_000
