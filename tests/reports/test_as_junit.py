from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

from captious.reports.registry import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.reports.model import Report


def test_golden(check_golden: Callable[[str, str], str]) -> None:
    check_golden("junit", "xml")


def parse(report: Report) -> ET.Element:
    return ET.fromstring(render(report, format="junit").encode())  # noqa: S314 - our own


def test_the_numbers_are_those_of_the_cases(report: Report) -> None:
    root = parse(report)
    assert root.tag == "testsuites"
    for element in (root, *root.iter("testsuite")):
        assert element.get("tests") == str(len(list(element.iter("testcase"))))
        assert element.get("failures") == str(len(list(element.iter("failure"))))
        assert element.get("errors") == str(len(list(element.iter("error"))))
    assert root.get("failures") == str(report.errors)


def test_warnings_do_not_fail_but_are_reported(report: Report) -> None:
    told = [element.text or "" for element in parse(report).iter("system-out")]
    assert [text.split(":", 1)[0] for text in told] == ["info", "warning"]


def test_what_xml_cannot_hold_is_escaped(make: Any) -> None:
    nasty = "\x00\x08\x1b\ufffe\uffff\ud800 <![CDATA[ ]]> & \" '"
    source = "1\n00:00:01,000 --> 00:00:02,000\nhere\n"
    root = parse(make.report(make.file(f"{nasty}.srt", source, make.issue("LAY001", source, "here", nasty))))
    (failure,) = root.iter("failure")
    assert failure.get("message") == "\\x00\\x08\\x1b\\ufffe\\uffff\\ud800 <![CDATA[ ]]> & \" '"
    (case,) = root.iter("testcase")
    assert case.get("file") == failure.get("message") + ".srt"


def test_a_clean_file_is_a_passed_case(clean_report: Report) -> None:
    (case,) = parse(clean_report).iter("testcase")
    assert case.get("classname") == "clean.vtt"
    assert not list(case)
