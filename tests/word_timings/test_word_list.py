"""Lists of words with times: OpenAI's, ElevenLabs', and those that people keep."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from captious.errors import WordsError
from captious.word_timings.registry import parse_words

if TYPE_CHECKING:
    from captious.word_timings.model import WordTrack

SAID = (("Hello", 0.5, 0.9), ("there.", 1.0, 1.4), ("Who's", 10.2, 10.6), ("asking?", 10.7, 11.25))
TEXT = " ".join(word for word, _, _ in SAID)


def track(data: object) -> WordTrack:
    return parse_words(json.dumps(data))


def entries(
    text: str = "word", start: str = "start", end: str = "end", *, unit: int = 1
) -> list[dict[str, Any]]:
    def number(seconds: float) -> float:
        return seconds if unit == 1 else round(seconds * unit)

    return [{text: word, start: number(begin), end: number(finish)} for word, begin, finish in SAID]


def check(made: WordTrack) -> None:
    assert made.measured
    assert [(word.text, word.start_ms, word.end_ms) for word in made.words] == [
        (word, round(start * 1000), round(end * 1000)) for word, start, end in SAID
    ]


@pytest.mark.parametrize("unit", [1, 1000])
@pytest.mark.parametrize("keys", [("start", "end"), ("start_time", "end_time"), ("startTime", "endTime")])
@pytest.mark.parametrize("text", ["word", "text", "punctuated_word", "value"])
def test_words_go_by_many_names_in_seconds_and_milliseconds(
    text: str, keys: tuple[str, str], unit: int
) -> None:
    listed = entries(text, *keys, unit=unit)
    check(track({"words": listed}))
    check(track(listed))


def test_a_unit_in_the_name_of_a_key_holds() -> None:
    check(track({"words": entries("word", "start_ms", "end_ms", unit=1000)}))
    check(track({"words": entries("word", "startTimeMs", "endTimeMs", unit=1000)}))


def test_the_word_with_punctuation_is_taken() -> None:
    plain = [
        {**entry, "word": entry["punctuated_word"].lower().strip(".?")}
        for entry in entries("punctuated_word")
    ]
    check(track({"words": plain}))


@pytest.mark.parametrize("segments", [{}, {"segments": None}, {"segments": []}])
def test_what_openai_answers_without_segments_has_punctuation_and_a_length(segments: dict[str, Any]) -> None:
    bare = [{**entry, "word": entry["word"].strip(".?")} for entry in entries()]
    head = {"task": "transcribe", "language": "english", "duration": 12.0, "text": TEXT}
    made = track({**head, "words": bare, **segments, "usage": {"type": "duration", "seconds": 12}})
    check(made)
    assert (made.source, made.language, made.duration_ms) == ("OpenAI", "english", 12_000)


def test_what_openai_answers_with_segments_too() -> None:
    bare = [{**entry, "word": entry["word"].strip(".?")} for entry in entries()]
    segments = [
        {"id": 0, "start": 0.5, "end": 1.4, "text": " Hello there."},
        {"id": 1, "start": 10.2, "end": 11.25, "text": " Who's asking?"},
    ]
    check(track({"task": "transcribe", "text": TEXT, "duration": 12.0, "words": bare, "segments": segments}))


def test_spaces_are_no_words_and_a_sound_of_several_words_keeps_them() -> None:
    listed = [
        {"text": "Hello", "start": 0.5, "end": 0.9, "type": "word", "speaker_id": "speaker_0"},
        {"text": " ", "start": 0.9, "end": 1.0, "type": "spacing", "speaker_id": "speaker_0"},
        {"text": "there.", "start": 1.0, "end": 1.4, "type": "word", "speaker_id": "speaker_1"},
        {"text": "(door closes)", "start": 2.0, "end": 3.0, "type": "audio_event", "speaker_id": "speaker_1"},
        *({"text": "Yes.", "start": 4.0 + at, "end": 4.4 + at, "type": "word"} for at in range(4)),
    ]
    made = track({"language_code": "en", "language_probability": 0.98, "text": "x", "words": listed})
    assert made.source == "ElevenLabs"
    assert [(word.text, word.start_ms, word.speaker) for word in made.words[:4]] == [
        ("Hello", 500, "speaker_0"),
        ("there.", 1000, "speaker_1"),
        ("(door", 2000, "speaker_1"),
        ("closes)", 2416, "speaker_1"),
    ]


def test_of_several_guesses_the_first_is_read() -> None:
    listed = [
        {"word": word, "start_time": start, "duration": round(end - start, 2)} for word, start, end in SAID
    ]
    never = [{"word": "never", "start_time": 1.0, "duration": 1.0}]
    check(track({"transcripts": [{"confidence": -1.0, "words": listed}, {"words": never}]}))


def test_words_of_vosk_have_their_confidence() -> None:
    made = track({"result": [{"conf": 0.5, **entry} for entry in entries()], "text": TEXT})
    check(made)
    assert made.words[0].confidence == 0.5


@pytest.mark.parametrize(
    "data",
    [
        {"words": []},
        {"words": [{"word": "Hello"}, {"word": "there"}]},
        {"words": ["Hello", "there"]},
        {"words": "Hello there"},
        {"transcripts": []},
    ],
)
def test_words_without_times_are_none(data: object) -> None:
    with pytest.raises(WordsError, match="not a known kind of word timings"):
        track(data)


def test_a_text_without_times_says_how_to_ask_for_them() -> None:
    with pytest.raises(WordsError) as caught:
        track({"text": TEXT})
    assert "timestamp_granularities[]=word" in (caught.value.hint or "")


def test_a_length_that_is_none_is_told() -> None:
    with pytest.raises(WordsError, match=r"duration is -1, not a time"):
        track({"task": "transcribe", "duration": -1, "words": entries()})
