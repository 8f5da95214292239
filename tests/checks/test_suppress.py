"""Suppression comments."""

from __future__ import annotations

import pytest

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading, open_subject
from captious.checks.suppress import read_suppressions
from captious.formats.documents import read_text
from captious.style import load_style

FIRST = "00:01.000 --> 00:03.500\nFirst.\n"
SECOND = "00:03.000 --> 00:05.500\nSecond.\n"
THIRD = "00:05.000 --> 00:07.000\nThird.\n"


def found(text: str, *select: str) -> list[str]:
    settings = CheckSettings(
        load_style("base"), Selection(select=select or ("TIM003", "FIL008")), language="en"
    )
    return [
        f"{finding.code}:{finding.span.line}"
        for finding in check_reading(read_text(text.replace("\n\n\n", "\n\n"), format="vtt"), settings)
    ]


def file(*parts: str) -> str:
    return "\n".join(("WEBVTT\n", *(part if part.endswith("\n") else f"{part}\n" for part in parts)))


def note(text: str) -> str:
    return f"NOTE {text}\n"


def test_without_comments_everything_is_reported() -> None:
    assert found(file(FIRST, SECOND, THIRD)) == ["TIM003:3", "TIM003:6"]


@pytest.mark.parametrize(
    "comment",
    [
        "captious: ignore TIM003",
        "captious: ignore overlapping-cues they talk at once",
        "captious: ignore TIM",
        "captious: ignore ALL because I say so",
        "captious: ignore",
        "captious:ignore TIM003,LAY001",
        "captious: ignore\tTIM003",
        "\ncaptious: ignore TIM003\nand more lines",
    ],
)
def test_ignore_is_about_the_next_cue(comment: str) -> None:
    left = found(file(note(comment), FIRST, SECOND, THIRD), "TIM003")
    assert [entry for entry in left if entry.startswith("TIM003")] == [
        "TIM003:" + str(6 + 3 + 1 - 1 + comment.count("\n") - 1)
    ]


def test_ignore_file_and_stretches() -> None:
    assert found(file(FIRST, SECOND, note("captious: ignore-file TIM003"), THIRD)) == []
    assert found(
        file(note("captious: disable TIM003"), FIRST, note("captious: enable TIM003"), SECOND, THIRD)
    ) == ["TIM003:10"]
    assert found(file(FIRST, note("captious: disable"), SECOND, THIRD)) == ["TIM003:3"]
    # what is enabled again by a prefix leaves the rest disabled
    text = file(note("captious: disable TIM003, LAY001"), FIRST, note("captious: enable TIM"), SECOND, THIRD)
    assert found(text) == ["FIL008:3", "TIM003:10"]


def test_a_comment_in_the_header_is_about_the_first_cue() -> None:
    text = "WEBVTT\n\nNOTE captious: ignore TIM003\n\nSTYLE\n::cue { color: red }\n\n" + FIRST + "\n" + SECOND
    assert found(text) == []


def test_other_comments_are_ignored() -> None:
    for comment in ("ignore TIM003", "a note on captious: ignore TIM003", "captious is fine"):
        assert "TIM003:5" in found(file(note(comment), FIRST, SECOND))


def test_a_reason_alone_suppresses_nothing() -> None:
    assert found(file(note("captious: ignore they overlap on purpose"), FIRST, SECOND)) == [
        "FIL008:3",
        "TIM003:5",
    ]


def test_a_rule_that_is_off_may_be_suppressed_where_it_would_find_something() -> None:
    assert found(file(note("captious: ignore TIM003"), FIRST, SECOND), "FIL008") == []


def test_a_comment_about_unused_comments_is_never_unused() -> None:
    assert found(file(note("captious: ignore-file unused-suppression"), FIRST)) == []


def test_many_comments_take_linear_time_to_read() -> None:
    text = "WEBVTT\n\n" + (note("captious: " + "ignore TIM003, " * 3) + "\n") * 300 + FIRST
    reading = read_text(text, format="vtt")
    subject = open_subject(reading, CheckSettings(load_style("base"), language="en"))
    assert len(read_suppressions(subject)) >= 300


def test_a_rule_disabled_twice_is_reported() -> None:
    text = file(note("captious: disable TIM"), note("captious: disable TIM003"), FIRST, SECOND)
    assert found(text) == ["FIL008:5"]


def test_a_finding_without_a_cue_is_suppressed_by_the_comment_before_its_cue() -> None:
    text = file(
        FIRST.replace("03.500", "02.000"),
        note("captious: ignore MRK,VTT"),
        "00:03.000 --> 00:04.000\n<x>a</x>\n",
    )
    assert not [entry for entry in found(text, "MRK", "VTT") if not entry.startswith("FIL")]
