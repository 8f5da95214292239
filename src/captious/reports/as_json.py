"""The report for programs: ``json`` is one object, ``json-lines`` one object for each finding.

Both follow ``docs/report.schema.json``. Within one `VERSION` keys are added, never changed or removed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from captious.reports import tool
from captious.reports.links import rule_url
from captious.reports.places import Places
from captious.reports.wording import count_rules

if TYPE_CHECKING:
    from captious.core.finding import Edit, Finding, Fix
    from captious.reports.model import FileFindings, Report

VERSION = 1
"""Version of the schema."""


def text(report: Report) -> str:
    """The whole report as one object."""
    return f"{_dump(_whole(report), indent=2)}\n"


def text_lines(report: Report) -> str:
    """The findings, one object a line, each with the path of its file; empty without findings."""
    return "".join(f"{_dump(entry)}\n" for file in report.files for entry in _findings(file))


def _whole(report: Report) -> dict[str, Any]:
    return {
        "version": VERSION,
        "tool": {"name": tool.NAME, "version": tool.VERSION},
        "summary": {
            "errors": report.errors,
            "warnings": report.warnings,
            "infos": report.infos,
            "fixable": report.fixable,
            "unsafe_fixable": report.unsafe_fixable,
            "fixed": report.fixed,
            "rules": [
                {"code": finding.code, "name": finding.name, "count": found, "with_fix": fixable}
                for finding, found, fixable in count_rules(report, unsafe=True)
            ],
        },
        "files": [_file(file) for file in report.files],
    }


def _file(file: FileFindings) -> dict[str, Any]:
    document = file.document
    return {
        "path": file.path,
        "read": document is not None,
        "format": document.format if document else None,
        "encoding": document.encoding if document else None,
        "cues": len(document.cues) if document else 0,
        "fixed": file.fixed,
        "findings": _findings(file),
    }


def _findings(file: FileFindings) -> list[dict[str, Any]]:
    places = Places(file)
    return [_finding(finding, file, places) for finding in file.findings]


def _finding(finding: Finding, file: FileFindings, places: Places) -> dict[str, Any]:
    cue = places.cue(finding)
    return {
        "path": file.path,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        **({"url": url} if (url := rule_url(finding.code, finding.name)) else {}),
        "location": _location(places, finding.span.start, finding.span.end) if finding.has_line else None,
        **({"place": finding.place} if finding.place else {}),
        "cue": None
        if finding.cue is None
        else {
            "number": finding.cue,
            "start_ms": cue.start_ms if cue else None,
            "end_ms": cue.end_ms if cue else None,
        },
        "fix": _fix(finding.fix, places) if finding.fix else None,
    }


def _fix(fix: Fix, places: Places) -> dict[str, Any]:
    return {
        "message": fix.message,
        "safe": fix.safe,
        "reencode": fix.reencode,
        "edits": [_edit(edit, places) for edit in fix.edits],
    }


def _edit(edit: Edit, places: Places) -> dict[str, Any]:
    return {"location": _location(places, edit.start, edit.end), "text": edit.text}


def _location(places: Places, start: int, end: int) -> dict[str, int]:
    line, column = places.at(start)
    end_line, end_column = places.at(max(start, end))
    return {
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "start": start,
        "end": max(start, end),
    }


def _dump(value: object, *, indent: int | None = None) -> str:
    """JSON in ASCII: without control characters for terminals, and without lone surrogates for strict parsers."""
    return json.dumps(
        _without_surrogates(value), indent=indent, separators=(",", ": ") if indent else (",", ":")
    )


def _without_surrogates(value: Any) -> Any:
    """The value with lone surrogates, which JSON cannot represent, written as escapes."""
    match value:
        case str():
            return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode("utf-8")
        case dict():
            return {key: _without_surrogates(item) for key, item in value.items()}
        case list():
            return [_without_surrogates(item) for item in value]
        case _:
            return value
