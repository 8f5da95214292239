"""A table of who says what when, as lines: tables of Markdown, HTML and documents, CSV and TSV."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import fmean
from typing import TYPE_CHECKING

from captious.transcripts.sources.column_names import END, SPEAKER, START, TEXT, number_ms_of, role_of
from captious.transcripts.sources.times import parse_time, write_stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOSTLY = 0.8
_SLOWEST = 0.05
"""Words in a second; where all words of a table are slower, its bare numbers are no seconds."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Args:
        cells: light Markdown.
        number: the 1-based place of each cell in the file.
    """

    cells: tuple[str, ...]
    number: int


@dataclass(slots=True)
class Said:
    """The lines of a table.

    Args:
        lines: light Markdown: a label where the speaker changes, the time, the text; a blank line between speakers.
        numbers: the place of each in the file.
        speakers: the names in the column of speakers, in order of appearance.
        frames: number of times that count frames, which are left out.
    """

    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    speakers: dict[str, None] = field(default_factory=dict)
    frames: int = 0


def read_table(rows: Sequence[Row]) -> Said | None:
    """The turns of a table; ``None`` if it is no transcript, such as a list of attendees.

    The columns are told by their names in the first row, or else by what is in them: text is what most words are in,
    times are times, and speakers are the short cells that come again.
    """
    rows = [row for row in rows if any(cell.strip() for cell in row.cells)]
    if not rows:
        return None
    roles = _named(rows[0])
    body = rows[1:] if roles else rows
    if TEXT not in roles.values():
        roles = _seen(body, roles)
    if TEXT not in roles.values() or not body:
        return None
    places = {role: place for place, role in roles.items()}
    said = Said()
    number_ms = _number_ms(rows[0].cells, body, places) if START in places else 1000
    speaker = ""
    for row in body:
        speaker = _add(row, places, said, speaker=speaker, number_ms=number_ms)
    return said


def _add(row: Row, places: dict[str, int], said: Said, *, speaker: str, number_ms: int) -> str:
    """Add the line of a row; returns its speaker. A cell without a name belongs to the speaker above."""
    name = _plain(_cell(row, places, SPEAKER))
    text = " ".join(_cell(row, places, TEXT).split())
    if not text:
        return speaker
    parts = []
    if name and name != speaker:
        said.speakers[name] = None
        parts.append(f"**{name}:**")
        if said.lines:
            said.lines.append("")
            said.numbers.append(row.number)
    ms, frames = parse_time(_plain(_cell(row, places, START)), number_ms=number_ms)
    said.frames += frames
    if ms is not None:
        parts.append(write_stamp(ms))
    said.lines.append(" ".join([*parts, text]))
    said.numbers.append(row.number)
    return name or speaker


def _named(row: Row) -> dict[int, str]:
    """The columns whose names say what they hold; empty if the row is no head."""
    roles: dict[int, str] = {}
    for place, cell in enumerate(row.cells):
        role = role_of(_plain(cell))
        if role is not None and role not in roles.values():
            roles[place] = role
    held = set(roles.values())
    return roles if TEXT in held or {SPEAKER, START} <= held else {}


def _seen(rows: Sequence[Row], known: dict[int, str]) -> dict[int, str]:
    """The columns by what is in them."""
    width = max((len(row.cells) for row in rows), default=0)
    columns = [[_plain(row.cells[at]) if at < len(row.cells) else "" for row in rows] for at in range(width)]
    words = [fmean(len(cell.split()) for cell in column) for column in columns]
    roles = dict(known)
    for at, column in enumerate(columns):
        times = sum(parse_time(cell)[0] is not None and ":" in cell for cell in column)
        if at not in roles and times >= _MOSTLY * len(column):
            roles[at] = START if START not in roles.values() else END
    rest = [at for at in range(width) if at not in roles]
    if not rest:
        return {}
    text = max(rest, key=lambda at: words[at])
    others = [at for at in rest if at != text]
    if words[text] < 3 or any(words[text] < 2 * words[at] for at in others):
        return {}
    roles[text] = TEXT
    for at in others:
        named = [cell for cell in columns[at] if cell]
        if (
            SPEAKER not in roles.values()
            and named
            and words[at] <= 4
            and 2 * len(set(named)) <= len(named) + 1
        ):
            roles[at] = SPEAKER
    return roles if {SPEAKER, START} & set(roles.values()) else {}


def _number_ms(head: tuple[str, ...], rows: Sequence[Row], places: dict[str, int]) -> int:
    """What a bare number in the column of times counts: seconds, unless the words would be far too slow."""
    stated = number_ms_of(head[places[START]]) if places[START] < len(head) else None
    if stated is not None:
        return stated
    cells = [_plain(_cell(row, places, START)) for row in rows]
    whole = [int(cell) for cell in cells if cell.isascii() and cell.isdecimal() and len(cell) < 10]
    if len(whole) < len(cells) or len(whole) < 2:
        return 1000
    words = sum(len(_cell(row, places, TEXT).split()) for row in rows)
    return 1 if words < _SLOWEST * (max(whole) - min(whole)) else 1000


def _cell(row: Row, places: dict[str, int], role: str) -> str:
    place = places.get(role, len(row.cells))
    return row.cells[place] if place < len(row.cells) else ""


def _plain(cell: str) -> str:
    return " ".join(cell.replace("*", "").replace("\\", "").split()).rstrip(":").strip()
