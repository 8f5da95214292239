"""Lines of a source text, split at CR, LF and CRLF only, with their offsets.

`str.splitlines` also splits at form feeds, NEL and U+2028, which are text in a caption.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from captious.core.span import Span

_LINE_END = re.compile(r"\r\n?|\n")


class Lines(NamedTuple):
    """The lines of a text.

    Args:
        texts: each line without its line ending; an empty one after a final line ending.
        starts: offset of the first character of each line, in code points.
        newline: the most frequent line ending; LF if there is none.
        mixed: whether there is more than one kind of line ending.
    """

    texts: list[str]
    starts: array[int]
    newline: str
    mixed: bool

    def span(self, line: int, start: int = 0, end: int | None = None) -> Span:
        """The span from column ``start`` to column ``end`` (0-based; the end of the line if ``None``) of a line.

        Args:
            line: 0-based number of the line.
            start: first character.
            end: one past the last character.
        """
        begin = self.starts[line]
        return Span(
            begin + start, begin + (len(self.texts[line]) if end is None else end), line + 1, start + 1
        )

    def span_lines(self, first: int, last: int) -> Span:
        """The span from the start of line ``first`` to the end of line ``last``, both 0-based."""
        begin = self.starts[first]
        return Span(begin, self.starts[last] + len(self.texts[last]), first + 1, 1)

    def offsets(self, first: int, end: int) -> list[int]:
        """Where each of the lines ``[first, end)``, 0-based, begins once they are joined by LF."""
        return list(accumulate((len(text) + 1 for text in self.texts[first : end - 1]), initial=0))

    def span_joined(self, first: int, offsets: list[int], start: int, past: int) -> Span:
        """The span of the range ``[start, past)`` of lines that are joined by LF.

        Args:
            first: 0-based number of the first line.
            offsets: where each of them begins, from `offsets`.
            start: first character.
            past: one past the last character.
        """
        at, last = bisect_right(offsets, start) - 1, bisect_right(offsets, max(past - 1, start)) - 1
        begin, column = self.starts[first + at], start - offsets[at]
        end = self.starts[first + last] + past - offsets[last]
        return Span(begin + column, end, first + at + 1, column + 1)

    def visible(self, first: int, end: int) -> tuple[int, int]:
        """The lines ``[first, end)``, 0-based, without the blank lines around them."""
        while first < end and not self.texts[first].strip():
            first += 1
        while end > first and not self.texts[end - 1].strip():
            end -= 1
        return first, end


def without_mark(text: str) -> str:
    """A text without the byte order mark at its start; two of them are a mistake, and stay."""
    return text if text.startswith("\ufeff\ufeff") else text.removeprefix("\ufeff")


def split_lines(text: str) -> Lines:
    """Splits a text into lines, in linear time."""
    carriage_returns = text.count("\r")
    if not carriage_returns:
        texts = text.split("\n")
        return Lines(texts, _starts(texts, 1), "\n", False)
    pairs = text.count("\r\n")
    line_feeds = text.count("\n")
    if pairs == carriage_returns == line_feeds:
        texts = text.split("\r\n")
        return Lines(texts, _starts(texts, 2), "\r\n", False)
    if not line_feeds:
        texts = text.split("\r")
        return Lines(texts, _starts(texts, 1), "\r", False)
    texts, starts, begin = [], array("q"), 0
    for match in _LINE_END.finditer(text):
        texts.append(text[begin : match.start()])
        starts.append(begin)
        begin = match.end()
    texts.append(text[begin:])
    starts.append(begin)
    counts = {"\r\n": pairs, "\n": line_feeds - pairs, "\r": carriage_returns - pairs}
    return Lines(texts, starts, max(counts, key=lambda end: counts[end]), True)


def _starts(texts: list[str], width: int) -> array[int]:
    starts = array("q", accumulate((len(text) + width for text in texts), initial=0))
    starts.pop()
    return starts
