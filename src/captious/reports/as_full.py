"""Each finding with its cue, the issue underlined, the summary of the rule, and the fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.plain import escape_controls
from captious.reports.links import more_about
from captious.reports.paint import BOLD, CYAN, SEVERITY, paint
from captious.reports.places import Places
from captious.reports.snippet import draw_snippet
from captious.reports.wording import count_lines, ending, is_fixable, place_of, say, shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.finding import Finding
    from captious.reports.model import FileFindings, Report


def lines(report: Report, *, color: bool, show_fixes: bool, statistics: bool, unsafe: bool) -> list[str]:
    """The report, one paragraph for each finding, and a summary line."""
    if statistics:
        body = count_lines(report, unsafe=unsafe)
    else:
        body = [
            line for file in report.files for line in _file_lines(file, report, color=color, unsafe=unsafe)
        ]
    return [*body, *ending(report, show_fixes=show_fixes, statistics=statistics, unsafe=unsafe)]


def _file_lines(file: FileFindings, report: Report, *, color: bool, unsafe: bool) -> Iterator[str]:
    places = Places(file)
    path = paint(shown_path(file), BOLD, color=color)
    for finding in file.findings:
        style = SEVERITY[finding.severity]
        mark = f"[{paint('*', CYAN, color=color)}] " if is_fixable(finding, unsafe=unsafe) else ""
        code = paint(f"{finding.severity} {finding.code}", style, color=color)
        yield f"{path}{place_of(finding)}: {code} {mark}{say(finding, places)}"
        shown = places.cue_lines(finding)
        if file.source and finding.has_line:
            yield from draw_snippet(
                places.lines.texts,
                shown=shown,
                start=(finding.span.line, finding.span.column),
                end=places.end(finding.span),
                style=style,
                color=color,
            )
        yield from _help(finding, report, color=color)
        yield ""


def _help(finding: Finding, report: Report, *, color: bool) -> Iterator[str]:
    rule = report.rules.get(finding.code)
    summary = f": {escape_controls(rule.summary)}" if rule is not None and rule.summary else ""
    yield f"  = {paint(finding.name, BOLD, color=color)}{summary}"
    if finding.fix is not None:
        option = "--fix" if finding.fix.safe else "--fix --unsafe-fixes"
        yield f"  = {paint('fix', BOLD, color=color)}: {escape_controls(finding.fix.message)} ({option})"
    if rule is not None:
        yield f"  = {paint('more', BOLD, color=color)}: {more_about(finding.code, finding.name)}"
