"""Files of known findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.checks.baseline import Baseline, baseline_text, read_baseline, text_hash
from captious.core.finding import Finding, Severity
from captious.core.span import Span
from captious.errors import CaptiousError, ConfigError
from captious.formats.documents import read_text

if TYPE_CHECKING:
    from pathlib import Path

SRT = "1\n00:00:01,000 --> 00:00:02,000\n<i>One</i>\nand more.\n\n2\n00:00:03,000 --> 00:00:04,000\nOne and  more.\n"


def finding(cue: int | None, code: str = "LAY001", line: int = 1) -> Finding:
    return Finding(code, "a-issue", Severity.ERROR, "", Span(0, 0, line, 1), cue)


def test_the_text_of_a_cue_is_what_is_visible_and_spaces_do_not_count() -> None:
    document = read_text(SRT, format="srt").document
    assert text_hash(finding(1), document) == text_hash(finding(2), document)
    assert text_hash(finding(None, line=3), document) != text_hash(finding(1), document)
    assert text_hash(finding(None, line=99), document)


def test_findings_in_the_baseline_are_left_out_as_often_as_they_are_in_it(tmp_path: Path) -> None:
    document = read_text(SRT, format="srt").document
    path = tmp_path / "known.json"
    path.write_text(baseline_text({"b/a.srt": ((finding(1),), document)}), encoding="utf-8")
    baseline = read_baseline(str(path))
    assert baseline.new_findings("b/a.srt", [finding(2)], document) == ()
    assert baseline.new_findings("b/a.srt", [finding(1), finding(2)], document) == (finding(2),)
    assert baseline.new_findings("b/a.srt", [finding(1, "TIM003")], document) == (finding(1, "TIM003"),)
    assert baseline.new_findings("other.srt", [finding(1)], document) == (finding(1),)
    assert Baseline({}).new_findings("a", [], document) == ()


def test_the_same_findings_give_the_same_file() -> None:
    document = read_text(SRT, format="srt").document
    one = baseline_text(
        {"a": ((finding(1), finding(None, line=5)), document), "b": ((finding(1),), document)}
    )
    assert one == baseline_text(
        {"b": ((finding(1),), document), "a": ((finding(None, line=5), finding(1)), document)}
    )


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", "\xff", '{"version": 1}', '{"version": 1, "findings": []}', '{"version": 1, "findings": {"a": 1}}',
     '{"version": 1, "findings": {"a": {"b": {"c": "x"}}}}', "[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_not_a_baseline_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(ConfigError, match="not a baseline"):
        read_baseline(str(path))
    with pytest.raises(CaptiousError, match="no such file"):
        read_baseline(str(tmp_path / "gone"))
