from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from captious.core.finding import Fix
from captious.reports.registry import render

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_golden(check_golden: Callable[[str, str], str]) -> None:
    check_golden("full", "txt")


def columns(text: str) -> int:
    """Terminal columns by the Unicode tables alone, for the characters these tests use."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def underlined(make: Any, text: str, issue: str) -> tuple[str, str, str]:
    source = f"1\n00:00:00,000 --> 00:00:09,000\n{text}\n"
    file = make.file("a.srt", source, make.issue("LAY001", source, issue, "bad", cue=1))
    lines = render(make.report(file), format="full").split("\n")
    (place,) = [number for number, line in enumerate(lines) if line.startswith("3 | ")]
    shown, marks = lines[place][4:], lines[place + 1]
    assert marks.startswith("  | ")
    marks = marks[4:]
    return shown, marks[: len(marks) - len(marks.lstrip())], marks.lstrip()


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        pytest.param("plain words here", "words", id="ascii"),
        pytest.param("こんにちは世界 words", "世界", id="wide"),
        pytest.param("ｆｕｌｌ　width 界", "界", id="full-width"),
        pytest.param("cafe\u0301 e\u0301e\u0301 words", "words", id="combining before"),
        pytest.param("a cafe\u0301s b", "cafe\u0301s", id="combining within"),
        pytest.param("한국어 \u1112\u1161\u11ab words", "words", id="Hangul"),
        pytest.param("Привет, мир", "мир", id="Cyrillic"),
        pytest.param("x" * 99 + "y", "y", id="as wide as can be"),
    ],
)
def test_the_marks_stand_below_the_issue(text: str, issue: str, make: Any) -> None:
    shown, blank, marks = underlined(make, text, issue)
    assert shown == text
    before = text[: text.index(issue)]
    joined = sum("\u1160" <= char <= "\u11ff" for char in before)
    assert len(blank) == columns(before) - joined
    assert marks == "^" * columns(issue)


def test_tabs_are_expanded(make: Any) -> None:
    shown, blank, marks = underlined(make, "a\tbc\twords", "words")
    assert shown == "a   bc  words"
    assert (len(blank), marks) == (8, "^^^^^")
    _, blank, marks = underlined(make, "a\tb", "\t")
    assert (len(blank), marks) == (1, "^^^")


def test_a_lone_accent_is_marked_below_its_letter(make: Any) -> None:
    _, blank, marks = underlined(make, "cafe\u0301", "\u0301")
    assert (len(blank), marks) == (3, "^")


def test_characters_without_a_column_are_underlined_too(make: Any) -> None:
    _, _, marks = underlined(make, "zero\u200bwidth", "\u200b")
    assert marks == "^"


def test_a_long_line_is_clipped_around_the_issue(make: Any) -> None:
    shown, blank, marks = underlined(make, "<" * 300 + "HERE" + "漢" * 300, "HERE")
    assert shown.startswith("…") and shown.endswith("漢…")
    assert columns(shown) <= 101
    assert shown[len(blank) : len(blank) + 4] == "HERE"
    assert marks == "^^^^"


def test_an_issue_longer_than_the_screen_is_marked_as_far_as_it_shows(make: Any) -> None:
    shown, _, marks = underlined(make, "y" * 500, "y" * 500)
    assert shown == "y" * 100 + "…"
    assert marks == "^" * 100


def test_combining_characters_without_end_are_cut(make: Any) -> None:
    shown, _, marks = underlined(make, "e" + "\u0301" * 10_000, "e")
    assert len(shown) < 300
    assert marks == "^"


def test_a_cue_of_many_lines_is_shown_around_the_issue(make: Any) -> None:
    source = "1\n00:00:00,000 --> 00:00:09,000\n" + "".join(f"line {n}\n" for n in range(1000))
    file = make.file("a.srt", source, make.issue("LAY001", source, "line 500", "bad", cue=1))
    lines = render(make.report(file), format="full").split("\n")
    assert [line.strip() for line in lines[1:9]] == [
        "|", "501 | line 498", "502 | line 499", "503 | line 500", "| ^^^^^^^^", "504 | line 501",
        "505 | line 502", "506 | line 503",
    ]  # fmt: skip


def test_lines_of_every_kind_of_end_are_found(make: Any) -> None:
    for newline in ("\n", "\r\n", "\r"):
        source = f"1{newline}00:00:00,000 --> 00:00:09,000{newline}one{newline}two{newline}"
        finding = make.issue("LAY001", source, f"one{newline}two{newline}", "bad", cue=1)
        lines = render(make.report(make.file("a.srt", source, finding)), format="full").split("\n")
        assert lines[0].startswith("a.srt:3:1: ")
        assert lines[4:8] == ["3 | one", "  | ^^^", "4 | two", "  | ^^^"]


def test_an_issue_that_ends_with_its_line_does_not_mark_the_next(make: Any) -> None:
    source = "1\n00:00:00,000 --> 00:00:09,000\none\ntwo\n"
    finding = make.issue("LAY001", source, "one\n", "bad", cue=1)
    lines = render(make.report(make.file("a.srt", source, finding)), format="full").split("\n")
    assert lines[4:7] == ["3 | one", "  | ^^^", "4 | two"]
    assert "^" not in lines[7]


def test_the_guide_shows_what_is_printed(make: Any, root: Path) -> None:
    text = "Not every caption that is as long as this is read"
    source = f"1\n00:01:00,000 --> 00:01:02,000\nOne.\n\n2\n00:01:02,000 --> 00:01:04,500\n{text}\n"
    fix = Fix((make.edit(source, "long as", "long\nas"),), True, "Re-break the lines")
    message = f"line too long ({len(text)} > 42 characters with spaces and punctuation)"
    file = make.file("talk.srt", source, make.issue("LAY001", source, text, message, cue=2, fix=fix))
    shown = render(make.report(file), format="full")
    assert f"```text\n{shown}```" in (root / "docs" / "guide" / "output.md").read_text(encoding="utf-8")
