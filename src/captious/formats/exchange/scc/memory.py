"""A caption memory of CEA-608: rows of characters, as text at a column, and what they become as lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from captious.formats.exchange.rich import Line, Look, Run, trim

MARK = "\x1a"
"""Stands for the column of a mid-row code, which is shown as a space."""


class Piece(NamedTuple):
    """Text at a column."""

    column: int
    text: str
    look: Look


@dataclass(slots=True)
class Memory:
    """Rows by their number.

    Args:
        rows: the pieces of each row, in the order they were written.
        ends: a column that no character of a row lies behind.
        line: index of the line of the file where writing began; ``None`` while it is empty.
        frame: the frame where writing began.
    """

    rows: dict[int, list[Piece]] = field(default_factory=dict)
    ends: dict[int, int] = field(default_factory=dict)
    line: int | None = None
    frame: int = 0

    def write(self, row: int, column: int, text: str, look: Look) -> None:
        """Writes text into a row."""
        self.rows.setdefault(row, []).append(Piece(column, text, look))
        self.ends[row] = max(self.ends.get(row, 0), column + len(text))

    def replace_before(self, row: int, column: int, text: str, look: Look) -> None:
        """Puts a character in the place of the one before a column."""
        pieces = self.rows.get(row)
        if pieces and pieces[-1].column + len(pieces[-1].text) == column:
            last = pieces[-1]
            if last.look == look:
                pieces[-1] = last._replace(text=last.text[:-1] + text)
                return
        self.write(row, column - 1, text, look)

    def erase(self, row: int, start: int, end: int) -> None:
        """Removes the characters of a row in columns ``[start, end)``."""
        pieces = self.rows.get(row)
        if start >= self.ends.get(row, 0):
            return
        if pieces and pieces[-1].column + len(pieces[-1].text) == end:
            # the character that was written last
            last = pieces.pop()
            kept = last.text[: max(start - last.column, 0)]
            if kept:
                pieces.append(last._replace(text=kept))
                return
        if row in self.rows:
            cells = {
                column: cell for column, cell in _cells(self.rows[row]).items() if not start <= column < end
            }
            self.rows[row] = [Piece(column, char, look) for column, (char, look) in sorted(cells.items())]

    def shown(self) -> list[Row]:
        """The rows with text, from the top."""
        found = []
        for number in sorted(self.rows):
            row = _row(number, self.rows[number])
            if row is not None:
                found.append(row)
        return found


class Row(NamedTuple):
    """A row with text: its number from 1, the column of its first character, the column after the last, its runs."""

    number: int
    start: int
    end: int
    line: Line


def _cells(pieces: list[Piece]) -> dict[int, tuple[str, Look]]:
    return {
        piece.column + place: (char, piece.look) for piece in pieces for place, char in enumerate(piece.text)
    }


def _row(number: int, pieces: list[Piece]) -> Row | None:
    if len(pieces) == 1 and MARK not in pieces[0].text:
        column, text, look = pieces[0]
        bare = text.strip()
        if not bare:
            return None
        start = column + len(text) - len(text.lstrip())
        return Row(number, start, start + len(bare), (Run(bare, look),))
    end = -1
    for piece in pieces:
        if piece.column < end:  # written over
            pieces = [Piece(column, char, look) for column, (char, look) in sorted(_cells(pieces).items())]
            break
        end = piece.column + len(piece.text)
    return _joined(number, pieces)


def _joined(number: int, pieces: list[Piece]) -> Row | None:
    """A row of pieces from left to right; a mid-row code, or columns without a character, are a space."""
    runs: list[Run] = []
    start = end = column = -1
    gap = False
    for piece in pieces:
        gap = gap or (column >= 0 and piece.column > column)
        column = piece.column + len(piece.text)
        text = piece.text
        if MARK in text:
            bare = text.replace(MARK, "")
            gap = gap or not bare
            text = bare
        if not text:
            continue
        if runs and gap and text[0] != " " and runs[-1].text[-1] != " ":
            runs[-1] = Run(runs[-1].text + " ", runs[-1].look)
        gap = False
        if text.strip():
            start = piece.column + len(text) - len(text.lstrip()) if start < 0 else start
            end = column - (len(text) - len(text.rstrip()))
        if runs and runs[-1].look == piece.look:
            runs[-1] = Run(runs[-1].text + text, piece.look)
        else:
            runs.append(Run(text, piece.look))
    line = trim(runs)
    return Row(number, start, end, line) if line else None
