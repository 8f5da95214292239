from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from captious.reports.registry import render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from captious.reports.model import Report


@pytest.fixture(scope="module")
def schema(root: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((root / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(loaded)
    return loaded


def strict(schema: Any) -> Any:
    """The schema with every unknown key forbidden: what we print is to be described in full."""
    if isinstance(schema, dict):
        closed = {key: strict(value) for key, value in schema.items()}
        if "properties" in closed and "type" in closed:
            closed["additionalProperties"] = False
        return closed
    return [strict(item) for item in schema] if isinstance(schema, list) else schema


def test_golden(check_golden: Callable[[str, str], str], schema: dict[str, Any]) -> None:
    Draft202012Validator(strict(schema)).validate(json.loads(check_golden("json", "json")))


def test_golden_lines(check_golden: Callable[[str, str], str], schema: dict[str, Any]) -> None:
    validator = Draft202012Validator({"$ref": "#/$defs/finding", "$defs": strict(schema)["$defs"]})
    lines = check_golden("json-lines", "jsonl").rstrip("\n").split("\n")
    assert len(lines) == 8
    for line in lines:
        validator.validate(json.loads(line))


def test_a_clean_report_is_described_too(clean_report: Report, schema: dict[str, Any]) -> None:
    data = json.loads(render(clean_report, format="json"))
    Draft202012Validator(schema).validate(data)
    assert data["summary"]["errors"] == 0
    assert data["files"][0]["cues"] == 1


def test_locations_and_edits_cut_the_source(report: Report) -> None:
    files = {file.path: file.source for file in report.files}
    for line in render(report, format="json-lines").splitlines():
        finding = json.loads(line)
        source = files[finding["path"]]
        places = [
            finding["location"],
            *(edit["location"] for edit in (finding["fix"] or {"edits": []})["edits"]),
        ]
        for place in places:
            before, upto = source[: place["start"]], source[: place["end"]]
            assert place["line"] == before.count("\n") + 1
            assert place["end_line"] == upto.count("\n") + 1
            assert place["column"] == len(before) - (before.rfind("\n") + 1) + 1
            assert place["end_column"] == len(upto) - (upto.rfind("\n") + 1) + 1


def test_text_comes_back_whole_save_lone_surrogates(make: Any) -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\nhere\n"
    finding = make.issue("LAY001", source, "here", "\x1b \u202e 漢 😀 \ud800")
    text = render(make.report(make.file("a\udcff.srt", source, finding)), format="json-lines")
    assert text.isascii()
    data = json.loads(text)
    assert data["message"] == "\x1b \u202e 漢 😀 \\ud800"
    assert data["path"] == "a\\udcff.srt"
