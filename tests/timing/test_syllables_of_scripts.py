"""How long words of other scripts take to say."""

from __future__ import annotations

import pytest

from captious.timing.anchors import bare_parts
from captious.timing.syllables import count_syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("こんにちは", 5),
        ("きょうは", 3),  # kyo-o-ha: the small kana belongs to the one before it
        ("天気が", 5),
        ("今天天气很好", 6),
        ("안녕하세요", 5),
        ("AIの", 2),
    ],
)
def test_syllables(word: str, syllables: float) -> None:
    assert count_syllables(word) == syllables


def test_words_of_scripts_without_spaces_are_compared_letter_by_letter() -> None:
    assert bare_parts("今日は、YouTubeの") == ["今", "日", "は", "youtube", "の"]
    assert bare_parts("Don't stop-it") == ["dont", "stop", "it"]
