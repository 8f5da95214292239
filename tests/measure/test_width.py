from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from captious.measure.width import Counting, cue_width, is_plain, line_width


@pytest.mark.parametrize(
    ("line", "width"),
    [
        ("", 0),
        ("Hello, world.", 13),
        ("I’ve", 4),
        ("cafe\u0301", 4),  # a combining accent is part of its letter
        ("👩‍💻 codes", 7),  # an emoji sequence is one character
        ("🇩🇪", 1),
        ("\u202babc\u202c", 3),  # direction marks are not seen
        ("a\u200bb", 2),
        ("soft\u00adhyphen", 10),
        ("日本語", 3),
        ("a\tb", 2),  # control characters are not characters
    ],
)
def test_a_line_is_as_wide_as_its_grapheme_clusters(line: str, width: float) -> None:
    assert line_width(line) == width


@given(st.text(max_size=30))
def test_plain_text_is_as_wide_as_it_is_long(text: str) -> None:
    line = text.replace("\n", " ")
    if is_plain(line):
        clusters = regex.findall(r"\X", line)
        assert len(clusters) == len(line) == line_width(line)


def test_the_counting_method_decides() -> None:
    assert line_width("Oh, no!", Counting(spaces=False)) == 6
    assert line_width("Oh, no!", Counting(punctuation=False)) == 5
    assert line_width("Oh, no!", Counting(spaces=False, punctuation=False)) == 4
    assert line_width("日本 TV。", Counting(half_width=True)) == 2 + 0.5 + 1 + 1


def test_the_break_between_lines_counts_only_if_the_method_says_so() -> None:
    assert cue_width(["abc", "de"]) == 5
    assert cue_width(["abc", "de"], Counting(newline=True)) == 6
    assert cue_width([], Counting(newline=True)) == 0


def test_the_method_has_a_description() -> None:
    assert Counting().describe() == "characters with spaces and punctuation"
    assert Counting(spaces=False).describe() == "characters with punctuation without spaces"
    assert "half-width as 0.5" in Counting(half_width=True).describe()
    assert "line break counted" in Counting(newline=True).describe()


@pytest.mark.parametrize(
    ("text", "characters", "halved"),
    [
        # Unicode Standard Annex 29, grapheme clusters; Annex 11, East Asian width
        ("ดี", 1, 0.5),  # a vowel above
        ("น้ำ", 1, 0.5),  # a tone above, and sara am, which Annex 29 counts to the letter before
        ("नी", 1, 0.5),
        ("e\u0301", 1, 0.5),
        ("한글", 2, 2.0),
        ("ﾊﾝｶｸ", 4, 2.0),
        ("漢字", 2, 2.0),
        ("👩\u200d👧\u200d👦", 1, 1.0),
        ("\u200fא\u200e", 1, 0.5),
    ],
)
def test_marks_and_widths_of_many_scripts(text: str, characters: float, halved: float) -> None:
    assert line_width(text) == characters
    assert line_width(text, Counting(half_width=True)) == halved
