"""Tables as CSV, for programs and for spreadsheets: no cell of them is ever a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Cell = str | int | float | None

CSV, CSV_EXCEL = "csv", "csv-excel"
CSV_FORMATS = (CSV, CSV_EXCEL)
"""``csv`` is what programs read: UTF-8, commas, LF. ``csv-excel`` is what Excel opens with a double click wherever the
computer stands: UTF-16 with a byte order mark and tabs, the one form that does not depend on the country's separator.
"""
_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20\t\r")
"""What makes a cell a formula, also in full width, as Excel in East Asia reads it."""


def csv_text(heads: Sequence[str], rows: Iterable[Sequence[Cell]], *, format: str = CSV) -> str:  # noqa: A002 - what users call it
    """A table as text; a text that a spreadsheet would take for a formula begins with an apostrophe.

    Args:
        heads: the names of the columns.
        rows: the cells; ``None`` is an empty one, numbers are written as they are.
        format: one of `CSV_FORMATS`.
    """
    held = io.StringIO(newline="")
    writer = csv.writer(held, delimiter="\t" if format == CSV_EXCEL else ",", lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return held.getvalue()


def output_bytes(text: str, *, format: str) -> bytes:  # noqa: A002 - what users call it
    """The bytes of an output: UTF-8 in every format but the one of Excel."""
    if format == CSV_EXCEL:
        return b"\xff\xfe" + text.encode("utf-16-le", "backslashreplace")
    return text.encode("utf-8", "backslashreplace")


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, str) and (cell[:1] in _FORMULA or cell.lstrip()[:1] in _FORMULA) and cell:
        return f"'{cell}"
    return cell
