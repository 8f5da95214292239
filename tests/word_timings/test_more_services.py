"""Otter, Soniox, Kaltura and Hugging Face's pipeline, in the shapes that their makers and clients describe."""

from __future__ import annotations

import json
from typing import Any

import pytest

from captious.errors import WordsError
from captious.word_timings.model import TimedWord, WordTrack
from captious.word_timings.registry import parse_words

OTTER: dict[str, Any] = {
    "duration": 12,
    "speakers": [{"id": 7, "speaker_name": "Ada Berg"}, {"id": 8, "speaker_name": "Bo Dahl"}],
    "speech_outline": [
        {"text": "Speaker 1 greets everybody at great length", "start_offset": 1, "end_offset": 2}
    ],
    "transcripts": [
        {
            "speaker_id": 7,
            "speaker_model_label": "1",
            "start_offset": 8000,
            "end_offset": 22_400,
            "transcript": "Hello there.",
            "alignment": [
                {"word": "hello", "start": 0.0, "end": 0.4},
                {"word": "there", "start": 0.5, "end": 0.9},
            ],
        },
        {
            "speaker_id": 8,
            "speaker_model_label": "2",
            "start_offset": 163_200,
            "end_offset": 180_000,
            "transcript": "Who's asking?",
            "alignment": [{"word": "Who's", "start": 0.0, "end": 0.4}, {"word": "asking?", "start": 0.5}],
        },
    ],
}
SAID = [("Hello", 500, "Ada Berg"), ("there.", 1000, "Ada Berg"), ("Who's", 10_200, "Bo Dahl"), ("asking?", 10_700, "Bo Dahl")]  # fmt: skip # noqa: E501


def track(data: object) -> WordTrack:
    return parse_words(json.dumps(data))


def spoken(made: WordTrack) -> list[tuple[str, int | None, str | None]]:
    return [(word.text, word.start_ms, word.speaker) for word in made.words]


def otter(**changes: object) -> dict[str, Any]:
    return {**OTTER, "transcripts": [{**one, **changes} for one in OTTER["transcripts"]]}


@pytest.mark.parametrize("data", [OTTER, {"speech": OTTER}])
def test_words_of_otter_count_from_the_start_of_their_segment(data: object) -> None:
    made = track(data)
    assert (made.source, made.measured, made.duration_ms) == ("Otter", True, 12_000)
    assert spoken(made) == SAID


def test_segments_of_otter_without_words_are_interpolated() -> None:
    made = track(otter(alignment=[]))
    assert not made.measured
    assert [(word.start_ms, word.end_ms) for word in made.words] == [
        (500, 909), (909, 1400), (10_200, 10_637), (10_637, 11_250),
    ]  # fmt: skip


def test_voices_of_otter_without_names_are_numbered() -> None:
    assert {word.speaker for word in track({**otter(speaker_id=None), "speakers": []}).words} == {"1", "2"}
    assert {word.speaker for word in track(otter(speaker_id=9)).words} == {None}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"start_offset": -1}, r"Otter: transcripts\[0\]\.start_offset is -1, not a number of samples"),
        ({"transcript": 3}, r"Otter: transcripts\[0\]\.transcript is 3, not a string"),
        ({"alignment": [{"start": 1}]}, r"Otter: transcripts\[0\]\.alignment\[0\]\.word is missing"),
    ],
)
def test_what_is_broken_in_otter_is_named(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(WordsError, match=message):
        track(otter(**changes))


def test_tokens_of_soniox_are_joined_to_words() -> None:
    tokens = [
        {"text": text, "start_ms": start, "end_ms": end, "confidence": 0.9, "speaker": who, "language": "en"}
        for text, start, end, who in (
            ("Hel", 500, 700, "1"), ("lo", 700, 900, "1"), (" there", 1000, 1350, "1"), (".", 1350, 1400, "1"),
            ("Who", 10_200, 10_400, "2"), ("'s", 10_400, 10_600, "2"), (" ask", 10_700, 10_900, "2"),
            ("ing?", 10_900, 11_250, "2"),
        )
    ]  # fmt: skip
    tokens.insert(4, {"text": " Bonjour", "translation_status": "translation", "language": "fr"})
    made = track({"id": "x", "text": "Hello there. Who's asking?", "tokens": tokens})
    assert (made.source, made.language) == ("Soniox", "en")
    assert [(word.text, word.start_ms, word.end_ms, word.speaker) for word in made.words] == [
        ("Hello", 500, 900, "1"), ("there.", 1000, 1400, "1"), ("Who's", 10_200, 10_600, "2"),
        ("asking?", 10_700, 11_250, "2"),
    ]  # fmt: skip


def test_words_of_kaltura_take_the_punctuation_after_them() -> None:
    made = track(
        [
            {"i": 0, "w": "I'm", "s": 16_410, "e": 16_560, "t": "word", "a": 88},
            {"i": 1, "w": "here", "s": 16_560, "e": 16_709, "t": "word", "a": 91},
            {"i": 2, "w": ".", "s": 16_709, "e": 16_709, "t": "punc", "a": 91},
        ]
    )
    assert made.words == (
        TimedWord("I'm", 16_410, 16_560, 0.88),
        TimedWord("here.", 16_560, 16_709, 0.91),
    )
    detailed = track([{"p": 1, "c": 0.88, "s": 2200, "e": 2300, "w": "Hello", "sp": "Agent"}])
    assert detailed.words == (TimedWord("Hello", 2200, 2300, 0.88, "Agent"),)


def chunks(*pairs: tuple[str, float, float | None]) -> list[dict[str, Any]]:
    return [{"text": text, "timestamp": [start, end]} for text, start, end in pairs]


def test_chunks_of_one_word_are_words() -> None:
    listed = chunks((" Hello", 0.5, 0.9), (" there.", 1.0, 1.4), (" an", 2.0, 2.1), ("-other", 2.1, 2.4))
    made = track({"text": "x", "chunks": listed})
    assert (made.source, made.measured) == ("Transformers (Whisper)", True)
    assert [(word.text, word.start_ms, word.end_ms) for word in made.words] == [
        ("Hello", 500, 900), ("there.", 1000, 1400), ("an-other", 2000, 2400),
    ]  # fmt: skip


def test_chunks_of_phrases_are_interpolated_and_the_last_may_have_no_end() -> None:
    made = track(
        {
            "chunks": chunks((" Hello there.", 0.5, 1.4), (" Who's asking?", 10.2, None)),
            "speakers": [],
            "text": "",
        }
    )
    assert not made.measured
    assert [(word.start_ms, word.end_ms) for word in made.words] == [
        (500, 909), (909, 1400), (10_200, 11_450), (11_450, 13_200),
    ]  # fmt: skip


def test_with_diarization_the_chunks_of_the_speakers_are_read() -> None:
    said = chunks((" Hello there.", 0.5, 1.4), (" Who's asking?", 10.2, 11.25))
    named = [{**chunk, "speaker": f"SPEAKER_0{number}"} for number, chunk in enumerate(said)]
    made = track({"speakers": named, "chunks": said, "text": "x"})
    assert [word.speaker for word in made.words] == ["SPEAKER_00"] * 2 + ["SPEAKER_01"] * 2


def test_chunks_without_spaces_stay_apart() -> None:
    made = track({"text": "你好吗", "chunks": chunks(("你", 0.0, 0.2), ("好", 0.2, 0.4), ("吗", 0.4, 0.6))})
    assert [word.text for word in made.words] == ["你", "好", "吗"]


def test_a_timestamp_that_is_no_pair_is_told() -> None:
    listed = [*chunks(("Hello", 0.5, 0.9)), {"text": "there", "timestamp": [1.0]}]
    with pytest.raises(
        WordsError, match=r"chunks\[1\]\.timestamp is \[1\.0\], not a list of a start and an end"
    ):
        track({"chunks": listed})
