"""A cue of a megabyte can hold a million issues: few are reported, all are fixed, and no step is quadratic."""

from __future__ import annotations

import pytest

from captious.analysis.subject import MOST_IN_A_CUE
from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading
from captious.fixing.engine import fix_source
from captious.formats.registry import format_by_name
from captious.style import load_style

VTT = format_by_name("vtt")
HEAD = "WEBVTT\n\n00:01.000 --> 00:03.000\n"


def settings_of(*codes: str) -> CheckSettings:
    return CheckSettings(load_style("base"), selection=Selection(select=codes), language="en")


@pytest.mark.parametrize(
    ("code", "text", "fixed"),
    [
        ("VTT021", "&" * 5000, "&amp;" * 5000),
        ("VTT021", "a & b " * 5000 + "c", "a &amp; b " * 5000 + "c"),
        ("VTT017", "<" * 5000, "&lt;" * 5000),
        ("TXT002", "a  b " * 5000 + "c", "a b " * 5000 + "c"),
    ],
)
def test_a_cue_with_thousands_of_issues(code: str, text: str, fixed: str) -> None:
    findings = check_reading(VTT.read(f"{HEAD}{text}\n"), settings_of(code))
    assert 1 <= len(findings) <= MOST_IN_A_CUE
    done = fix_source(f"{HEAD}{text}\n", caption_format=VTT, settings=settings_of(code))
    assert done.source == f"{HEAD}{fixed}\n"
    assert done.left == ()
    assert done.rounds <= 2
    assert len(done.applied) == len(findings)


def test_each_finding_has_its_place() -> None:
    findings = check_reading(VTT.read(HEAD + "a & b\n" * 300), settings_of("VTT021"))
    assert [(one.span.line, one.span.column) for one in findings] == [
        (4 + number, 3) for number in range(MOST_IN_A_CUE)
    ]


def test_issues_in_many_cues_are_all_reported() -> None:
    cues = "".join(f"00:{number:02}.000 --> 00:{number:02}.900\na & b\n\n" for number in range(50))
    assert len(check_reading(VTT.read(f"WEBVTT\n\n{cues}"), settings_of("VTT021"))) == 50


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a  b <i  x>c  d</i>", 2),
        ("a < b  c > d", 0),
        ("a < b  c", 1),
        ("a  b > c  d", 2),
        ("<i>a  b</i>", 1),
    ],
)
def test_spaces_inside_a_tag_are_left_alone(text: str, count: int) -> None:
    findings = check_reading(VTT.read(f"{HEAD}{text}\n"), settings_of("TXT002"))
    assert sum("spaces" in one.message for one in findings) == count
