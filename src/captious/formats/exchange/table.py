"""Captions as a table: CSV and TSV, a row for each cue, for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from captious.core.clock import parse_clock, vtt_time
from captious.errors import CaptiousError, FormatError
from captious.formats.base import Reading, quote
from captious.formats.exchange.build import make_cue, make_document, plain_lines
from captious.formats.exchange.left_out import LeftOut

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.cue import Cue
    from captious.core.document import Document

COLUMNS = ("number", "start", "end", "speaker", "text")
_ALSO = {
    "start": ("start", "begin", "in", "start time", "starttime", "timecode in", "start timecode"),
    "end": ("end", "out", "end time", "endtime", "timecode out", "end timecode"),
    "speaker": ("speaker", "name", "voice", "speaker name"),
    "text": ("text", "caption", "subtitle", "body"),
}
_COUNTED = frozenset(("number", "no", "no.", "#", "id", "index", "cue", "duration", "length", "frames"))
"""Columns that hold what is known anyway: numbers and times, unless there are words in them."""
_LINE_END = re.compile(r"[\r\n]")
_MOST_CHARS = 10_000_000


def recognises(text: str, *, delimiter: str) -> bool:
    """Whether the first line of a text names the columns that captions need."""
    first = _LINE_END.split(text.lstrip("\ufeff\r\n"), maxsplit=1)[0]
    names = {cell.strip(' "').lower() for cell in first.split(delimiter)}
    return all(names.intersection(_ALSO[name]) for name in ("start", "end", "text"))


def read(text: str, *, delimiter: str, frame_rate: Fraction | None = None) -> Reading:
    """A cue for each row; columns may be in any order, and words in other columns are listed.

    Times are clocks (``0:01:02.500``) or seconds; with a frame rate also timecodes (``00:01:02:12``).

    Raises:
        FormatError: a missing column, an invalid time, or an unclosed quotation mark; with the line.
    """
    csv.field_size_limit(_MOST_CHARS)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter, strict=True)
    title = "TSV" if delimiter == "\t" else "CSV"
    places: dict[str, int] | None = None
    others: list[str] = []
    left_out = LeftOut()
    cues: list[Cue] = []
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if places is None:
                places = _places(row, title)
                others = [
                    _name_of(cell) if place not in places.values() else "" for place, cell in enumerate(row)
                ]
                continue
            for other, cell in zip(others, row, strict=False):
                counted = other in _COUNTED and not any(part.isalpha() for part in cell.split())
                if other and cell.strip() and not counted:
                    left_out.add(_lost(other), len(cues) + 1, cell.strip()[:40])
            if any(cell.strip() for cell in row[len(others) :]):
                left_out.add_text(
                    "words right of the last column", len(cues) + 1, " ".join(row[len(others) :])
                )
            cells = {name: row[place] if place < len(row) else "" for name, place in places.items()}
            times = [_ms(cells[name], name, reader.line_num, frame_rate) for name in ("start", "end")]
            speaker = " ".join(cells.get("speaker", "").split()) or None
            cues.append(make_cue(times[0], times[1], plain_lines(cells["text"]), speaker=speaker))
    except csv.Error as error:
        raise FormatError(f"not {title}: {error}", line=reader.line_num) from None
    return Reading(make_document(cues, title=title), losses=left_out.losses())


def write(document: Document, *, delimiter: str) -> str:
    """The columns `COLUMNS`, quoted where needed; the lines of a cue are lines of its cell."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, cue in enumerate(document.cues, 1):
        writer.writerow(
            [number, vtt_time(cue.start_ms), vtt_time(cue.end_ms), cue.speaker or "", "\n".join(cue.lines)]
        )
    return out.getvalue()


def _places(row: list[str], title: str) -> dict[str, int]:
    names = [cell.strip().lower() for cell in row]
    places = {
        name: next((names.index(other) for other in also if other in names), -1)
        for name, also in _ALSO.items()
    }
    missing = [name for name in ("start", "end", "text") if places[name] < 0]
    if missing:
        raise FormatError(
            f"no column {' and no column '.join(missing)} in this {title} file",
            line=1,
            hint=f"The first row names the columns: {', '.join(COLUMNS)}.",
        )
    return {name: place for name, place in places.items() if place >= 0}


def _name_of(cell: str) -> str:
    """The name of a column that is not read, in small letters if it only counts; empty if it has none."""
    name = cell.strip()
    return name.lower() if name.lower() in _COUNTED else name


def _lost(column: str) -> str:
    return f"words in the column {quote(column)}"


def _ms(cell: str, name: str, line: int, frame_rate: Fraction | None) -> int:
    try:
        return parse_clock(cell.replace(",", "."), frame_rate=frame_rate)
    except CaptiousError as error:
        raise FormatError(f"{name}: {error.message}", line=line, hint=error.hint) from None
