"""Findings of one cause are shown as one, and every finding is still there for fixing and baselines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import captious
from captious.checks.causes import FEWEST, SAME_TIMES, by_cause
from captious.core.finding import Edit, Finding, Fix, Severity
from captious.core.span import Span

if TYPE_CHECKING:
    from pathlib import Path


def finding(code: str, at: int, cue: int | None = 1, fix: Fix | None = None) -> Finding:
    return Finding(code, "an-issue", Severity.WARNING, f"at {at}", Span(at, at + 1, at + 1, 1), cue, fix)


def test_what_a_program_did_in_a_whole_file_is_one_finding() -> None:
    fixes = [Fix((Edit(at, at + 1, "x"),), True, "Write it") for at in range(FEWEST)]
    many = [finding("SRT011", at, at + 1, fix) for at, fix in enumerate(fixes)]
    other = finding("LAY001", 0)
    one, kept = by_cause([many[0], other, *many[1:]])
    assert kept is other
    assert one.message == f"at 0; {FEWEST - 1} more places in this file, of one cause"
    assert one.fix is not None and len(one.fix.edits) == FEWEST
    assert by_cause(many[1:]) == tuple(many[1:])


def test_numbers_that_repeat_and_numbers_out_of_order_are_one_cause() -> None:
    many = [finding("SRT003" if at % 2 else "SRT004", at, at + 1) for at in range(FEWEST)]
    (one,) = by_cause(many)
    assert (one.code, one.fix) == ("SRT004", None)


def test_two_languages_cue_by_cue_are_one_finding(tmp_path: Path) -> None:
    cues = "".join(
        f"{number + 1}\n00:00:{2 * (number // 2):02d},000 --> 00:00:{2 * (number // 2) + 1:02d},500\nLine {number}.\n\n"
        for number in range(24)
    )
    path = tmp_path / "both.srt"
    path.write_text(cues, encoding="utf-8")
    (found,) = captious.check(path, select="TIM003")
    assert found.message == f"{SAME_TIMES}; 11 more places in this file, of one cause"


def test_the_spaces_of_a_cue_are_one_finding_and_those_of_another_another() -> None:
    found = by_cause([finding("TXT002", 0, 1), finding("TXT002", 2, 1), finding("TXT002", 4, 2)])
    assert [one.message for one in found] == ["at 0; 1 more place in this cue", "at 4"]


def test_lines_that_differ_because_of_one_word_are_told_once() -> None:
    assert by_cause([finding("LAY006", 0, 1), finding("LAY007", 0, 1), finding("LAY006", 5, 2)]) == (
        finding("LAY007", 0, 1), finding("LAY006", 5, 2),
    )  # fmt: skip


def test_fixes_that_meet_are_no_fix_together() -> None:
    one, other = Fix((Edit(0, 4, "a"),), True, "A"), Fix((Edit(2, 6, "b"),), True, "B")
    found = by_cause([finding("TXT002", 0, 1, one), finding("TXT002", 2, 1, other)])
    assert found[0].fix is None


def test_a_file_numbered_twice_is_one_finding_and_fixed_whole(tmp_path: Path) -> None:
    cues = "".join(
        f"{number // 2 + 1}\n00:00:{2 * number:02d},000 --> 00:00:{2 * number + 1:02d},500\nLine {number}.\n\n"
        for number in range(24)
    )
    path = tmp_path / "twice.srt"
    path.write_text(cues, encoding="utf-8")
    found = captious.check(path, select="SRT003")
    assert len(found) == 1
    assert "11 more places in this file" in found[0].message
    assert found[0].fix is not None
    fixed = captious.fix(path, select="SRT003")
    assert [line for line in fixed.source.split("\n") if line.isdecimal()] == [str(n) for n in range(1, 25)]
