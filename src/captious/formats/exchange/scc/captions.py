"""Cues as captions of CEA-608: their rows with a place, and what has none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.core.clock import frame_at
from captious.formats.exchange.rich import rich_lines
from captious.formats.exchange.scc import codes, rows
from captious.formats.exchange.scc.places import place_of
from captious.formats.exchange.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.exchange.rich import Line

LONG = "lines of more than 32 columns (broken into more lines)"
TALL = "captions of more than the 15 rows of the picture (shown in parts, one after the other)"
MOVED = "in-times of captions for which the picture has no room (shown a frame later)"
OVERLAP = "captions that overlap (each takes the place of the one before)"
CHARACTERS = "characters that CEA-608 does not have"

_EASY_ROWS = 4


@dataclass(slots=True)
class Caption:
    """A caption to be loaded and shown.

    Args:
        number: 1-based number of its first cue.
        start: the frame to show it in.
        end: the frame to clear it in.
        parts: its rows, those of each cue with its settings.
        units: its codes, in parts that stay together, without those that load and show it.
    """

    number: int
    start: int
    end: int
    parts: list[tuple[str, list[rows.Styled]]]
    units: list[str] = field(default_factory=list)

    @property
    def height(self) -> int:
        """How many rows it has."""
        return sum(len(made) for _, made in self.parts)


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
    """The cues with text, by their times; those that begin in one frame are one caption.

    A cue with more rows than the picture is shown in parts, one after the other.
    """
    found = Unheld()
    captions: list[Caption] = []
    numbered = sorted(enumerate(document.cues, 1), key=lambda pair: pair[1].start_ms)
    for number, cue in numbered:
        made = _rows_of(cue, number, found)
        if not made:
            continue
        start = frame_at(cue.start_ms, rate)
        end = max(frame_at(cue.end_ms, rate), start + 1)
        for part, wanted, past in _parts(made, number, start, end, found):
            begin = wanted
            before = captions[-1] if captions else None
            if before is not None and before.start >= begin:
                if before.start == begin and before.height + len(part) <= codes.ROWS:
                    before.parts.append((cue.settings, part))
                    before.end = max(before.end, past)
                    continue
                begin = before.start + 1
                found.add(MOVED, number)
            if before is not None and before.end > begin:
                found.add(OVERLAP, number)
                before.end = begin
            captions.append(Caption(number, begin, max(past, begin + 1), [(cue.settings, part)]))
    for caption in captions:
        _place(caption)
    return captions, found


def _rows_of(cue: Cue, number: int, found: Unheld) -> list[rows.Styled]:
    """The rows of a cue, each of which fits."""
    made: list[rows.Styled] = []
    missing: dict[str, str] = {}
    is_long = False
    for line in rich_lines(cue.text):
        letters = rows.lettering(line)
        missing |= letters.missing
        if letters.line:
            fitting = _fitting(letters.line)
            is_long = is_long or len(fitting) > 1
            made += fitting
    if is_long:
        found.add(LONG, number)
    if missing:
        found.add(CHARACTERS, number)
        found.characters |= missing
    for what in dict.fromkeys(what for row in made for what in row.lost):
        found.add(what, number)
    return made


def _parts(
    made: list[rows.Styled], number: int, start: int, end: int, found: Unheld
) -> Iterator[tuple[list[rows.Styled], int, int]]:
    """The rows that are shown together, with their frames: all, or as many as the picture has, by their share."""
    if len(made) <= codes.ROWS:
        yield made, start, end
        return
    found.add(TALL, number, f"{len(made)} rows")
    # few rows at once are read easily; more, where there are too few frames
    size = min(max(_EASY_ROWS, -(-len(made) // (end - start))), codes.ROWS)
    whole = sum(row.columns for row in made)
    done = 0
    for place in range(0, len(made), size):
        part = made[place : place + size]
        begin = start + (end - start) * done // whole
        done += sum(row.columns for row in part)
        yield part, begin, start + (end - start) * done // whole


def _place(caption: Caption) -> None:
    """Gives the rows of a caption their places; those at the bottom stand one below the other, in their order."""
    filled: set[int] = set()
    bottom = [part for part in caption.parts if _is_at_bottom(part)]
    others = [part for part in caption.parts if not _is_at_bottom(part)]
    below = sum(len(made) for _, made in bottom)
    for settings, made in (*bottom, *others):
        widths = [row.columns for row in made]
        place = place_of(settings, widths)
        first = codes.ROWS - below + 1 if below else place.row
        below = max(below - len(made), 0)
        wanted = list(range(first, first + len(made)))
        if filled.intersection(wanted):
            wanted = [row for row in range(1, codes.ROWS + 1) if row not in filled][-len(made) :]
        for row, at in zip(made, wanted, strict=True):
            column = place.column if place.column is not None else (codes.COLUMNS - row.columns) // 2
            caption.units += rows.units_of(row, at, rows.first_column(row, column))
        filled.update(wanted)


def _is_at_bottom(part: tuple[str, list[rows.Styled]]) -> bool:
    return "line:" not in part[0]


def _fitting(line: Line) -> list[rows.Styled]:
    """A line as rows that fit, with the columns that their style codes take."""
    if rows.width_of(line) <= codes.COLUMNS and _need(row := rows.styled(line)) <= codes.COLUMNS:
        return [row]  # as nearly all do
    found: list[rows.Styled] = []
    for part in wrapped(line, codes.COLUMNS):
        row = rows.styled(part)
        width = codes.COLUMNS
        made = [row]
        while (most := max(map(_need, made))) > codes.COLUMNS and width > 1:
            width -= most - codes.COLUMNS
            made = [rows.styled(piece) for piece in wrapped(part, width)]
        found += made
    return found


def _need(row: rows.Styled) -> int:
    return row.columns + rows.first_column(row, 0)
