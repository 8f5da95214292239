"""A SARIF log, for code scanning services and editors.

Sources:
    Static Analysis Results Interchange Format (SARIF) Version 2.1.0 Plus Errata 01, OASIS Standard.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from captious.core.finding import Severity
from captious.plain import escape_controls
from captious.reports import tool
from captious.reports.fingerprints import fingerprint_findings
from captious.reports.links import project_url, rule_url
from captious.reports.places import Places
from captious.reports.uris import path_uri
from captious.reports.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.checks.model import Rule
    from captious.core.finding import Finding, Fix
    from captious.reports.model import FileFindings, Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]{0,200}\]\()")


def text(report: Report) -> str:
    """The report as a log of one run."""
    return json.dumps(_log(report), indent=2) + "\n"


def _log(report: Report) -> dict[str, Any]:
    descriptors = _descriptors(report)
    indexes = {descriptor["id"]: index for index, descriptor in enumerate(descriptors)}
    results: list[dict[str, Any]] = []
    for index, file in enumerate(report.files):
        results += _results(file, index, indexes)
    run = {
        "tool": {
            "driver": {
                "name": tool.NAME,
                "version": tool.VERSION,
                "semanticVersion": tool.VERSION,
                **({"informationUri": url} if (url := project_url()) else {}),
                "rules": descriptors,
            }
        },
        "invocations": [_invocation(report)],
        # a column is a code point here; UTF-16 code units are the standard's default
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": [
            {"location": _artifact(file.path, index), "roles": ["analysisTarget"]}
            for index, file in enumerate(report.files)
        ],
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _invocation(report: Report) -> dict[str, Any]:
    unread = [(index, file) for index, file in enumerate(report.files) if file.document is None]
    invocation: dict[str, Any] = {"executionSuccessful": not unread}
    if unread:
        invocation["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": {"text": "the file could not be read"},
                "locations": [{"physicalLocation": {"artifactLocation": _artifact(file.path, index)}}],
            }
            for index, file in unread
        ]
    return invocation


def _descriptors(report: Report) -> list[dict[str, Any]]:
    first: dict[str, Finding] = {}
    for file in report.files:
        for finding in file.findings:
            first.setdefault(finding.code, finding)
    return [_descriptor(first[code], report.rules.get(code)) for code in sorted(first)]


def _descriptor(finding: Finding, rule: Rule | None) -> dict[str, Any]:
    summary = (rule.summary if rule is not None else "") or finding.name.replace("-", " ").capitalize()
    manual = (rule.manual.strip() if rule is not None else "") or summary
    severity = finding.severity if rule is None else rule.severity
    return {
        "id": finding.code,
        "name": finding.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": summary},
        "help": {"text": manual, "markdown": manual},
        **({"helpUri": url} if (url := rule_url(finding.code, finding.name)) else {}),
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {"tags": ["captions"], "problem.severity": _github_severity(severity)},
    }


def _github_severity(severity: Severity) -> str:
    return {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}[severity]


def _results(file: FileFindings, index: int, indexes: Mapping[str, int]) -> list[dict[str, Any]]:
    places = Places(file)
    fingerprints = fingerprint_findings(file, places)
    artifact = _artifact(file.path, index)
    results = []
    for finding, fingerprint in zip(file.findings, fingerprints, strict=True):
        location: dict[str, Any] = {"artifactLocation": artifact}
        if finding.has_line:
            location["region"] = _region(places, finding.span.start, finding.span.end)
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": indexes[finding.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(say(finding, places))},
            "locations": [{"physicalLocation": location}],
            "partialFingerprints": {"captiousFinding/v1": fingerprint},
        }
        if finding.fix is not None and finding.fix.edits:
            result["fixes"] = [_fix(finding.fix, artifact, places)]
        results.append(result)
    return results


def _fix(fix: Fix, artifact: Mapping[str, Any], places: Places) -> dict[str, Any]:
    replacements = []
    for edit in fix.edits:
        replacement: dict[str, Any] = {"deletedRegion": _region(places, edit.start, edit.end)}
        if edit.text:
            replacement["insertedContent"] = {"text": edit.text.encode("utf-8", "backslashreplace").decode()}
        replacements.append(replacement)
    return {
        "description": {"text": _message(escape_controls(fix.message))},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
        "properties": {"safe": fix.safe},
    }


def _region(places: Places, start: int, end: int) -> dict[str, int]:
    line, column = places.at(start)
    end_line, end_column = places.at(max(start, end))
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": start,
        "charLength": max(end - start, 0),
    }


def _artifact(path: str, index: int) -> dict[str, Any]:
    uri = path_uri(path)
    if uri.startswith("file:"):
        return {"uri": uri, "index": index}
    # the name by which code scanning services know the root of the repository
    return {"uri": uri, "uriBaseId": "%SRCROOT%", "index": index}


def _message(text: str) -> str:
    """A plain message: ``[text](target)`` would be read as a link (SARIF 2.1.0, 3.11.6)."""
    return _LINK.sub(r"\\[", text)
