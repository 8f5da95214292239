from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from captious.core.finding import Fix
from captious.reports.registry import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.reports.model import Report

POSITION = {
    "type": "object", "additionalProperties": False, "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}  # fmt: skip
RANGE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["start"],
    "properties": {"start": POSITION, "end": POSITION},
}
NAMED = {"type": "object", "additionalProperties": False, "properties": {"name": {}, "value": {}, "url": {}}}
DIAGNOSTIC = {
    "type": "object",
    "additionalProperties": False,
    "required": ["message", "location"],
    "properties": {
        "message": {"type": "string"},
        "location": {
            "type": "object", "additionalProperties": False, "required": ["path"],
            "properties": {"path": {"type": "string"}, "range": RANGE},
        },
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": NAMED,
        "suggestions": {
            "type": "array",
            "items": {
                "type": "object", "additionalProperties": False, "required": ["range", "text"],
                "properties": {"range": RANGE, "text": {"type": "string"}},
            },
        },
    },
}  # fmt: skip
RESULT = Draft202012Validator(
    {
        "type": "object",
        "additionalProperties": False,
        "required": ["diagnostics"],
        "properties": {"source": NAMED, "diagnostics": {"type": "array", "items": DIAGNOSTIC}},
    }
)
"""What reviewdog's `DiagnosticResult` may hold, as far as we write it."""


def result(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(report, format="rdjson"))
    RESULT.validate(data)
    return data


def test_golden(check_golden: Callable[[str, str], str]) -> None:
    RESULT.validate(json.loads(check_golden("rdjson", "json")))


def applied(source: str, suggestion: dict[str, Any]) -> str:
    """The text with a suggestion applied as reviewdog does it: by lines, and bytes of UTF-8."""
    lines = source.encode().split(b"\n")
    start, end = suggestion["range"]["start"], suggestion["range"]["end"]
    head = [*lines[: start["line"] - 1], lines[start["line"] - 1][: start["column"] - 1]]
    tail = [lines[end["line"] - 1][end["column"] - 1 :], *lines[end["line"] :]]
    return (b"\n".join(head) + suggestion["text"].encode() + b"\n".join(tail)).decode()


def test_the_edits_of_a_safe_fix_are_one_suggestion_in_bytes(make: Any) -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\n漢字 one two three 漢\nfour\n"
    edits = (make.edit(source, "one", "1"), make.edit(source, "three 漢\nfour", "3 漢 4"))
    finding = make.issue("LAY001", source, "one", "bad", cue=1, fix=Fix(edits, True, "Count"))
    (entry,) = result(make.report(make.file("a.srt", source, finding)))["diagnostics"]
    assert entry["location"]["range"]["start"] == {"line": 3, "column": 8}
    (suggestion,) = entry["suggestions"]
    wanted = source.replace("one", "1").replace("three 漢\nfour", "3 漢 4")
    assert applied(source, suggestion) == wanted
    assert entry["message"] == "bad (cue 1, 00:00:01)\nCount\nMore: captious rule LAY001"


def test_an_unsafe_fix_is_told_and_not_suggested(make: Any) -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\none two\n"
    fix = Fix((make.edit(source, "one", "1"),), False, "Count")
    finding = make.issue("LAY001", source, "one", "bad", cue=1, fix=fix)
    (entry,) = result(make.report(make.file("a.srt", source, finding)))["diagnostics"]
    assert "suggestions" not in entry
    assert "Count" in entry["message"]


def test_a_file_that_could_not_be_read_is_a_diagnostic(report: Report) -> None:
    (entry,) = [one for one in result(report)["diagnostics"] if one["location"]["path"] == "broken.srt"]
    assert entry["message"] == "the file could not be read"
