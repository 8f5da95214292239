"""Reviewdog's diagnostics: findings with suggestions, for comments on pull requests of any host.

Sources:
    `DiagnosticResult` of the Reviewdog Diagnostic Format: github.com/reviewdog/reviewdog, proto/rdf/reviewdog.proto.
    Its columns are bytes of UTF-8, and the end of a range is behind its last character.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from captious.core.finding import Severity
from captious.plain import escape_controls
from captious.reports import tool
from captious.reports.links import more_about, project_url, rule_url
from captious.reports.places import Places
from captious.reports.uris import relative_path
from captious.reports.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.finding import Finding, Fix
    from captious.reports.model import FileFindings, Report

MOST_CHARS = 4_000
"""Longest text of a suggestion: a comment with a longer one is refused or unreadable. The fix stays in the message."""
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def text(report: Report) -> str:
    """The report, one object of diagnostics."""
    url = project_url()
    result = {
        "source": {"name": tool.NAME, **({"url": url} if url else {})},
        "diagnostics": [entry for file in report.files for entry in _diagnostics(file)],
    }
    return json.dumps(result, indent=2) + "\n"


def _diagnostics(file: FileFindings) -> Iterator[dict[str, Any]]:
    path = relative_path(file.path)
    if file.document is None and not file.findings:
        yield {"message": "the file could not be read", "location": {"path": path}, "severity": "ERROR"}
    places = Places(file)
    document = file.document
    # suggestions are applied to the bytes of the file, which are those of the text in plain UTF-8 only
    takes_fixes = document is not None and document.encoding == "utf-8" and not document.bom
    for finding in file.findings:
        location: dict[str, Any] = {"path": path}
        if finding.has_line:
            location["range"] = _range(places, finding.span.start, finding.span.end)
        url = rule_url(finding.code, finding.name)
        entry: dict[str, Any] = {
            "message": _message(finding, places),
            "location": location,
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.code, **({"url": url} if url else {})},
        }
        suggestion = _suggestion(finding.fix, file.source, places) if takes_fixes and finding.fix else None
        if suggestion is not None:
            entry["suggestions"] = [suggestion]
        yield entry


def _message(finding: Finding, places: Places) -> str:
    lines = [say(finding, places)]
    if finding.fix is not None:
        lines.append(escape_controls(finding.fix.message))
    return "\n".join([*lines, f"More: {more_about(finding.code, finding.name)}"])


def _suggestion(fix: Fix, source: str, places: Places) -> dict[str, Any] | None:
    """A safe fix as one replacement, since its edits belong together; ``None`` for another one."""
    if not fix.safe or not fix.edits:
        return None
    start, end = fix.edits[0].start, fix.edits[-1].end
    if end - start > MOST_CHARS:
        return None
    parts: list[str] = []
    at = start
    for edit in fix.edits:
        parts += [source[at : edit.start], edit.text]
        at = edit.end
    made = "".join(parts)
    if len(made) > MOST_CHARS or not _is_plain(made):
        return None
    return {"range": _range(places, start, end), "text": made}


def _is_plain(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _range(places: Places, start: int, end: int) -> dict[str, dict[str, int]]:
    return {"start": _position(places, start), "end": _position(places, max(start, end))}


def _position(places: Places, offset: int) -> dict[str, int]:
    line, column = places.at(offset)
    before = places.line(line)[: column - 1]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
