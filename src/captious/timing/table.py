"""The cheapest way to match two lists of words, as a table of costs that is worked out row by row.

A row is a few operations of numpy, so that 12,000 words on both sides take seconds; only some of the rows are kept, and
those between two of them are worked out again on the way back, in no more columns than are still needed. The memory
grows with the words, not with their product.

A word or two that one side lacks cost the same everywhere; a longer gap has a price of its own to be opened, which the
caller may set for each place, and costs less for each word.

Sources:
    Needleman & Wunsch 1970; a price to open a gap: Gotoh 1982; linear memory: Hirschberg 1975, here with kept rows
    instead of halves.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Row = NDArray[np.int32]

OPEN, OPEN_ANYWHERE = 2, 18
"""Costs to begin a long gap: at a place made for it, and at any other one."""
_DIFFERENT, _ALIKE = 16, 7
_SKIP, _SKIP_IN_LONG = 9, 8
"""Costs of two words that differ, or that begin or end alike, and of a word that the other side lacks.

Two words that differ cost a little less than one missing on each side.
"""

_FAR = 1 << 28
_MOST_CODES = 1 << 22
_PARTS = 16
"""Up to so many cells are kept; a larger table is worked out in this many parts, one after the other."""

_BOTH, _LEFT_LONG, _LEFT_AGAIN, _LEFT_LONG_AGAIN = 1, 2, 4, 8
_RIGHT, _RIGHT_LONG, _RIGHT_AGAIN, _RIGHT_LONG_AGAIN = 16, 32, 64, 128
"""What is kept of a cell: whether its words are paired, else that of the left is skipped, in a long gap or not, and
whether each kind of gap goes on above; whether it is cheaper to skip the word of the right, with the same.
"""


class _Doing(IntEnum):
    """What the way back through the table is in the middle of."""

    NOTHING, NOT_RIGHT, LEFT, LEFT_LONG, RIGHT, RIGHT_LONG = range(6)


class _State(NamedTuple):
    """The least cost of each cell of a row, and those with the word of the left skipped, in a short and a long gap."""

    best: Row
    left: Row
    left_long: Row

    def cut(self, columns: int) -> _State:
        """The first columns only: they do not depend on the others."""
        return _State(self.best[:columns], self.left[:columns], self.left_long[:columns])


def pair_cheapest(
    left: Sequence[str],
    right: Sequence[str],
    *,
    opens_left: Sequence[int] | None = None,
    opens_right: Sequence[int] | None = None,
) -> list[tuple[int, int]]:
    """Pair the words of two lists in order, at the least cost of all.

    Args:
        left: some words.
        right: other words.
        opens_left: for each place in ``right``, from before the first word to after the last, what it costs to leave
            out a passage of ``left`` there; ``None`` = `OPEN_ANYWHERE`.
        opens_right: for each place in ``left``, what it costs to leave out a passage of ``right`` there.

    Returns:
        Pairs of indices, rising in both; words of a pair may differ.
    """
    if not left or not right:
        return []
    table = _Table(
        [_number(left, right, part) for part in (slice(None), slice(3), slice(-4, None))],
        opens_left or [OPEN_ANYWHERE] * (len(right) + 1),
        opens_right or [OPEN_ANYWHERE] * (len(left) + 1),
    )
    return table.pairs()


def _number(left: Sequence[str], right: Sequence[str], part: slice) -> tuple[Row, Row]:
    """A part of each word as a number, the same for the same letters."""
    import numpy as np  # late: captions without word timings need none

    numbers: dict[str, int] = {}
    ones, others = (
        np.array([numbers.setdefault(word[part], len(numbers)) for word in words], dtype=np.int32)
        for words in (left, right)
    )
    return ones, others


class _Table:
    """The table: a row for each word of the left list, and a column for each of the right one."""

    def __init__(
        self, sides: Sequence[tuple[Row, Row]], opens_left: Sequence[int], opens_right: Sequence[int]
    ) -> None:
        import numpy as np

        self._sides = sides
        self._rows = len(sides[0][0])
        self._opens_left = np.array(opens_left, np.int32)
        self._opens_right = opens_right
        numbers = np.arange(len(sides[0][1]) + 1, dtype=np.int32)
        self._skips, self._long_skips = numbers * _SKIP, numbers * _SKIP_IN_LONG
        self._pairs: list[tuple[int, int]] = []

    def pairs(self) -> list[tuple[int, int]]:
        """The pairs of the cheapest way."""
        import numpy as np

        best = np.minimum(self._skips, self._long_skips + np.int32(self._opens_right[0]))
        far = np.full(len(best), _FAR, np.int32)
        self._walk(0, self._rows, _State(best, far, far), len(best) - 1, _Doing.NOTHING)
        return self._pairs[::-1]

    def _walk(self, first: int, last: int, state: _State, column: int, doing: _Doing) -> tuple[int, _Doing]:
        """Walk back from a column below some rows to the one above them."""
        state = state.cut(column + 1)
        if (last - first) * (column + 1) <= _MOST_CODES or last - first <= _PARTS:
            return self._walk_codes(first, last, state, column, doing)
        bounds = [first + (last - first) * part // _PARTS for part in range(_PARTS + 1)]
        kept = [state]
        for begin, end in pairwise(bounds[:-1]):
            for row in range(begin, end):
                state = self._next(row, state)
            kept.append(state)
        for begin, end, above in reversed(list(zip(bounds[:-1], bounds[1:], kept, strict=True))):
            column, doing = self._walk(begin, end, above, column, doing)
        return column, doing

    def _walk_codes(
        self, first: int, last: int, state: _State, column: int, doing: _Doing
    ) -> tuple[int, _Doing]:
        import numpy as np

        codes = np.zeros((last - first, column + 1), np.uint8)
        for row in range(first, last):
            state = self._next(row, state, codes[row - first])
        row = last
        while row > first:
            code = int(codes[row - first - 1, column])
            if doing is _Doing.NOTHING:
                right = _Doing.RIGHT_LONG if code & _RIGHT_LONG else _Doing.RIGHT
                doing = right if code & _RIGHT else _Doing.NOT_RIGHT
            if doing is _Doing.NOT_RIGHT and not code & _BOTH:
                doing = _Doing.LEFT_LONG if code & _LEFT_LONG else _Doing.LEFT
            if doing in (_Doing.RIGHT, _Doing.RIGHT_LONG):
                column -= 1
                again = _RIGHT_AGAIN if doing is _Doing.RIGHT else _RIGHT_LONG_AGAIN
                doing = doing if code & again else _Doing.NOT_RIGHT
            elif doing in (_Doing.LEFT, _Doing.LEFT_LONG):
                row -= 1
                again = _LEFT_AGAIN if doing is _Doing.LEFT else _LEFT_LONG_AGAIN
                doing = doing if code & again else _Doing.NOTHING
            else:
                row, column, doing = row - 1, column - 1, _Doing.NOTHING
                self._pairs.append((row, column))
        return column, doing

    def _next(self, row: int, above: _State, codes: NDArray[np.uint8] | None = None) -> _State:
        """The row below another one."""
        import numpy as np

        width = len(above.best) - 1
        opened = above.best + self._opens_left[: width + 1]
        left, left_long = np.minimum(above.best, above.left), np.minimum(opened, above.left_long)
        if codes is not None:
            codes |= (above.left < above.best).view("uint8") * _LEFT_AGAIN
            codes |= (above.left_long < opened).view("uint8") * _LEFT_LONG_AGAIN
        left += _SKIP
        left_long += _SKIP_IN_LONG
        cells = np.minimum(left, left_long)
        (one, ones), (head, heads), (tail, tails) = ((each[0][row], each[1][:width]) for each in self._sides)
        both = (ones != one) * np.int32(_ALIKE)
        both += ((heads != head) & (tails != tail)) * np.int32(_DIFFERENT - _ALIKE)
        both += above.best[:-1]
        if codes is not None:
            codes |= (left_long < left).view("uint8") * _LEFT_LONG
            codes[1:] |= (both <= cells[1:]).view("uint8") * _BOTH
        np.minimum(both, cells[1:], out=cells[1:])
        plain, plain_long = cells - self._skips[: width + 1], cells - self._long_skips[: width + 1]
        least, least_long = np.minimum.accumulate(plain), np.minimum.accumulate(plain_long)
        right = least[:-1] + self._skips[1 : width + 1]
        right_long = least_long[:-1] + (
            self._long_skips[1 : width + 1] + np.int32(self._opens_right[row + 1])
        )
        across = np.minimum(right, right_long)
        if codes is not None:
            codes[1:] |= (across < cells[1:]).view("uint8") * _RIGHT
            codes[1:] |= (right_long < right).view("uint8") * _RIGHT_LONG
            codes[1:] |= (least[:-1] < plain[:-1]).view("uint8") * _RIGHT_AGAIN
            codes[1:] |= (least_long[:-1] < plain_long[:-1]).view("uint8") * _RIGHT_LONG_AGAIN
        np.minimum(cells[1:], across, out=cells[1:])
        return _State(cells, left, left_long)
