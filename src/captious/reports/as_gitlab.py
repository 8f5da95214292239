"""The report of GitLab's code quality widget.

Sources:
    Fields and severities: docs.gitlab.com, "Code Quality", section "Code Quality report format".
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from captious.core.finding import Severity
from captious.reports.fingerprints import fingerprint_findings
from captious.reports.places import Places
from captious.reports.uris import relative_path
from captious.reports.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.reports.model import FileFindings, Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def text(report: Report) -> str:
    """The report, an array of findings; empty without findings."""
    entries = [entry for file in report.files for entry in _entries(file)]
    return json.dumps(entries, indent=2) + "\n"


def _entries(file: FileFindings) -> Iterator[dict[str, Any]]:
    places = Places(file)
    path = relative_path(file.path)
    for finding, fingerprint in zip(file.findings, fingerprint_findings(file, places), strict=True):
        last, behind = places.end(finding.span)
        yield {
            "description": f"{finding.code} {finding.name}: {say(finding, places)}",
            "check_name": finding.name,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": path,
                # either lines or positions, never both; the documented example has lines
                "lines": _lines(finding.span.line, last - (behind == 1)),
            },
        }


def _lines(first: int, last: int) -> dict[str, int]:
    # the widget asks for a line of every file: the first stands for a file without lines
    return {"begin": max(first, 1), "end": max(last, first, 1)}
