"""Cues as captions of CEA-608: their rows with a place, and what has none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.core.clock import frame_at
from captious.formats.exchange.rich import rich_lines
from captious.formats.exchange.scc import codes, rows
from captious.formats.exchange.scc.places import place_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.exchange.rich import Line

LONG = "lines of more than 32 columns (broken into more lines)"
TALL = "rows past the 15 of the picture"
OVERLAP = "captions that overlap (each takes the place of the one before)"
CHARACTERS = "characters that CEA-608 does not have"


@dataclass(slots=True)
class Caption:
    """A caption to be loaded and shown.

    Args:
        number: 1-based number of its first cue.
        start: the frame to show it in.
        end: the frame to clear it in.
        units: its codes, in parts that stay together, without those that load and show it.
        filled: the rows it has text in.
    """

    number: int
    start: int
    end: int
    units: list[str] = field(default_factory=list)
    filled: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Unheld:
    """What has no place in captions: its name, with the number of cues, the first of them and an example."""

    found: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    characters: dict[str, str] = field(default_factory=dict)

    def add(self, what: str, number: int, example: str = "") -> None:
        """Adds one, in a cue."""
        count, first, shown = self.found.get(what, (0, number, example))
        self.found[what] = count + 1, first, shown


def captions_of(document: Document, rate: Fraction) -> tuple[list[Caption], Unheld]:
    """The cues with text, by their times; those that begin in one frame are one caption."""
    found = Unheld()
    captions: list[Caption] = []
    numbered = sorted(enumerate(document.cues, 1), key=lambda pair: pair[1].start_ms)
    for number, cue in numbered:
        lines = rich_lines(cue.text)
        if not lines:
            continue
        start = frame_at(cue.start_ms, rate)
        end = max(frame_at(cue.end_ms, rate), start + 1)
        before = captions[-1] if captions else None
        if before is not None and before.start == start:
            caption = before
            caption.end = max(caption.end, end)
        else:
            if before is not None and before.end > start:
                found.add(OVERLAP, number)
                before.end = start
            caption = Caption(number, start, end)
            captions.append(caption)
        _add(caption, cue, number, lines, found)
    return captions, found


def _add(caption: Caption, cue: Cue, number: int, lines: Sequence[Line], found: Unheld) -> None:
    made: list[rows.Styled] = []
    missing: dict[str, str] = {}
    is_long = False
    beyond = 0
    for line in lines:
        letters = rows.lettering(line)
        missing |= letters.missing
        if letters.line:
            # a line can be a megabyte, of which no more than the picture is laid out
            part, more = rows.cut(letters.line, codes.COLUMNS * (codes.ROWS + 1))
            beyond += more
            fitting = _fitting(part)
            is_long = is_long or len(fitting) > 1
            made += fitting
    if is_long:
        found.add(LONG, number)
    if missing:
        found.add(CHARACTERS, number)
        found.characters |= missing
    for what in dict.fromkeys(what for row in made for what in row.lost):
        found.add(what, number)
    widths = [row.columns for row in made]
    place = place_of(cue.settings, widths)
    wanted = list(range(place.row, place.row + len(made)))
    while caption.filled.intersection(wanted) and wanted[0] > 1:
        wanted = [row - 1 for row in wanted]  # above what stands there
    if (wanted and wanted[-1] > codes.ROWS) or caption.filled.intersection(wanted):
        free = [row for row in range(1, codes.ROWS + 1) if row not in caption.filled]
        wanted = free[-len(made) :]
        if len(wanted) < len(made):
            left = beyond + sum(len(text) for row in made[len(wanted) :] for _, text in row.parts)
            found.add(TALL, number, f"{len(made)} rows, {left} characters left out")
    for row, at in zip(made, wanted, strict=False):
        column = place.column if place.column is not None else (codes.COLUMNS - row.columns) // 2
        caption.units += rows.units_of(row, at, rows.first_column(row, column))
    caption.filled.update(wanted)


def _fitting(line: Line) -> list[rows.Styled]:
    """A line as rows that fit, with the columns that their style codes take."""
    row = rows.styled(line)
    need = row.columns + rows.first_column(row, 0)
    if need <= codes.COLUMNS:
        return [row]
    width = codes.COLUMNS
    while width > 1:
        made = [rows.styled(part) for part in rows.wrapped(line, width)]
        most = max(row.columns + rows.first_column(row, 0) for row in made)
        if most <= codes.COLUMNS:
            return made
        width -= most - codes.COLUMNS
    return [row]
