"""One line for each finding, ``path:line:column: CODE [*] message``, as other linters print it and editors parse it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.reports.paint import BOLD, CYAN, RED, paint
from captious.reports.places import Places
from captious.reports.wording import count_lines, ending, is_fixable, place_of, say, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.reports.model import FileFindings, Report


def lines(report: Report, *, color: bool, show_fixes: bool, statistics: bool, unsafe: bool) -> list[str]:
    """The report, one line for each finding, and a summary line."""
    body = count_lines(report, unsafe=unsafe) if statistics else _list(report, color=color, unsafe=unsafe)
    return [*body, *ending(report, show_fixes=show_fixes, statistics=statistics, unsafe=unsafe)]


def _list(report: Report, *, color: bool, unsafe: bool) -> list[str]:
    return [line for file in report.files for line in _file_lines(file, color=color, unsafe=unsafe)]


def _file_lines(file: FileFindings, *, color: bool, unsafe: bool) -> Iterator[str]:
    places = Places(file)
    path = paint(shown_path(file), BOLD, color=color)
    colon = paint(":", CYAN, color=color)
    for finding in file.findings:
        place = f"{path}{place_of(finding).replace(':', colon)}{colon}"
        mark = f"[{paint('*', CYAN, color=color)}] " if is_fixable(finding, unsafe=unsafe) else ""
        # one colour for every code: this format does not show the severity, and colour alone must not
        yield f"{place} {paint(finding.code, RED, color=color)} {mark}{say(finding, places)}"
