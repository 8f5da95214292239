from __future__ import annotations

from dataclasses import replace

import pytest

from captious.lexicon import load_lexicon
from captious.segment.tables import (
    PLAIN,
    PUNCTUATED,
    UNPUNCTUATED,
    choose_table,
    is_punctuated,
    shipped_table,
)
from captious.style import load_style

PROFILE = load_style("youtube").profile(format="srt", language="en")
EN = load_lexicon("en")


@pytest.mark.parametrize(
    ("language", "punctuated", "name"),
    [("en", True, PUNCTUATED), ("en", False, UNPUNCTUATED), ("de", True, PLAIN), ("de", False, PLAIN)],
)
def test_a_text_is_broken_by_the_table_for_it(language: str, punctuated: bool, name: str) -> None:
    choice = choose_table(PROFILE, load_lexicon(language), punctuated=punctuated)
    assert choice.name == name
    assert choice.table is shipped_table(name)


def test_a_house_has_a_table_for_text_with_marks() -> None:
    own = shipped_table(PLAIN)
    profile = replace(PROFILE, break_table=own)
    assert choose_table(profile, EN).table is own
    assert choose_table(profile, EN, punctuated=False).name == UNPUNCTUATED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so we went home and that was it " * 10, False),
        ("So we went home, and that was it. " * 10, True),
        ("so we went home and that was it", True),  # too little to tell
        ("", True),
        ("“Yes,” she said (and left.) " * 10, True),
        ("我们回家了。 " * 40, True),
    ],
)
def test_a_text_without_punctuation_is_recognised(text: str, expected: bool) -> None:
    assert is_punctuated(text.split()) is expected
