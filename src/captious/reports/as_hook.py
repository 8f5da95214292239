"""What a hook says: what stops the commit first, one line each, and what does not, counted by rule; never nothing."""

from __future__ import annotations

import shlex
from collections import Counter
from typing import TYPE_CHECKING

from captious.core.finding import Severity
from captious.core.numbers import count
from captious.reports.links import more_about
from captious.reports.paint import BOLD, CYAN, SEVERITY, paint
from captious.reports.places import Places
from captious.reports.wording import count_lines, ending, is_fixable, place_of, say, shown_path

MOST_NAMED = 5
"""Most files that a command names."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.finding import Finding
    from captious.reports.model import FileFindings, Report


def lines(
    report: Report, *, color: bool, show_fixes: bool, statistics: bool, unsafe: bool, strict: bool
) -> list[str]:
    """The findings that fail the run, one line each with how to read its rule's page; then the others, counted.

    Args:
        report: what was found.
        color: whether to use colour.
        show_fixes: whether to list what was fixed in which file.
        statistics: whether to count rules instead of listing findings.
        unsafe: whether findings with an unsafe fix count as fixable, too.
        strict: whether warnings fail the run.
    """
    if statistics:
        body = count_lines(report, unsafe=unsafe)
    else:
        fails = Severity.WARNING if strict else Severity.ERROR
        listed = [
            line
            for level in sorted(Severity, reverse=True)
            if level >= fails
            for file in report.files
            for line in _file_lines(file, level, color=color, unsafe=unsafe)
        ]
        body = [*listed, *_others(report, fails, color=color)]
    last = ending(report, show_fixes=show_fixes, statistics=statistics, unsafe=unsafe)
    return [*body, *last, *([] if statistics else _next(report, unsafe=unsafe))]


def _next(report: Report, *, unsafe: bool) -> list[str]:
    """The command that fixes what can be fixed, to copy."""
    files = [file for file in report.files if any(is_fixable(one, unsafe=unsafe) for one in file.findings)]
    if not files:
        return []
    # the whole folder would be too much: only these files were meant to change
    can_type = len(files) <= MOST_NAMED and all(shown_path(file) == file.path for file in files)
    names = " ".join(shlex.quote(file.path) for file in files) if can_type else "FILE …, with the files above"
    options = " --unsafe-fixes" if unsafe else ""
    # a name that begins with a dash is no option
    mark = " --" if any(file.path.startswith("-") for file in files) else ""
    return [f"To fix them: captious fix{options}{mark} {names}"]


def _file_lines(file: FileFindings, level: Severity, *, color: bool, unsafe: bool) -> Iterator[str]:
    places = Places(file)
    path = paint(shown_path(file), BOLD, color=color)
    for finding in file.findings:
        if finding.severity == level:
            code = paint(f"{level} {finding.code}", SEVERITY[level], color=color)
            mark = f"[{paint('*', CYAN, color=color)}] " if is_fixable(finding, unsafe=unsafe) else ""
            more = more_about(finding.code, finding.name)
            yield f"{path}{place_of(finding)}: {code} {mark}{say(finding, places)} -- {more}"


def _others(report: Report, fails: Severity, *, color: bool) -> Iterator[str]:
    """The findings that do not fail the run: how many of each rule."""
    found: Counter[tuple[Severity, str]] = Counter()
    first: dict[str, Finding] = {}
    files: set[str] = set()
    for file in report.files:
        for finding in file.findings:
            if finding.severity < fails:
                found[finding.severity, finding.code] += 1
                first.setdefault(finding.code, finding)
                files.add(file.path)
    if not found:
        return
    levels: Counter[Severity] = Counter()
    for (level, _), number in found.items():
        levels[level] += number
    numbers = ", ".join(count(levels[level], level) for level in sorted(levels, reverse=True))
    does = "does" if sum(levels.values()) == 1 else "do"
    yield f"{numbers} in {count(len(files), 'file')} {does} not fail this hook:"
    for level, code in sorted(found, key=lambda entry: (-int(entry[0]), -found[entry], entry[1])):
        one = first[code]
        name = paint(f"{level} {code}", SEVERITY[level], color=color)
        yield f"  {found[level, code]:,} × {name} {one.name} -- {more_about(code, one.name)}"
