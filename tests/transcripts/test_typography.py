"""Quotation marks, straight and curly."""

from __future__ import annotations

import pytest

from captious.errors import OptionError
from captious.transcripts.parse import read_transcript
from captious.transcripts.typography import apply_quotes


def quoted(text: str, quotes: str, language: str = "en") -> str:
    transcript = apply_quotes(read_transcript(text, language=language), quotes)
    return " ".join(word.text for word in transcript.turns[0].words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "go home", didn\'t he?', "He said “go home”, didn’t he?"),
        ("the '90s and rock 'n' roll, 'em", "the ’90s and rock ’n’ roll, ’em"),
        ("He said \"she said 'go on now' to me\".", "He said “she said ‘go on now’ to me”."),
        ('the players\' ball ("yes")', "the players’ ball (“yes”)"),
        ("5'10\" tall", "5'10\" tall"),
        ("already “curly” isn’t", "already “curly” isn’t"),
        ('a "b" "c" d', "a “b” “c” d"),
    ],
)
def test_curly(text: str, expected: str) -> None:
    assert quoted(text, "curly") == expected


def test_straight_and_as_is() -> None:
    assert quoted("“It’s ‘so’ good”", "straight") == "\"It's 'so' good\""
    assert quoted("“It’s ‘so’ good”", "as-is") == "“It’s ‘so’ good”"


def test_german_marks() -> None:
    assert quoted('Er sagt "ja" dazu.', "curly", "de") == "Er sagt „ja“ dazu."


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(OptionError, match="unknown form"):
        quoted("a", "fancy")


def test_the_seed_survives_there_and_back(seed_text: str) -> None:
    seed = read_transcript(seed_text, language="en")
    assert (
        apply_quotes(apply_quotes(seed, "straight"), "curly").turns
        == apply_quotes(seed, "curly").turns
        == seed.turns
    )
