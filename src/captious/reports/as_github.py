"""Workflow commands that GitHub Actions turns into annotations of the changed files.

Sources:
    Commands, properties and what is escaped: docs.github.com, "Workflow commands for GitHub Actions"; the escapes
    are those of `escapeData` and `escapeProperty` in the public repository actions/toolkit,
    packages/core/src/command.ts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.finding import Severity
from captious.plain import escape_controls
from captious.reports.links import more_about
from captious.reports.places import Places
from captious.reports.uris import relative_path
from captious.reports.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.finding import Finding
    from captious.reports.model import FileFindings, Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def text(report: Report) -> str:
    """The report, one command a line; empty without findings."""
    return "".join(f"{line}\n" for file in report.files for line in _file_lines(file))


def _file_lines(file: FileFindings) -> Iterator[str]:
    places = Places(file)
    path = relative_path(file.path)
    for finding in file.findings:
        last, behind = places.end(finding.span)
        properties: dict[str, object] = {"title": f"{finding.code} {finding.name}", "file": path}
        if finding.has_line:
            properties["line"] = finding.span.line
        if not finding.has_line:
            pass  # an annotation of the file
        elif last == finding.span.line:
            # GitHub refuses columns together with an end on another line
            properties |= {"col": finding.span.column, "endLine": last, "endColumn": behind}
        else:
            properties |= {"endLine": last if behind > 1 else last - 1}
        listed = ",".join(f"{key}={_escape_property(str(value))}" for key, value in properties.items())
        yield f"::{_COMMANDS[finding.severity]} {listed}::{_escape_data(_message(finding, places))}"


def _message(finding: Finding, places: Places) -> str:
    lines = [say(finding, places)]
    if finding.fix is not None:
        lines.append(escape_controls(finding.fix.message))
    return "\n".join([*lines, f"More: {more_about(finding.code, finding.name)}"])


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(escape_controls(text)).replace(":", "%3A").replace(",", "%2C")
