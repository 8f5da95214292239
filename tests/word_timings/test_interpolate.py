"""Times of words interpolated within a longer span."""

from __future__ import annotations

from captious.word_timings.interpolate import interpolate
from captious.word_timings.model import TimedWord


def test_each_word_has_as_many_parts_as_characters() -> None:
    assert interpolate(" a  bbb ", 1000, 2000, "S", 0.5) == [
        TimedWord("a", 1000, 1250, 0.5, "S"),
        TimedWord("bbb", 1250, 2000, 0.5, "S"),
    ]


def test_no_words_and_no_time() -> None:
    assert interpolate(" \n", 0, 1000) == []
    assert interpolate("a b", 1000, 500) == [TimedWord("a", 1000, 1000), TimedWord("b", 1000, 1000)]
