"""WebVTT cues as the subtitles of EBU STL: their kind, their rows and their places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from captious.core.clock import frame_at
from captious.formats.exchange.rich import rich_lines
from captious.formats.exchange.stl import blocks, places, text_field
from captious.formats.exchange.stl.languages import code_of, language_of
from captious.formats.exchange.stl.tables import TABLES, best_table, encode
from captious.formats.exchange.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.exchange.rich import Line
    from captious.formats.exchange.stl.blocks import Gsi

NOT_CUMULATIVE = 0
_FIRST, _MIDDLE, _LAST = 1, 2, 3
"""Cumulative status of a subtitle."""


class Plan(NamedTuple):
    """How a document is written: teletext or open subtitles, the code table, and the language code."""

    teletext: bool
    table: str
    language: str


@dataclass(slots=True)
class Subtitle:
    """A cue as it is written.

    Args:
        number: 1-based number of the cue.
        cue: the cue.
        lines: its lines.
        start: its first frame.
        end: the frame after its last.
        cumulative: its cumulative status.
        rows: its lines as rows.
        row: its vertical position.
        justification: its justification code.
        height: how many rows it takes.
        broken: whether a line was broken into more.
    """

    number: int
    cue: Cue
    lines: tuple[Line, ...]
    start: int
    end: int
    cumulative: int = NOT_CUMULATIVE
    rows: list[text_field.Written] = field(default_factory=list)
    row: int = 0
    justification: int = places.CENTRED
    height: int = 0
    broken: bool = False

    @property
    def text(self) -> str:
        """The whole text field, of any length."""
        return (text_field.NEW_ROW * (2 if self.height > len(self.rows) else 1)).join(
            row.row for row in self.rows
        )


def plan_of(document: Document, *, language: str | None = None, old: Gsi | None = None) -> Plan:
    """How a document is written.

    Args:
        document: the document.
        language: BCP 47 tag of its text; ``None`` = its own.
        old: the header of the file that the captions are from: its kind of subtitles and its table stay.
    """
    styled = coloured = False
    for cue in document.cues:
        if "<" in cue.text:
            for line in rich_lines(cue.text):
                for run in line:
                    styled = styled or run.look.italic or run.look.underline
                    coloured = coloured or run.look.colour not in (None, "white")
    text = "".join(line for cue in document.cues for line in cue.lines)
    code = code_of(language or document.language)
    if old is None or old.dsc not in (blocks.OPEN, blocks.TELETEXT_1, blocks.TELETEXT_2):
        return Plan(coloured or not styled, best_table(text), code)
    table = old.cct if old.cct in TABLES and not encode(text, old.cct)[1] else best_table(text)
    same = language is None or language_of(old.lc) == language
    return Plan(old.dsc != blocks.OPEN, table, old.lc if same else code)


def subtitles(document: Document, plan: Plan, rate: Fraction) -> Iterator[Subtitle]:
    """The cues with text as they are written, in order."""
    held: list[Subtitle] = []
    for number, cue in enumerate(document.cues, 1):
        lines = rich_lines(cue.text)
        if not lines:
            continue
        start, end = frame_at(cue.start_ms, rate), frame_at(cue.end_ms, rate)
        subtitle = Subtitle(number, cue, lines, start, max(end, start + 1))
        subtitle.rows = [row for line in lines for row in _rows(line, plan)]
        subtitle.broken = len(subtitle.rows) > len(lines)
        subtitle.height = len(subtitle.rows) * (2 if plan.teletext else 1)
        if held and not (held[-1].start < start < held[-1].end == subtitle.end):
            yield from _placed(held)
            held = []
        held.append(subtitle)
    yield from _placed(held)


def _placed(held: Sequence[Subtitle]) -> Sequence[Subtitle]:
    """Subtitles that are shown together, each below the one before; or a single one."""
    below = sum(subtitle.height for subtitle in held)
    for place, subtitle in enumerate(held):
        below -= subtitle.height
        found = places.place_of(subtitle.cue.settings, height=subtitle.height)
        subtitle.row = max(found.row - below, 1) if found.is_default else found.row
        subtitle.justification = found.justification
        if len(held) > 1:
            subtitle.cumulative = _FIRST if place == 0 else _LAST if place == len(held) - 1 else _MIDDLE
    return held


def _rows(line: Line, plan: Plan) -> list[text_field.Written]:
    """A line as rows that fit the columns, with those that codes take."""
    row = _row(line, plan)
    if row.columns <= text_field.COLUMNS:
        return [row]
    found: list[text_field.Written] = []
    coloured = any(run.look.colour not in (None, "white") for run in line)
    held = text_field.boxed_columns(coloured=coloured) if plan.teletext else 0
    for part in wrapped(line, text_field.COLUMNS - held):
        width = text_field.COLUMNS - held
        made = [_row(part, plan)]
        while (most := max(one.columns for one in made)) > text_field.COLUMNS and width > 1:
            width -= most - text_field.COLUMNS
            made = [_row(piece, plan) for piece in wrapped(part, max(width, 1))]
        found += made
    return found


def _row(line: Line, plan: Plan) -> text_field.Written:
    write_row = text_field.write_teletext if plan.teletext else text_field.write_open
    return write_row(line, plan.table, language=plan.language)
