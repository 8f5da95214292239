"""The report of a delivery: limits, verdict, and what became of findings."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from captious.checks.delivery_limits import DEFAULTS, Counting, Limit, Limits, parse_limit, stated_over
from captious.core.finding import Finding, Severity
from captious.core.span import Span
from captious.errors import CaptiousError, OptionError
from captious.reports.delivery.history import compare_findings
from captious.reports.delivery.model import FileSummary, RecordedFinding, page_name, shown_time
from captious.reports.delivery.verdict import judge


def finding(code: str, severity: str = "error", cue: int | None = 1) -> Finding:
    return Finding(code, "name", Severity(severity), "message", Span(0, 1, 1, 1), cue)


def file(name: str = "a.srt", **values: Any) -> FileSummary:
    return FileSummary(name, f"{name}.html", **{"cues": 100, "until_ms": 3_600_000, **values})


@pytest.mark.parametrize(
    ("what", "most", "limit"),
    [
        ("error", 0, Limit("error", 0)),
        ("Warning", "3", Limit("warning", 3)),
        ("TIM", "2.5%", Limit("TIM", 2.5, "%")),
        ("line-too-long", "5/file", Limit("line-too-long", 5, "/file")),
        ("LAY001", "1/hour", Limit("LAY001", 1, "/hour")),
        ("unreadable", "any", Limit("unreadable", None)),
    ],
)
def test_a_limit_is_read_as_it_is_written(what: str, most: object, limit: Limit) -> None:
    assert parse_limit(what, most) == limit


@pytest.mark.parametrize(
    ("what", "most"),
    [("error", "-1"), ("error", "many"), ("error", True), ("unreadable", "1/file"), ("no-such-rule", 1)],
)
def test_what_is_no_limit_is_refused(what: str, most: object) -> None:
    with pytest.raises(OptionError):
        parse_limit(what, most)


def test_what_is_stated_takes_the_place_of_the_default_and_of_nothing_else() -> None:
    stated = stated_over(DEFAULTS.fail, [Limit("TIM", 1), Limit("error", 3)])
    assert stated == (Limit("unreadable", 0), Limit("error", 3), Limit("TIM", 1))


def test_a_finding_counts_against_the_limit_that_matches_the_fewest_rules() -> None:
    counting = Counting([Limit("error", 0), Limit("LAY", 1), Limit("line-too-long", 1)])
    found = [finding("LAY001"), finding("LAY002", "warning"), finding("TIM003"), finding("TIM003", "info")]
    assert [counting.place(one) for one in found] == [2, 1, 0, None]


def test_a_caption_with_two_findings_is_one_caption_and_findings_without_one_count_each() -> None:
    found = [finding("LAY001"), finding("LAY002"), finding("FIL001", cue=None), finding("FIL002", cue=None)]
    assert Counting([Limit("error", 0)]).tally(found) == ((0, 4, 3),)


@pytest.mark.parametrize(
    ("limit", "found", "broken"),
    [
        (Limit("error", 6), "6", False),
        (Limit("error", 5), "6", True),
        (Limit("error", 2, "%"), "2%", False),
        (Limit("error", 1.9, "%"), "2%", True),
        (Limit("error", 5, "/file"), "5 in a file", False),
        (Limit("error", 4, "/file"), "5 in a file", True),
        (Limit("error", 2.9, "/hour"), "3 an hour", True),
        (Limit("error", None), "6", False),
    ],
)
def test_limits_are_numbers_and_rates(limit: Limit, found: str, broken: bool) -> None:
    files = [file("a", fail=((0, 5, 3),)), file("b", fail=((0, 1, 1),))]
    verdict = judge(files, Limits((limit,), ()))
    assert (verdict.fail[0].shown, verdict.fail[0].broken) == (found, broken)
    assert verdict.outcome == ("fail" if broken else "pass")


def test_a_delivery_passes_fails_or_needs_a_person() -> None:
    warned = file("b", severities=(0, 2, 0), review=((0, 2, 2),))
    assert judge([file()], DEFAULTS).outcome == "pass"
    needs = judge([file(), warned], DEFAULTS)
    assert (needs.title, needs.reason) == ("Needs a person", "2 warnings (allowed: 0).")
    assert [needs.need(each) for each in (file(), warned)] == ["clean", "look"]
    broken = judge([warned, file("c", error="not UTF-8")], DEFAULTS)
    assert (broken.outcome, broken.reason) == ("fail", "1 unreadable file (allowed: 0).")
    assert judge([], DEFAULTS).outcome == "fail"


def test_rates_of_nothing_are_no_escape() -> None:
    empty = file("a", cues=0, until_ms=0, fail=((0, 1, 1),))
    for per in ("%", "/hour"):
        assert judge([empty], Limits((Limit("error", 99, per),), ())).outcome == "fail"


def recorded(code: str, text: str, start_ms: int | None) -> RecordedFinding:
    return RecordedFinding(code, "error", text, start_ms, 1, "message")


def test_a_finding_is_known_again_by_its_text_or_its_time() -> None:
    old = [recorded("LAY001", "aa", 1000), recorded("LAY001", "bb", 5000), recorded("TIM003", "cc", 9000)]
    moved = [recorded("LAY001", "aa", 61_000), recorded("LAY001", "xx", 5000), recorded("TIM003", "yy", 9600)]
    assert compare_findings(old, moved) == ((False, False, False), ())


def test_what_is_gone_is_repaired_and_what_was_not_there_is_new() -> None:
    old = [recorded("LAY001", "aa", 1000), recorded("LAY001", "aa", 2000), recorded("TIM003", "cc", 9000)]
    new = [recorded("LAY001", "aa", 2000), recorded("SPD001", "cc", 9000)]
    fate = compare_findings(old, new)
    assert fate.new == (False, True)
    assert fate.repaired == (old[0], old[2])


def test_of_texts_alike_the_nearest_in_order_are_the_same() -> None:
    old = [recorded("LAY001", "aa", start) for start in (1000, 2000, 3000)]
    new = [recorded("LAY001", "aa", start) for start in (11_000, 12_000)]
    assert compare_findings(old, new).repaired == (old[2],)


@pytest.mark.parametrize(
    ("ms", "times", "rate", "text"),
    [
        (62_480, "ms", None, "00:01:02.480"),
        (62_480, "frames", Fraction(25), "00:01:02:12"),
        (60_060, "drop-frames", Fraction(30000, 1001), "00:01:00;02"),
        (60_060, "frames", Fraction(30000, 1001), "00:01:00:00"),
        (62_480, "drop-frames", Fraction(25), "00:01:02:12"),
        (62_480, "frames", None, "00:01:02.480"),
    ],
)
def test_times_are_written_as_the_reader_wants_them(ms: int, times: str, rate: Any, text: str) -> None:
    assert shown_time(ms, times=times, frame_rate=rate) == text


def test_the_name_of_a_page_is_one_that_every_system_takes() -> None:
    assert page_name(7, "a/b/Épisode 1: «fin».srt") == "00007-pisode-1-fin-.srt.html"
    assert page_name(7, "漢字") == "00007-file.html"
    assert len(page_name(12345, "x" * 300)) < 80


def test_a_folder_without_a_report_is_refused(tmp_path: Any) -> None:
    from captious.reports.delivery.record import read_record

    with pytest.raises(CaptiousError, match="no report of a delivery"):
        read_record(str(tmp_path))
    (tmp_path / "findings.jsonl.gz").write_bytes(b"\x1f\x8bnothing")
    with pytest.raises(CaptiousError, match="damaged"):
        read_record(str(tmp_path))


def test_a_rule_that_one_file_repaired_and_another_has_is_named_with_what_to_do() -> None:
    from captious.reports.delivery.model import RuleCount, Terms
    from captious.reports.delivery.overall import sum_up

    gone = file("a", repaired=(recorded("TIM003", "aa", 1000),), changed=(0, 0, 1))
    there = file("b", rules=(RuleCount("TIM003", "overlapping-cues", "error", "End it sooner.", 2),))
    terms = Terms("title", "2026-01-01", DEFAULTS)
    (rule,) = sum_up([gone, there], terms, before=None).rules
    assert (rule.name, rule.remedy, rule.found, rule.repaired) == ("overlapping-cues", "End it sooner.", 2, 1)
    (rule,) = sum_up([gone], terms, before=None).rules
    assert (rule.name, rule.remedy, rule.found) == ("overlapping-cues", "", 0)
