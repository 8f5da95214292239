"""What looks like a notation that was not understood is told of, once a kind, with its line."""

from __future__ import annotations

import pytest

from captious.transcripts.model import Turn, Word
from captious.transcripts.self_check import check_spoken


def turn(*lines: str, speaker: str | None = None, first: int = 1) -> Turn:
    words = [Word(text, first + at) for at, line in enumerate(lines) for text in line.split()]
    return Turn(speaker, tuple(words), first)


def told(*turns: Turn) -> list[tuple[str, int | None, int]]:
    return [(remark.message, remark.line, remark.count) for remark in check_spoken(turns)]


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("00:01:02 we began", "looks like times"),
        ("we [01:02] began", "looks like times"),
        ("we <00:12> began", "looks like times"),
        ("00:01:02.480 --> we began", "looks like times"),
        ("{laughs} we began", "braces"),
        ("we <b>began</b> there", "looks like tags"),
        ("</div> we began", "looks like tags"),
        ("we **began there", "marks of Markdown"),
        ("the [hive](address) there", "marks of Markdown"),
        ("## we began", "marks of Markdown"),
    ],
)
def test_what_is_left_of_a_notation_is_told_of_with_its_line(line: str, what: str) -> None:
    ((message, at, times),) = told(turn("It was late.", line, f"And {line}"))
    assert what in message
    assert (at, times) == (2, 4 if "-->" in line else 2)


@pytest.mark.parametrize(
    "line",
    [
        "It's 1:55.",
        "We met at 10:30 and left at 11:00.",
        "It was 2–1, or 3:2.",
        "a < b, and 5 > 3",
        "He said: come.",
        "The date: it was May.",
        "C# and F# and a_b_c",
    ],
)
def test_what_people_say_is_not(line: str) -> None:
    assert not told(turn("It was late.", line))


def test_a_speakers_name_with_a_colon_within_a_turn_is_told_of() -> None:
    turns = [
        turn("Hello there.", speaker="Ann Lee"),
        turn("I know. Ann: Really?", "Yes. Bob Ray; well.", speaker="Bob Ray", first=3),
    ]
    (ann, bob) = told(*turns)
    assert "'Ann:'" in ann[0]
    assert "“Ann Lee:”" in ann[0]
    assert ann[1] == 3
    assert "'Bob Ray;'" in bob[0]
    assert bob[1] == 4


def test_a_name_that_two_speakers_share_is_nobody_s() -> None:
    turns = [
        turn("Hello.", speaker="Ann Lee"),
        turn("Hi.", speaker="Ann Poe", first=2),
        turn("So. Ann: no.", first=3),
    ]
    assert not told(*turns)


def test_the_head_of_a_page_is_told_of() -> None:
    ((message, at, times),) = told(turn("layout: post", "title: Bees", "Hello there."))
    assert "head of a page" in message
    assert (at, times) == (1, 2)


def test_lines_that_begin_alike_are_told_of() -> None:
    ((message, at, _),) = told(turn(*(f"#{index} there is more to say" for index in range(1, 20))))
    assert "19 of 19 lines begin alike: '#1'" in message
    assert at == 1


def test_lines_that_begin_with_a_word_that_is_said_elsewhere_are_not() -> None:
    lines = ["So we went on, so that it was done", "and so it was"] * 12
    assert not told(turn(*lines))


def test_sounds_and_empty_texts_are_no_suspects() -> None:
    assert not told()
    assert not told(Turn(None, (Word("[00:12]", 1, sound=True),), 1))
