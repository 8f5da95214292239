"""Turns that the user splits where a label is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.transcripts.talk import read, remarks, said

from captious.errors import OptionError
from captious.transcripts.model import Turn, Word
from captious.transcripts.quotations import Place, Quotations
from captious.transcripts.splits import split_turns

TALK = """Nora Falk: Welcome back to the harbour. Why did you
leave the sea? Well, my knees told me to, and they
were right. Do you miss it?

Ivo Brandt: Every morning. The tide doesn't wait; my half-empty cup does.

Nora Falk: [laughs] I see. And the boat?

Ivo Brandt: Sold. I see. You want to know for how much. “Enough,” as they say.
"""


def test_the_rest_of_a_turn_goes_to_the_speaker_who_is_named() -> None:
    made = read(TALK, splits={"Well my knees told": "Ivo Brandt"})
    assert said(made)[:3] == [
        ("Nora Falk", "Welcome back to the harbour. Why did you leave the sea?"),
        ("Ivo Brandt", "Well, my knees told me to, and they were right. Do you miss it?"),
        ("Ivo Brandt", "Every morning. The tide doesn't wait; my half-empty cup does."),
    ]
    assert made.turns[1].line == 2
    assert "“Well my knees told” in the turn of Nora Falk is said by Ivo Brandt" in remarks(made, "changed")


def test_several_splits_of_one_turn_in_any_order() -> None:
    splits = {"Do you miss it": "Nora Falk", "WELL, MY KNEES": "Ivo Brandt"}
    for given_splits in (splits, dict(reversed(splits.items()))):
        assert said(read(TALK, splits=given_splits))[:3] == [
            ("Nora Falk", "Welcome back to the harbour. Why did you leave the sea?"),
            ("Ivo Brandt", "Well, my knees told me to, and they were right."),
            ("Nora Falk", "Do you miss it?"),
        ]


@pytest.mark.parametrize(
    ("quoted", "first"),
    [
        ("you leave the sea", "you"),
        ("“Why did you", "Why"),
        ("knees told me to, and", "knees"),
        ("the tide doesn’t wait", "The"),
        ("half empty cup", "half-empty"),
        ("half-empty", "half-empty"),
        ("Enough as", "“Enough,”"),
        ("Sold. | I see", "I"),
        ("the boat", "the"),
        ("And the | boat", "boat?"),
    ],
)
def test_quoted_words_are_found_whatever_their_case_and_punctuation(quoted: str, first: str) -> None:
    made = read(TALK, splits={quoted: "Mei"})
    (turn,) = [turn for turn in made.turns if turn.speaker == "Mei"]
    assert turn.words[0].text == first


def test_words_that_begin_a_turn_give_all_of_it_away() -> None:
    made = read(TALK, splits={"Every morning": "Nora Falk"})
    assert [speaker for speaker, _ in said(made)] == ["Nora Falk", "Nora Falk", "Nora Falk", "Ivo Brandt"]


def test_a_known_name_keeps_its_spelling_and_a_renamed_one_its_new_name() -> None:
    assert said(read(TALK, splits={"my knees": "ivo  brandt"}))[1][0] == "Ivo Brandt"
    renames = {"Ivo Brandt": "Captain Brandt"}
    assert said(read(TALK, renames=renames, splits={"my knees": "Ivo Brandt"}))[1][0] == "Captain Brandt"
    assert said(read(TALK, renames=renames, splits={"my knees": "captain brandt"}))[1][0] == "Captain Brandt"
    assert said(read(TALK, splits={"my knees": "Mei  Lund"}))[1][0] == "Mei Lund"


def test_words_may_be_quoted_as_they_stand_or_as_they_are_corrected() -> None:
    options = {"glossary": [("my knees", "my niece")], "clean_verbatim": True}
    text = TALK.replace("Well,", "Um, well,")
    for quoted in ("Um well my knees", "Well my niece told"):
        made = read(text, splits={quoted: "Ivo Brandt"}, **options)
        assert said(made)[1] == (
            "Ivo Brandt",
            "Well, my niece told me to, and they were right. Do you miss it?",
        )


def test_a_text_without_labels_and_one_without_spaces_are_split_too() -> None:
    made = read("We sail at dawn. Do we? We do, as ever.", splits={"we do as": "Ivo"})
    assert said(made) == [(None, "We sail at dawn. Do we?"), ("Ivo", "We do, as ever.")]
    japanese = read(
        "今日は天気がいいですね。はい、散歩に行きましょう。", language="ja", splits={"はい、": "花子"}
    )
    assert [turn.speaker for turn in japanese.turns] == [None, "花子"]
    assert "".join(word.text for word in japanese.turns[1].words) == "はい、散歩に行きましょう。"


def test_words_that_stand_nowhere_are_refused_with_the_likeliest() -> None:
    with pytest.raises(OptionError) as error:
        read(TALK, splits={"Well my niece told me to": "Ivo Brandt"})
    assert error.value.message == "no turn has the words “Well my niece told me to”"
    assert error.value.hint == "Did you mean “Well my knees told me” (line 2)?"
    with pytest.raises(OptionError, match="as they stand in the transcript"):
        read(TALK, splits={"zebra crossing": "Ivo Brandt"})
    # not over the end of a turn, and whole words only
    for quoted in ("miss it every morning", "arbour", "harb", "ell my knees", "knee", "laughs", "?!"):
        with pytest.raises(OptionError, match="no turn has"):
            read(TALK, splits={quoted: "Ivo Brandt"})


def test_words_that_stand_in_several_places_are_refused_with_longer_ones() -> None:
    with pytest.raises(OptionError) as error:
        read(TALK, splits={"I see": "Ivo Brandt"})
    assert error.value.message == "“I see” stands in 2 places: lines 7, 9"
    assert error.value.hint == "Quote more words: “I see And the boat” or “I see You want to”."
    lines = "\n\n".join(f"{name}: So. Right." for name in ("Nora", "Ivo") * 6)
    with pytest.raises(OptionError) as error:
        read(lines, splits={"Right": "Ivo"})
    assert error.value.message == "“Right” stands in 12 places: lines 1, 3, 5, 7, 9 and 7 more"
    assert error.value.hint == "Quote the words before it, too: “before | Right”."


@pytest.mark.parametrize(
    ("splits", "message"),
    [
        ({"my knees": " "}, "without a name"),
        ({" ": "Ivo"}, "without words"),
        ({"|": "Ivo"}, "without words"),
        ({"my knees": "Ivo", "My knees told": "Mei"}, "two speakers for one place"),
    ],
)
def test_splits_that_say_too_little_or_two_things_are_refused(splits: dict[str, str], message: str) -> None:
    with pytest.raises(OptionError, match=message):
        read(TALK, splits=splits)


WORDS = st.lists(
    st.sampled_from(["yes", "No.", "it's", "the", "half-way", "—", "sea?", "$5", "A=B", "x"]), min_size=1
)


@given(st.lists(st.tuples(st.sampled_from(["Ann", "Bob", None]), WORDS), min_size=1, max_size=5), st.data())
def test_what_is_quoted_for_a_place_splits_there_and_loses_no_word(
    talk: list[tuple[str | None, list[str]]], data: st.DataObject
) -> None:
    turns = [
        Turn(name, tuple(Word(word, number) for word in words), number)
        for number, (name, words) in enumerate(talk, 1)
    ]
    turn = data.draw(st.integers(0, len(turns) - 1))
    place = Place(turn, data.draw(st.integers(0, len(turns[turn].words) - 1)))
    quoted = Quotations(turns).quote(place)
    if quoted is None:
        return
    assert not set(quoted) & set('"$`\\!=')
    made, (told,), unfound = split_turns(turns, {quoted: "Cleo"})
    assert not unfound
    assert [word for turn in made for word in turn.words] == [word for turn in turns for word in turn.words]
    (split,) = [turn for turn in made if turn.speaker == "Cleo"]
    assert split.words == turns[place.turn].words[place.word :]
    assert told.line == split.line
