from __future__ import annotations

import pytest

from captious.conversion.word_captions import words_of_captions
from captious.errors import WordsError
from captious.formats.documents import read_text
from captious.style import load_style

PROFILE = load_style("base").profile(format="vtt")


def heard(text: str) -> list[tuple[str, str | None]]:
    track = words_of_captions(read_text(text).document, profile=PROFILE, language="en")
    return [(word.text, word.speaker) for word in track.words]


def test_labels_say_who_and_are_not_said() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n>> ANN LEE: Hello you.\n\n00:02.000 --> 00:03.000\nAnd you.\n\n"
        "00:03.000 --> 00:04.000\n>> BOB: Yes.\n\n00:04.000 --> 00:05.000\n[laughs]\n"
    )
    assert heard(text) == [
        ("Hello", "ANN LEE"), ("you.", "ANN LEE"), ("And", "ANN LEE"), ("you.", "ANN LEE"),
        ("Yes.", "BOB"), ("[laughs]", None),
    ]  # fmt: skip


def test_voices_are_kept_and_two_in_a_cue_stay_apart() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello.</v>\n<v Bob>Hi <i>there</i>.</v>\n"
    assert heard(text) == [("Hello.", "Ann"), ("Hi", "Bob"), ("there.", "Bob")]


def test_words_are_interpolated_within_a_cue() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:03.000\nabcd efgh\n"
    track = words_of_captions(read_text(text).document, profile=PROFILE)
    assert [(word.start_ms, word.end_ms) for word in track.words] == [(1000, 2000), (2000, 3000)]
    assert not track.measured


def test_no_word() -> None:
    with pytest.raises(WordsError):
        words_of_captions(read_text("WEBVTT\n\n00:01.000 --> 00:02.000\n \n").document, profile=PROFILE)
