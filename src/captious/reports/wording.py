"""Wording shared by output formats: messages, counts and the summary line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.plain import escape_controls

if TYPE_CHECKING:
    from captious.core.finding import Finding
    from captious.reports.model import FileFindings, Report
    from captious.reports.places import Places


def say(finding: Finding, places: Places) -> str:
    """The message of a finding with its cue: ``line too long (47 > 42 characters) (cue 3, 00:00:07)``."""
    label = finding.place or places.cue_label(finding)
    return escape_controls(f"{finding.message} ({label})" if label else finding.message)


def place_of(finding: Finding) -> str:
    """``:12:3``, the line and column of a finding; empty in a file without lines, where the message names the cue."""
    return f":{finding.span.line}:{finding.span.column}" if finding.has_line else ""


def is_fixable(finding: Finding, *, unsafe: bool) -> bool:
    """Whether the requested fixes fix a finding."""
    return finding.fix is not None and (finding.fix.safe or unsafe)


def tally(report: Report) -> str:
    """How many of each severity: ``3 errors, 2 warnings``; empty without findings."""
    numbers = ((report.errors, "error"), (report.warnings, "warning"), (report.infos, "info"))
    return ", ".join(count(number, noun) for number, noun in numbers if number)


MANY = 200
"""Most findings that people read one by one."""


def ending(report: Report, *, show_fixes: bool, statistics: bool, unsafe: bool) -> list[str]:
    """The last lines of a report for people: what was fixed, if wanted, the summary, and advice about very many.

    Args:
        report: what was found.
        show_fixes: whether to list what was fixed in which file.
        statistics: whether rules were counted instead of listing findings.
        unsafe: whether unsafe fixes count as fixable, too.
    """
    lines = [*(fix_lines(report) if show_fixes else ()), close(report, unsafe=unsafe)]
    if not statistics and report.errors + report.warnings + report.infos > MANY:
        advice = "So many findings: --statistics counts them by rule, and a baseline keeps them as known"
        lines.append(f"{advice} (--baseline captious-baseline.json --write-baseline).")
    return lines


def close(report: Report, *, unsafe: bool) -> str:
    """The summary line at the end of a report for people.

    ``Found 3 errors, 2 warnings. [*] 2 fixable with --fix.``

    Args:
        report: what was found.
        unsafe: whether unsafe fixes count as fixable, too.
    """
    unread = sum(file.document is None for file in report.files)
    parts = [f"Fixed {report.fixed:,}."] if report.fixed else []
    if tally(report):
        parts.append(f"Found {tally(report)}.")
    elif not unread or len(report.files) > unread:
        parts.append(
            f"Nothing {'left' if parts else 'found'} in {count(len(report.files) - unread, 'file')}."
        )
    fixable = report.fixable + (report.unsafe_fixable if unsafe else 0)
    option = "--fix --unsafe-fixes" if unsafe else "--fix"
    if fixable:
        parts.append(f"[*] {fixable:,} fixable with {option}.")
    if report.unsafe_fixable and not unsafe:
        more = "more " if fixable else ""
        parts.append(f"{report.unsafe_fixable:,} {more}with --unsafe-fixes.")
    if unread:
        parts.append(f"{count(unread, 'file')} could not be read.")
    return " ".join(parts)


def count_rules(report: Report, *, unsafe: bool) -> list[tuple[Finding, int, int]]:
    """The number of findings of each rule, most first.

    Returns:
        One entry for each rule: its first finding (for code and name), the number of findings, and of fixable ones.
    """
    first: dict[str, Finding] = {}
    found: Counter[str] = Counter()
    fixable: Counter[str] = Counter()
    for file in report.files:
        for finding in file.findings:
            first.setdefault(finding.code, finding)
            found[finding.code] += 1
            fixable[finding.code] += is_fixable(finding, unsafe=unsafe)
    codes = sorted(found, key=lambda code: (-found[code], code))
    return [(first[code], found[code], fixable[code]) for code in codes]


def count_lines(report: Report, *, unsafe: bool) -> list[str]:
    """The counts of every rule as a table for people: count, code, ``[*]`` if any can be fixed, name."""
    counts = count_rules(report, unsafe=unsafe)
    width = max((len(f"{found:,}") for _, found, _ in counts), default=0)
    return [
        f"{f'{found:,}':>{width}}  {finding.code} {'[*]' if fixable else '   '} {finding.name}"
        for finding, found, fixable in counts
    ]


def fix_lines(report: Report) -> list[str]:
    """How many findings were fixed in each file; unchanged files are left out."""
    return [f"Fixed {file.fixed:,} in {escape_controls(file.path)}" for file in report.files if file.fixed]


def shown_path(file: FileFindings) -> str:
    """The file's name, safe to print."""
    return escape_controls(file.path)
