"""Places in a source text: offsets, with line and column for display."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range ``[start, end)`` of a source text.

    Args:
        start: offset of the first character, in code points from the start of the decoded text (a byte order
            mark is not part of it).
        end: offset one past the last character; equal to ``start`` for a place between two characters.
        line: 1-based line of ``start``; lines end at CR, LF or CRLF only.
        column: 1-based column of ``start``, in code points.
    """

    start: int
    end: int
    line: int
    column: int


class LineIndex:
    """Convert offsets to lines and columns, in logarithmic time after one linear pass.

    Args:
        starts: offset of the first character of each line, ascending, beginning with 0.
    """

    __slots__ = ("_starts",)

    def __init__(self, starts: Sequence[int]) -> None:
        self._starts = starts

    def span(self, start: int, end: int) -> Span:
        """The span ``[start, end)`` with its line and column."""
        line = bisect_right(self._starts, start)
        return Span(start, end, line, start - self._starts[line - 1] + 1)
