"""A report as one HTML page: every finding, before and after, figures compared with the limits, and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from captious.core.clock import short_time
from captious.core.finding import Severity
from captious.core.numbers import count
from captious.fixing.preview import Previewer
from captious.overview.histograms import histograms
from captious.pages.environment import render
from captious.pages.plots import plot_histogram
from captious.plain import escape_controls
from captious.reports.guides import guide_tables
from captious.reports.links import rule_command, rule_url
from captious.reports.places import Places
from captious.reports.wording import close, count_rules, place_of
from captious.timing.estimate import DRAFT_NOTICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.finding import Finding
    from captious.reports.model import FileFindings, Report

MOST_FINDINGS = 500
"""Most findings of one rule on the page; the page gives the number of all, ``--output-format json`` all of them."""
MOST_CHARS = 1200
"""Most characters shown of a cue; in a broken file a cue can be a megabyte."""
MOST_PLOTTED = 12
"""Most files whose figures are drawn."""
UNKNOWN_TIMES = "not stated in the file"


def text(report: Report) -> str:
    """The report as one HTML page."""
    read = [file for file in report.files if file.document is not None and file.document.cues]
    names = [escape_controls(file.path) for file in report.files]
    return render(
        "report",
        styles=("base", "plots", "report"),
        lang="en",
        heading=names[0] if len(names) == 1 else count(len(names), "file"),
        verdict=close(report, unsafe=False),
        files=[_file(file) for file in report.files],
        rules=list(_rules(report)),
        plotted=[_plotted(file) for file in read if file.profile] if len(read) <= MOST_PLOTTED else [],
        guides=list(guide_tables(file.profile for file in read)),
    )


def _file(file: FileFindings) -> dict[str, Any]:
    levels = [finding.severity for finding in file.findings]
    row: dict[str, Any] = {
        "path": escape_controls(file.path),
        "read": file.document is not None,
        "errors": levels.count(Severity.ERROR),
        "warnings": levels.count(Severity.WARNING),
        "infos": levels.count(Severity.INFO),
    }
    if file.document is not None:
        cues = file.document.cues
        row |= {
            "style": file.profile.name if file.profile is not None else "",
            "cues": f"{len(cues):,}",
            "words": f"{sum(len(line.split()) for cue in cues for line in cue.lines):,}",
            "length": short_time(max((cue.end_ms for cue in cues), default=0)),
            "times": _times(file),
        }
    return row


def _times(file: FileFindings) -> str:
    """What the notes of a file say about its times, as captious writes them."""
    notes = file.document.notes if file.document is not None else ()
    notices = [note.text.split("\n")[0] for note in notes if note.text.startswith(("timed by", DRAFT_NOTICE))]
    return notices[0] if notices else UNKNOWN_TIMES


def _rules(report: Report) -> Iterator[dict[str, Any]]:
    of_rule: dict[str, list[tuple[FileFindings, Finding]]] = {}
    for file in report.files:
        for finding in file.findings:
            of_rule.setdefault(finding.code, []).append((file, finding))
    shows: dict[int, tuple[Places, Previewer | None]] = {}
    counts = sorted(
        count_rules(report, unsafe=True),
        key=lambda entry: (-int(entry[0].severity), -entry[1], entry[0].code),
    )
    for first, found, fixable in counts:
        rule = report.rules.get(first.code)
        several = of_rule[first.code]
        yield {
            "code": first.code,
            "name": first.name,
            "url": rule_url(first.code, first.name) if rule is not None else None,
            "command": rule_command(first.code) if rule is not None else "",
            "severity": max(finding.severity for _, finding in several),
            "count": f"{found:,} found, {fixable:,} can be fixed" if fixable else f"{found:,} found",
            "summary": rule.summary if rule is not None else "",
            "why": rule.why if rule is not None else "",
            "findings": [_finding(file, finding, shows) for file, finding in several[:MOST_FINDINGS]],
            "left_out": f"{found - MOST_FINDINGS:,} more are not shown." if found > MOST_FINDINGS else "",
        }


def _finding(
    file: FileFindings, finding: Finding, shows: dict[int, tuple[Places, Previewer | None]]
) -> dict[str, Any]:
    if id(file) not in shows:
        shows[id(file)] = Places(file), Previewer(file.document) if file.document is not None else None
    places, previewer = shows[id(file)]
    preview = previewer.show(finding) if previewer is not None else None
    cue = places.cue(finding)
    label = finding.place or places.cue_label(finding)
    place = f"{file.path}{place_of(finding)}"
    language = file.document.language if file.document is not None else None
    before = preview.before if preview is not None else "\n".join(cue.lines) if cue is not None else ""
    return {
        "place": escape_controls(f"{place} ({label})" if label else place),
        "message": escape_controls(finding.message),
        "before": _lines(before),
        "after": _lines(preview.after) if preview is not None else None,
        "fix": escape_controls(finding.fix.message) if finding.fix is not None else "",
        "safe": finding.fix is not None and finding.fix.safe,
        "language": language if language != "und" else None,
    }


def _lines(text: str) -> str:
    """Lines that are safe to show: control characters escaped, and long text cut."""
    shown = "\n".join(map(escape_controls, text[:MOST_CHARS].split("\n")))
    return f"{shown}…" if len(text) > MOST_CHARS else shown


def _plotted(file: FileFindings) -> dict[str, Any]:
    found = histograms(file.document.cues, file.profile) if file.document and file.profile else ()
    return {"path": escape_controls(file.path), "plots": [plot_histogram(each) for each in found]}
