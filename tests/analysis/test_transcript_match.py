from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.analysis.transcript_match import Comparison, compare
from captious.checks.settings import CheckSettings, open_subject
from captious.errors import TimingError
from captious.formats.documents import read_text
from captious.style import load_style
from captious.transcripts.parse import read_transcript

WORDS = ("river", "stone", "lamp", "seven", "walk", "don't", "e-mail", "10", "house", "blue")


def comparison(captions: list[str], transcript: str) -> Comparison:
    cues = "\n\n".join(
        f"{number}\n00:00:{number:02},000 --> 00:00:{number + 1:02},000\n{text}"
        for number, text in enumerate(captions, 1)
    )
    settings = CheckSettings(
        load_style("base"), language="en", transcript=read_transcript(transcript, language="en")
    )
    found = compare(open_subject(read_text(cues, format="srt"), settings))
    assert found is not None
    return found


def test_each_word_counts_once() -> None:
    found = comparison(["one two three", "five six seven ate"], "one two three four five six seven eight")
    assert [(one.kind, one.count) for one in found.differences] == [("missing", 1), ("changed", 1)]
    assert found.accuracy == pytest.approx(0.75)


def test_another_recording_is_refused() -> None:
    with pytest.raises(TimingError, match="another recording: 0% of the words"):
        comparison(["it was the best of times"], "you know how we say so here")


def test_captions_of_a_part_are_compared_with_that_part() -> None:
    found = comparison(
        ["the second part of it"], "a long beginning comes first and then the second part of it"
    )
    assert [one.kind for one in found.differences] == ["missing"]


def test_tags_and_punctuation_make_no_difference() -> None:
    found = comparison(["<i>one</i> two", "three, four!"], "One two... three four?")
    assert found.differences == ()
    assert found.accuracy == 1


@given(st.lists(st.sampled_from(WORDS), min_size=4, max_size=60), st.data())
def test_the_same_words_never_differ_however_they_are_broken(words: list[str], data: st.DataObject) -> None:
    cues, place = [], 0
    while place < len(words):
        size = data.draw(st.integers(1, 6))
        cues.append(" ".join(words[place : place + size]))
        place += size
    assert comparison(cues[:59], " ".join(words)).differences == () or len(cues) > 59


@given(st.integers(0, 39))
def test_a_word_that_is_left_out_is_found_wherever_it_stood(gone: int) -> None:
    words = [f"{WORDS[number % 5]}{number}" for number in range(40)]
    left = words[:gone] + words[gone + 1 :]
    found = comparison([" ".join(left[at : at + 5]) for at in range(0, 39, 5)], " ".join(words))
    (difference,) = found.differences
    assert (difference.kind, difference.wanted) == ("missing", (gone, gone + 1))
