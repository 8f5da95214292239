from __future__ import annotations

import pytest

from captious.timing.syllables import count_syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("data", 2),
        ("sentence,", 2),
        ("make", 1),
        ("makes", 1),
        ("wanted", 2),
        ("asked", 1),
        ("table", 2),
        ("houses", 2),
        ("I’ve", 1),
        ("PhD", 1),
        ("NLP", 3),
        ("hm", 1),
        ("2020", 4),
        ("–", 0),
        ("café", 2),
        ("“the", 1),
        ("машинное", 4),
        ("idée", 2),
        ("日本語", 3),
        ("open-source", 3),
    ],
)
def test_syllables(word: str, syllables: float) -> None:
    assert count_syllables(word) == syllables
