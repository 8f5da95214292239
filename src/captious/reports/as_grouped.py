"""Findings grouped by file, in columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.reports.paint import BOLD, CYAN, SEVERITY, paint
from captious.reports.places import Places
from captious.reports.wording import count_lines, ending, is_fixable, place_of, say, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.reports.model import FileFindings, Report


def lines(report: Report, *, color: bool, show_fixes: bool, statistics: bool, unsafe: bool) -> list[str]:
    """The report, file by file, and a summary line; files without findings are left out."""
    if statistics:
        body = count_lines(report, unsafe=unsafe)
    else:
        body = [
            line
            for file in report.files
            if file.findings
            for line in (*_file_lines(file, color=color, unsafe=unsafe), "")
        ]
    return [*body, *ending(report, show_fixes=show_fixes, statistics=statistics, unsafe=unsafe)]


def _file_lines(file: FileFindings, *, color: bool, unsafe: bool) -> Iterator[str]:
    places = Places(file)
    levels = Counter(finding.severity for finding in file.findings)
    numbers = ", ".join(count(levels[level], level) for level in sorted(levels, reverse=True))
    yield f"{paint(shown_path(file), BOLD, color=color)} ({numbers})"
    spots = [place_of(finding).removeprefix(":") for finding in file.findings]
    width = max(map(len, spots))
    widest = max(len(level) for level in levels)
    for spot, finding in zip(spots, file.findings, strict=True):
        name = finding.severity
        level = paint(name, SEVERITY[finding.severity], color=color) + " " * (widest - len(name))
        mark = f"[{paint('*', CYAN, color=color)}]" if is_fixable(finding, unsafe=unsafe) else "   "
        yield f"  {spot:<{width}}  {level}  {finding.code} {mark} {say(finding, places)}"
