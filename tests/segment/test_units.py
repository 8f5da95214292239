from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from captious.lexicon import load_lexicon
from captious.measure.width import line_width
from captious.segment.units import Unit, segment
from captious.style import load_style
from captious.style.limits import Limit
from captious.transcripts.model import Transcript, Turn, Word

if TYPE_CHECKING:
    from captious.style.profile import Profile

LEXICON = load_lexicon("en")
YOUTUBE = load_style("youtube").profile(format="srt", language="en")


def transcript(*turns: tuple[str | None, str]) -> Transcript:
    return Transcript(
        tuple(Turn(speaker, tuple(Word(word, 1) for word in text.split()), 1) for speaker, text in turns),
        "en",
    )


def units(source: Transcript, profile: Profile = YOUTUBE, *, ms_per_word: int = 350) -> list[Unit]:
    count = sum(len(turn.words) for turn in source.turns)
    times = list(range(0, ms_per_word * (count + 1), ms_per_word))
    return segment(source, profile=profile, lexicon=LEXICON, starts_ms=times[:-1], ends_ms=times[1:])


def narrow(width: int, lines: int = 2) -> Profile:
    layout = replace(
        YOUTUBE.layout,
        line_length_chars=Limit(width, "a test", "advisory"),
        lines=Limit(lines, "a test", "advisory"),
    )
    return replace(YOUTUBE, layout=layout)


def test_a_short_turn_is_one_cue_with_its_label() -> None:
    assert units(transcript(("Ann Lee", "Yes, of course."))) == [
        Unit((">> ANN LEE: Yes, of course.",), "Ann Lee", True, 0, 0, 3, 0, 1050)
    ]


def test_a_cue_never_holds_two_speakers() -> None:
    made = units(transcript(("Ann", "Yes."), ("Bob", "No."), ("Ann", "Yes.")))
    assert [(unit.lines, unit.turn) for unit in made] == [
        ((">> ANN: Yes.",), 0),
        ((">> BOB: No.",), 1),
        ((">> ANN: Yes.",), 2),
    ]


def test_breaks_respect_sense() -> None:
    text = (
        "Thank you so much for joining me on the podcast. I haven't done a podcast for a long time, "
        "and I'm maybe a little bit rusty."
    )
    assert [unit.lines for unit in units(transcript((None, text)))] == [
        ("Thank you so much for joining me", "on the podcast."),
        ("I haven't done a podcast for a long time,",),
        ("and I'm maybe a little bit rusty.",),
    ]


@pytest.mark.parametrize(
    "text",
    ["He met Dr. Sebastian Raschka there today", "They grew by 90 percent in all the years that followed"],
)
def test_what_belongs_together_stays_on_one_line(text: str) -> None:
    lines = [line for unit in units(transcript((None, text)), narrow(18)) for line in unit.lines]
    assert any("Dr. Sebastian" in line or "90 percent" in line for line in lines)


def test_a_label_too_long_for_a_line_takes_more_lines() -> None:
    made = units(
        transcript(("Her Excellency Maximiliana of Oldenburg", "Hello there."), ("Bob", "Hi.")), narrow(20)
    )
    assert all(line_width(line) <= 20 for unit in made for line in unit.lines)
    shown = " ".join(line for unit in made for line in unit.lines)
    assert shown == ">> HER EXCELLENCY MAXIMILIANA OF OLDENBURG: Hello there. >> BOB: Hi."


def test_a_word_longer_than_a_line_is_broken_last_of_all_and_marked() -> None:
    made = units(transcript((None, "See abcdefghijklmnopqrstuvwxyz now")), narrow(10))
    shown = [line for unit in made for line in unit.lines]
    assert all(len(line) <= 10 for line in shown)
    assert "".join(shown).replace("-", "").replace(" ", "") == "Seeabcdefghijklmnopqrstuvwxyznow"
    assert any(unit.broken for unit in made)
    assert any(line.endswith("-") for line in shown)


def test_a_long_word_is_broken_at_its_own_hyphen_or_slash_first() -> None:
    made = units(transcript((None, "https://example.org/a/b well-known-word")), narrow(12))
    shown = [line for unit in made for line in unit.lines]
    assert "".join(shown).replace(" ", "") == "https://example.org/a/bwell-known-word"


def test_scripts_without_spaces_break_after_punctuation_and_get_no_hyphen() -> None:
    text = "大家好，欢迎来到我们的节目。今天我们要谈谈机器学习和人工智能的未来发展。"
    made = units(transcript((None, text)), narrow(16), ms_per_word=9000)
    assert [unit.lines for unit in made] == [
        ("大家好，欢迎来到我们的节目。",),
        ("今天我们要谈谈机器学习和人工智能", "的未来发展。"),
    ]
    assert not any(unit.broken for unit in made)


def test_closing_punctuation_does_not_begin_a_line() -> None:
    made = units(transcript((None, "一二三四五六七八九十。一二三四五")), narrow(10), ms_per_word=5000)
    assert [line for unit in made for line in unit.lines] == ["一二三四五六七八九", "十。一二三四五"]


@given(st.text("天あー。，「」ab ", min_size=1, max_size=80), st.integers(4, 20))
def test_no_character_of_a_script_without_spaces_is_lost_or_added(text: str, width: int) -> None:
    source = transcript((None, text if text.strip() else "天"))
    profile = replace(narrow(width), counting=replace(YOUTUBE.counting, half_width=True))
    shown = [line for unit in units(source, profile) for line in unit.lines]
    spoken = " ".join(word.text for word in source.turns[0].words)
    assert re.sub("[- ]", "", "".join(shown)) == spoken.replace(" ", "")
    assert all(line_width(line, profile.counting) <= width for line in shown)
    if not re.search("[ab ]", spoken):
        assert "".join(shown) == spoken


def test_a_word_of_sixty_thousand_characters_is_no_trouble() -> None:
    made = units(transcript((None, "x" * 60_000)))
    assert "".join(line for unit in made for line in unit.lines).count("x") == 60_000


def test_combining_marks_stay_with_their_letter() -> None:
    made = units(transcript((None, "e\u0301" * 30)), narrow(8))
    for unit in made:
        for line in unit.lines:
            assert not line.startswith("\u0301")
            assert line_width(line) <= 8


def test_sounds_are_shown_in_the_style_and_stay_whole() -> None:
    source = Transcript((Turn("Ann", (Word("upbeat music", 1, sound=True), Word("Hello.", 1)), 1),), "en")
    (unit,) = units(source)
    assert unit.lines == (">> ANN: [upbeat music] Hello.",)


words = st.text(st.characters(categories=["L", "N", "P", "M"]), min_size=1, max_size=30).filter(
    lambda word: not word.isspace()
)


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, "Ann Lee", "Dr. Bob Ray"]), st.lists(words, min_size=1, max_size=40)
        ),
        min_size=1,
        max_size=4,
    ),
    st.integers(30, 50),
    st.sampled_from([1, 2, 3]),
)
def test_every_word_once_in_order_within_the_limits(
    turns: list[tuple[str | None, list[str]]], width: int, lines: int
) -> None:
    source = Transcript(
        tuple(Turn(speaker, tuple(Word(word, 1) for word in spoken), 1) for speaker, spoken in turns), "en"
    )
    made = units(source, narrow(width, lines))
    for unit in made:
        assert 1 <= len(unit.lines) <= lines
        assert all(line_width(line) <= width for line in unit.lines)
        assert unit.speaker == turns[unit.turn][0]
    for number, (_, spoken) in enumerate(turns):
        shown = [
            word for unit in made if unit.turn == number for line in unit.lines for word in line.split(" ")
        ]
        assert shown[len(shown) - len(spoken) :] == spoken
    covered = [number for unit in made for number in range(unit.first_word, unit.last_word)]
    assert covered == list(range(sum(len(spoken) for _, spoken in turns)))


def test_a_label_may_have_its_line_to_itself() -> None:
    profile = load_style("dcmp").profile(format="srt", language="en")
    made = units(transcript(("Ann Lee", "Yes, of course. " * 6), ("Bob", "No.")), profile)
    assert made[0].lines[0] == "(Ann Lee)"
    assert made[-1].lines == ("(Bob)", "No.")
    assert all(len(unit.lines) == 2 or not unit.labelled for unit in made)
    said = " ".join(" ".join(unit.lines) for unit in made).replace("(Ann Lee) ", "").replace("(Bob) ", "")
    assert said.split() == ("Yes, of course. " * 6 + "No.").split()


@pytest.mark.parametrize(("shape", "longer"), [("bottom-heavy", 1), ("top-heavy", 0)])
def test_a_style_says_which_line_had_better_be_longer(shape: str, longer: int) -> None:
    layout = replace(YOUTUBE.layout, shape=shape)  # type: ignore[arg-type]
    breaks = replace(YOUTUBE.breaks, wrong_shape=500.0)
    profile = replace(YOUTUBE, layout=layout, breaks=breaks)
    text = "the old house on the hill was sold to a man who never came to see it once in all of his days"
    made = [unit for unit in units(transcript((None, text)), profile) if len(unit.lines) == 2]
    assert made
    # shapes are distinguished by twentieths of a line, here two characters
    assert all(len(unit.lines[longer]) >= len(unit.lines[1 - longer]) - 2 for unit in made)


def test_unbalanced_lines_are_dear_where_a_guide_says_so() -> None:
    from captious.segment.tables import PUNCTUATED, shaped, shipped_table

    table = shipped_table(PUNCTUATED)
    assert shaped(table, YOUTUBE.layout, 4.0) is table
    ted = load_style("ted").profile(format="srt", language="en").layout
    added = [new - old for new, old in zip(shaped(table, ted, 4.0).difference, table.difference, strict=True)]
    # 22 of 42 characters are 10.5 of 20 steps
    assert added[:11] == pytest.approx([20.0] * 11)
    assert added[11:30] == pytest.approx([0.0] * 19)
