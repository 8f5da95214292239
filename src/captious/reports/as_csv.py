"""The findings as a table, one a row: for spreadsheets, databases and lists of corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.plain import escape_controls
from captious.reports.places import Places
from captious.reports.remedies import remedy
from captious.reports.tables import CSV_EXCEL, csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.reports.model import FileFindings, Report
    from captious.reports.tables import Cell

HEADS = (
    "file", "line", "column", "cue", "start", "end", "severity", "code", "rule", "message", "text", "remedy",
)  # fmt: skip
_MOST_CHARS = 1000
"""Most characters of a cue; in a broken file a cue can be a megabyte, and a cell of Excel holds 32,767."""
UNREAD = "unreadable"
"""The rule of a file that could not be read, which has a row as well: a list that leaves it out looks complete."""


def text(report: Report) -> str:
    """The findings as CSV."""
    return csv_text(HEADS, _rows(report))


def text_excel(report: Report) -> str:
    """The findings as CSV for Excel."""
    return csv_text(HEADS, _rows(report), format=CSV_EXCEL)


def _rows(report: Report) -> Iterator[tuple[Cell, ...]]:
    for file in report.files:
        if file.document is None and not file.findings:
            yield (escape_controls(file.path), *[None] * 5, "error", "", UNREAD, "could not be read", "", "")
        yield from _file_rows(file)


def _file_rows(file: FileFindings) -> Iterator[tuple[Cell, ...]]:
    places = Places(file)
    path = escape_controls(file.path)
    for finding in file.findings:
        cue = places.cue(finding)
        line = (finding.span.line, finding.span.column) if finding.has_line else (None, None)
        times = (vtt_time(cue.start_ms), vtt_time(cue.end_ms)) if cue is not None else (None, None)
        yield (
            path,
            *line,
            finding.cue,
            *times,
            finding.severity.value,
            finding.code,
            finding.name,
            escape_controls(finding.message),
            _lines(cue.lines) if cue is not None else "",
            remedy(finding),
        )


def _lines(lines: tuple[str, ...]) -> str:
    shown = "\n".join(map(escape_controls, lines))
    return f"{shown[:_MOST_CHARS]}…" if len(shown) > _MOST_CHARS else shown
