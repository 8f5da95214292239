"""The source lines around an issue, for a terminal, with the issue underlined."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from captious.plain import escape_controls
from captious.reports.paint import DIM, paint

if TYPE_CHECKING:
    from collections.abc import Sequence

TAB_STOP = 4
LEAD = 40
"""Characters kept before the issue in a line that is clipped."""
WIDEST = 100
"""Widest line before it is clipped, in columns; the rest of 120 is for the line numbers."""
MOST_LINES = 6
"""Most lines shown of a cue; in a broken file a cue can have thousands."""


def draw_snippet(
    lines: Sequence[str],
    *,
    shown: tuple[int, int],
    start: tuple[int, int],
    end: tuple[int, int],
    style: str = "",
    color: bool = False,
) -> list[str]:
    """Lines of a source with their numbers and the issue underlined.

    Args:
        lines: all lines of the source, without line ends.
        shown: first and last 1-based line to show; if there are many, those farthest from the issue are left out.
        start: 1-based line and column of the first character of the issue.
        end: 1-based line and column after the last; equal to ``start`` for a place between two characters.
        style: colour of the underline.
        color: whether to use colour.

    Returns:
        The lines to print. Work is bounded by what is printed, however long a line of the source is.
    """
    first, last = _choose(shown, start[0], len(lines))
    gutter = len(str(last))
    drawn = [paint(" " * gutter + " |", DIM, color=color)]
    for number in range(first, last + 1):
        line = lines[number - 1]
        head = paint(f"{number:>{gutter}} |", DIM, color=color)
        marked = start[0] <= number <= max(end[0], start[0])
        begin = start[1] - 1 if number == start[0] else 0
        stop = end[1] - 1 if number == end[0] else len(line)
        if marked and number > start[0] and stop <= begin:
            marked = False  # the issue ended with the line before
        text, before, width = _draw(line, begin if marked else 0, stop if marked else 0)
        drawn.append(f"{head} {text}".rstrip())
        if marked:
            margin = paint(" " * gutter + " |", DIM, color=color)
            drawn.append(f"{margin} {' ' * before}{paint('^' * max(width, 1), style, color=color)}")
    return drawn


def _choose(shown: tuple[int, int], issue: int, count: int) -> tuple[int, int]:
    first, last = max(shown[0], 1), min(max(shown[1], issue), count)
    if last - first >= MOST_LINES:
        first = max(first, issue - 2)
        last = min(last, first + MOST_LINES - 1)
    return first, last


def _draw(line: str, begin: int, stop: int) -> tuple[str, int, int]:
    """A line for a terminal, the number of columns before the issue, and the width of the issue."""
    clip = max(begin - LEAD, 0) if len(line) > WIDEST else 0
    # any number of characters can take no column: the window is bounded in characters too
    window = line[clip : clip + 2 * WIDEST]
    if window.isascii() and window.isprintable() and len(line) <= WIDEST:
        return line, begin, min(stop, len(line)) - begin
    parts = ["…"] if clip else []
    column = len(parts)
    before, after = None, None
    cut = len(line) > clip + len(window)
    for place, character in enumerate(window, clip):
        piece, width = _shape(character, column)
        if column + width > WIDEST:
            cut = True
            break
        if place == begin:
            # an issue that is only an accent is underlined below the letter that carries it
            before = max(column - 1, 0) if not width and stop - begin == 1 else column
        parts.append(piece)
        column += width
        if begin <= place < stop:
            after = column
    if cut:
        parts.append("…")
    if before is None:
        before = column
    return "".join(parts), before, (after if after is not None else before) - before


def _shape(character: str, column: int) -> tuple[str, int]:
    """A character as printed at a column, and its width in columns."""
    if character == "\t":
        width = TAB_STOP - column % TAB_STOP
        return " " * width, width
    if character.isascii():
        piece = escape_controls(character)
        return piece, len(piece)
    category = unicodedata.category(character)
    if category in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":
        # combining marks, and the vowels and finals of a Hangul syllable, join the character before them
        return character, 0
    piece = escape_controls(character)
    if piece != character:
        return piece, len(piece)
    if category == "Cf":
        return character, 1 if character == "\xad" else 0
    return character, 2 if unicodedata.east_asian_width(character) in "WF" else 1
