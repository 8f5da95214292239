"""A JUnit report for services that show test results: a suite for each file, a test case for each finding.

Sources:
    There is no standard; elements and attributes are those of the schema that Jenkins publishes for its JUnit plug-in
    (junit-10.xsd), which other services read too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from captious.core.finding import Severity
from captious.plain import escape_controls
from captious.reports.links import more_about
from captious.reports.places import Places
from captious.reports.wording import place_of, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.finding import Finding
    from captious.reports.model import FileFindings, Report


def text(report: Report) -> str:
    """The report. Errors are failures; warnings and infos are passed cases with output."""
    suites = "".join(line for file in report.files for line in _suite(file))
    unread = sum(_is_unread(file) for file in report.files)
    numbers = {"tests": sum(map(_count_cases, report.files)), "failures": report.errors, "errors": unread}
    head = _tag("testsuites", name="captious", **numbers)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{head}>\n{suites}</testsuites>\n'


def _suite(file: FileFindings) -> Iterator[str]:
    failures = sum(finding.severity == Severity.ERROR for finding in file.findings)
    head = _tag(
        "testsuite",
        name=file.path,
        tests=_count_cases(file),
        failures=failures,
        errors=int(_is_unread(file)),
    )
    yield f"  <{head}>\n"
    if _is_unread(file):
        yield f"    <{_tag('testcase', name='captious', classname=file.path)}>\n"
        yield '      <error message="the file could not be read"/>\n    </testcase>\n'
    elif not file.findings:
        yield f"    <{_tag('testcase', name='captious', classname=file.path)}/>\n"
    places = Places(file)
    for finding in file.findings:
        yield _case(finding, file, places)
    yield "  </testsuite>\n"


def _case(finding: Finding, file: FileFindings, places: Places) -> str:
    spot = f"line {finding.span.line}, column {finding.span.column}"
    if not finding.has_line:
        spot = finding.place or places.cue_label(finding)
    name = f"{finding.code} {finding.name}, {spot}"
    line = {"line": finding.span.line} if finding.has_line else {}
    head = _tag("testcase", name=name, classname=file.path, file=file.path, **line)
    message = say(finding, places)
    more = more_about(finding.code, finding.name)
    body = f"{escape_controls(file.path)}{place_of(finding)}: {finding.code} {message}\nMore: {more}"
    if finding.severity == Severity.ERROR:
        inner = f"<{_tag('failure', message=message, type=finding.code)}>{escape(body)}</failure>"
    else:
        inner = f"<system-out>{escape(f'{finding.severity}: {body}')}</system-out>"
    return f"    <{head}>\n      {inner}\n    </testcase>\n"


def _tag(element: str, **attributes: str | int) -> str:
    # XML 1.0 cannot represent control characters; escape_controls writes them as text
    listed = "".join(f" {key}={quoteattr(escape_controls(str(value)))}" for key, value in attributes.items())
    return element + listed


def _count_cases(file: FileFindings) -> int:
    return max(len(file.findings), 1)


def _is_unread(file: FileFindings) -> bool:
    return file.document is None and not file.findings
