"""Tables in text files: CSV and TSV of who says what when."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.transcripts.model import Remark
from captious.transcripts.sources.column_names import SPEAKER, START, TEXT, role_of
from captious.transcripts.sources.model import SourceText, escape_text
from captious.transcripts.sources.tabular import Row, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = ",\t;|"
_SUFFIXES = (".csv", ".tsv", ".tab")
_MOST_ABOVE = 10
"""Rows that may stand above the names of the columns."""
_MOST_CHARS = 10_000_000


def read_table_file(text: str, *, name: str = "") -> SourceText | None:
    """The text of a table; ``None`` if a text is none.

    A row that names its columns makes a table of any text; without one, the name of the file has to.

    Args:
        text: the whole file.
        name: its name.
    """
    named = name.lower().endswith(_SUFFIXES)
    for delimiter in _DELIMITERS:
        rows = _head(text, delimiter)
        head = next((at for at, row in enumerate(rows) if _is_head(row)), None)
        if head is not None:
            return _made(_rows(text, delimiter), head, delimiter)
    if named:
        delimiter = max(_DELIMITERS, key=lambda sign: text.count(sign, 0, 20_000))
        return _made(_rows(text, delimiter), 0, delimiter)
    return None


def _made(rows: Iterator[Row], head: int, delimiter: str) -> SourceText | None:
    said = read_table(list(rows)[head:])
    if said is None:
        return None
    remarks = []
    if said.frames:
        times = count(said.frames, "time")
        remarks.append(Remark("changed", f"{times} without the frames they count, whose rate is unknown"))
    return SourceText(
        kind="TSV" if delimiter == "\t" else "CSV",
        lines=tuple(said.lines),
        numbers=tuple(said.numbers),
        marked=True,
        speakers=tuple(said.speakers),
        nameless=not said.speakers,
        remarks=tuple(remarks),
    )


def _head(text: str, delimiter: str) -> list[list[str]]:
    found = []
    for row in _rows(text[:20_000], delimiter):
        found.append(list(row.cells))
        if len(found) > _MOST_ABOVE:
            break
    return found


def _is_head(row: list[str]) -> bool:
    roles = {role_of(cell) for cell in row}
    return TEXT in roles and not roles.isdisjoint((SPEAKER, START)) and all(len(cell) <= 40 for cell in row)


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows with the line each begins on; a quotation mark that is never closed is a character."""
    csv.field_size_limit(_MOST_CHARS)
    source = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if not (line == 1 and len(cells) == 1 and cells[0].startswith("sep=")):
                yield Row(tuple(map(escape_text, cells)), line)
            line = reader.line_num + 1
    except csv.Error:
        for number, rest in enumerate(source.split("\n")[line - 1 :], line):
            yield Row(tuple(escape_text(cell.strip('"')) for cell in rest.split(delimiter)), number)
