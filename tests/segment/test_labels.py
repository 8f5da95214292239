from __future__ import annotations

from dataclasses import replace

import pytest

from captious.lexicon import load_lexicon
from captious.segment.labels import Labeller, sound_text
from captious.style import load_style
from captious.transcripts.model import Turn, Word

LEXICON = load_lexicon("en")
YOUTUBE = load_style("youtube").profile(format="srt", language="en").labels


def turns(*speakers: str | None) -> list[Turn]:
    return [Turn(speaker, (Word("Hi.", 1),), 1) for speaker in speakers]


def test_full_name_first_then_the_given_name() -> None:
    spoken = turns("Sanyam Bhutani", "Dr. Sebastian Raschka", "Sanyam Bhutani", "Dr. Sebastian Raschka")
    assert Labeller(YOUTUBE, spoken, LEXICON).label_turns(spoken) == [
        ">> SANYAM BHUTANI:",
        ">> DR. SEBASTIAN RASCHKA:",
        ">> SANYAM:",
        ">> SEBASTIAN:",
    ]


def test_two_people_with_one_given_name_keep_their_full_names() -> None:
    spoken = turns("Ann Lee", "Ann Ray", "Ann Lee")
    assert Labeller(YOUTUBE, spoken, LEXICON).label_turns(spoken)[2] == ">> ANN LEE:"


@pytest.mark.parametrize("name", ["SPEAKER_00", "Speaker 2", "Q", "Speaker A", "Dr."])
def test_stand_ins_are_not_shortened(name: str) -> None:
    spoken = turns(name, "Bob", name)
    assert Labeller(YOUTUBE, spoken, LEXICON).label_turns(spoken)[2] == f">> {name.upper()}:"


def test_no_label_while_the_same_person_goes_on() -> None:
    spoken = turns("Ann", "Ann", "Bob")
    assert Labeller(YOUTUBE, spoken, LEXICON).label_turns(spoken) == [">> ANN:", "", ">> BOB:"]


def test_an_unnamed_speaker_gets_the_bare_label_and_only_where_speakers_may_change() -> None:
    assert Labeller(YOUTUBE, turns(None, None), LEXICON).label_turns(turns(None, None)) == [">>", ">>"]
    assert Labeller(YOUTUBE, turns(None), LEXICON).label_turns(turns(None)) == [""]
    brackets = replace(YOUTUBE, form="[{name}]")
    assert Labeller(brackets, turns(None, None), LEXICON).label_turns(turns(None, None)) == ["", ""]


def test_a_style_without_labels_shows_none() -> None:
    assert Labeller(replace(YOUTUBE, form=""), turns("Ann"), LEXICON).label_turns(turns("Ann")) == [""]


def test_sounds_take_the_form_of_the_style() -> None:
    assert (
        sound_text("Laughs", load_style("youtube").profile(format="srt", language="en").sounds) == "[laughs]"
    )
    assert "LAUGHS" in sound_text("laughs", load_style("bbc").profile(format="srt", language="en").sounds)
