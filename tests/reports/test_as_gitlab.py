from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from captious.reports.registry import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.reports.model import Report


def test_golden(check_golden: Callable[[str, str], str]) -> None:
    check_golden("gitlab", "json")


def test_entries_have_what_the_widget_wants(report: Report) -> None:
    entries = json.loads(render(report, format="gitlab"))
    assert len(entries) == 8
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["lines"]["begin"] <= entry["location"]["lines"]["end"]
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


def fingerprints(make: Any, *texts: str, delay: int = 0) -> dict[str, list[str]]:
    """The fingerprints of an issue in each cue, by the text of the cue."""
    cues = [
        f"{number}\n00:{number + delay:02d}:00,000 --> 00:{number + delay:02d}:02,000\n{text}\n"
        for number, text in enumerate(texts, 1)
    ]
    source = "\n".join(cues)
    findings = [make.issue("LAY001", source, text, "bad", cue=number) for number, text in enumerate(texts, 1)]
    entries = json.loads(render(make.report(make.file("a.srt", source, *findings)), format="gitlab"))
    made: dict[str, list[str]] = {}
    for text, entry in zip(texts, entries, strict=True):
        made.setdefault(text, []).append(entry["fingerprint"])
    return made


def test_fingerprints_outlive_edits_elsewhere(make: Any) -> None:
    alone = fingerprints(make, "here")["here"]
    assert alone == fingerprints(make, "new", "here")["here"]
    assert alone == fingerprints(make, "here", delay=5)["here"]
    assert alone != fingerprints(make, "there")["there"]


def test_equal_issues_have_different_fingerprints(make: Any) -> None:
    first, second = fingerprints(make, "here", "here")["here"]
    assert first != second
    assert [first] == fingerprints(make, "here")["here"]
