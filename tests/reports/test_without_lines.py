"""Findings in files without lines: every report names the cue, and no line that is not there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from captious.analysis.origins import NOWHERE
from captious.core.cue import Cue
from captious.core.document import Document
from captious.core.finding import Finding, Severity
from captious.reports.model import FileFindings, Report
from captious.reports.registry import render

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def lineless() -> Report:
    table = Document("csv", (Cue(61_000, 62_000, "a  b", ("a  b",)),), source="start,end,text\n61,62,a  b\n")
    binary = Document("stl", (Cue(1000, 2000, "c  d", ("c  d",)),), source="")
    one = Finding("TXT002", "odd-whitespace", Severity.ERROR, "2 spaces in a row", NOWHERE, 1)
    other = Finding(
        "TXT002", "odd-whitespace", Severity.INFO, "2 spaces", NOWHERE, 1, place="subtitle 7, 10:00:01:12"
    )
    files = (
        FileFindings("a.csv", table.source or "", table, (one,)),
        FileFindings("b.stl", "", binary, (other,)),
    )
    return Report(files, {})


@pytest.mark.parametrize(
    "name", ["concise", "full", "grouped", "github", "junit", "markdown", "html", "gitlab"]
)
def test_the_cue_is_the_place(name: str, lineless: Report) -> None:
    text = render(lineless, format=name)
    assert "cue 1, 00:01:01" in text
    assert "subtitle 7, 10:00:01:12" in text
    assert ":0:0" not in text
    assert "line 0" not in text
    assert "line=0" not in text


def test_lines_of_editors_begin_with_the_file(lineless: Report) -> None:
    lines = render(lineless, format="concise").splitlines()
    assert lines[:2] == [
        "a.csv: TXT002 2 spaces in a row (cue 1, 00:01:01)",
        "b.stl: TXT002 2 spaces (subtitle 7, 10:00:01:12)",
    ]


def test_programs_get_no_location(lineless: Report, root: Path) -> None:
    schema: dict[str, Any] = json.loads((root / "docs" / "report.schema.json").read_text(encoding="utf-8"))
    data = json.loads(render(lineless, format="json"))
    Draft202012Validator(schema).validate(data)
    found = [file["findings"][0] for file in data["files"]]
    assert [(one["location"], one.get("place")) for one in found] == [
        (None, None), (None, "subtitle 7, 10:00:01:12"),
    ]  # fmt: skip
    sarif = json.loads(render(lineless, format="sarif"))
    places = [one["locations"][0]["physicalLocation"] for one in sarif["runs"][0]["results"]]
    assert all("region" not in place for place in places)
