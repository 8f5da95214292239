"""What words and the pauses after them take."""

from __future__ import annotations

import pytest

from captious.timing.pauses import (
    CLAUSE_PAUSE,
    LINE_PAUSE,
    SENTENCE_PAUSE,
    faded,
    measure_letters,
    measure_pauses,
)
from captious.transcripts.model import Word

GROUPS = [
    "and so we went on",
    "to the house of the man",
    "who had said at the time that he would give us all of it",
    "in the end",
]


def text(*lines: str) -> list[Word]:
    return [Word(word, number) for number, line in enumerate(lines, 1) for word in line.split()]


@pytest.mark.parametrize(
    ("said", "pauses"),
    [
        ("One two. Three", [0, SENTENCE_PAUSE, 0]),
        ("One, two? Three", [CLAUSE_PAUSE, SENTENCE_PAUSE, 0]),
        ('He said "no." Then', [0, 0, SENTENCE_PAUSE, 0]),
        # an abbreviation goes on in lower case
        ("about approx. ten", [0, 0, 0]),
        ("one – two", [0, CLAUSE_PAUSE, 0]),
        ("नमस्ते। कैसे", [SENTENCE_PAUSE, 0]),
        ("مرحبا، كيف؟ نعم", [CLAUSE_PAUSE, SENTENCE_PAUSE, 0]),
        # no spaces: the marks within count
        ("今日は、晴れ。明日も。", [CLAUSE_PAUSE + SENTENCE_PAUSE + SENTENCE_PAUSE]),
        ("3.5 10,000 3:12 x", [0, 0, 0, 0]),
    ],
)
def test_punctuation_of_many_scripts_is_followed_by_a_pause(said: str, pauses: list[float]) -> None:
    assert measure_pauses(text(said)) == pytest.approx(pauses)


def test_a_sound_has_no_pause() -> None:
    assert measure_pauses([Word("laughs.", 1, sound=True), Word("so", 1)]) == [0, 0]


def test_lines_that_are_breath_groups_end_with_a_pause() -> None:
    words = text(*GROUPS * 6)
    pauses = measure_pauses(words)
    ends = [number for number, word in enumerate(words[:-1]) if words[number + 1].line != word.line]
    assert {pauses[number] for number in ends} == {LINE_PAUSE}
    assert sum(pauses) == LINE_PAUSE * len(ends)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(GROUPS * 2, id="too few to tell"),
        pytest.param(
            ["one two three four five six seven eight nine ten eleven twelve a b"] * 30, id="paragraphs"
        ),
        pytest.param(["aa bb cc dd", "aa bb cc ee", "aa bb cc ff"] * 10, id="wrapped at a width"),
    ],
)
def test_other_lines_say_nothing(lines: list[str]) -> None:
    assert sum(measure_pauses(text(*lines))) == 0


def test_lines_of_paragraphs_of_their_own_say_nothing() -> None:
    words = [Word(word.text, word.line * 2) for word in text(*GROUPS * 6)]
    assert sum(measure_pauses(words)) == 0


def test_letters_are_as_long_as_the_syllables_together() -> None:
    words = [Word("strengths", 1), Word("idea", 1), Word("laughs", 1, sound=True), Word("–", 1)]
    letters = measure_letters(words, [1, 3, 3, 0])
    assert letters == pytest.approx([4 * 10 / 15, 4 * 5 / 15, 3, 0])
    assert measure_letters([], []) == []


def test_what_fades_is_half_at_its_time() -> None:
    assert (faded(0, 1000), faded(1000, 1000), faded(3000, 1000)) == (1, 0.5, 0.1)
