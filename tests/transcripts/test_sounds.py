"""Noises and laughter."""

from __future__ import annotations

import pytest

from captious.transcripts.parse import read_transcript


@pytest.mark.parametrize(
    ("text", "sounds"),
    [
        ("Hehehe. hehe Haha! haaaha", ["laughs"] * 4),
        (
            "(laughs) [Laughter] *sighs* \\[crosstalk\\] {applause}",
            ["laughs", "Laughter", "sighs", "crosstalk", "applause"],
        ),
        ("[upbeat music playing] [door closes]", ["upbeat music playing", "door closes"]),
        ("[unintelligible 00:57:10.23]", ["unintelligible"]),
        ("ha he papa (with teaching) [sic] [Steve] (I laughed at it) (the project)", []),
        ("(laughs at that)", []),
        ('"Haha," he said', []),
    ],
)
def test_sounds(text: str, sounds: list[str]) -> None:
    transcript = read_transcript(f"Well. {text}", language="en")
    assert [word.text for word in transcript.turns[0].words if word.sound] == sounds
    if not sounds:
        assert " ".join(word.text for word in transcript.turns[0].words) == f"Well. {text}"


def test_a_time_in_a_sound_is_no_anchor_and_is_listed() -> None:
    transcript = read_transcript("Well [unintelligible 00:57:10.23] yes.", language="en")
    assert all(word.anchor_ms is None for word in transcript.turns[0].words)
    assert any("00:57:10.23" in remark.message for remark in transcript.remarks if remark.kind == "dropped")


def test_spanish_laughs_its_own_way() -> None:
    words = read_transcript("Jajaja, sí. haha", language="es").turns[0].words
    assert [word.sound for word in words] == [True, False, True]


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("(SOUNDBITE OF MUSIC)", "SOUNDBITE OF MUSIC"),
        ('(SOUNDBITE OF SONG, "THE SEA")', 'SOUNDBITE OF SONG, "THE SEA"'),
        ("(SOUNDBITE OF ARCHIVED RECORDING)", "SOUNDBITE OF ARCHIVED RECORDING"),
    ],
)
def test_round_brackets_in_capitals_with_a_word_for_a_sound_hold_a_sound(text: str, sound: str) -> None:
    transcript = read_transcript(
        f"ADA: We went.\n\n{text}\n\nBO: It was (the sound of it) good.\n\nADA: Yes."
    )
    sounds = [word.text for turn in transcript.turns for word in turn.words if word.sound]
    assert sounds == [sound]
