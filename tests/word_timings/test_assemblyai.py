"""AssemblyAI; samples written here in the shape of its documentation, and two real transcripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.errors import WordsError
from captious.word_timings.assemblyai import SOURCE
from captious.word_timings.model import TimedWord

if TYPE_CHECKING:
    from pathlib import Path

SMOKE = {"text": "Smoke", "start": 250, "end": 650, "confidence": 0.97, "speaker": None}


def test_words_are_in_milliseconds() -> None:
    data = {
        "audio_url": "x",
        "language_code": "en_us",
        "audio_duration": 25,
        "words": [SMOKE, {"text": "is", "start": None}],
    }
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert track.words == (TimedWord("Smoke", 250, 650, 0.97), TimedWord("is", None))
    assert (track.language, track.duration_ms) == ("en-us", 25000)


def test_words_of_utterances_have_their_speaker() -> None:
    data = {"confidence": 0.9, "utterances": [{"speaker": "A", "words": [SMOKE]}]}
    assert SOURCE.recognise(data)
    assert SOURCE.read(data).words == (TimedWord("Smoke", 250, 650, 0.97, "A"),)


def test_utterances_saved_without_their_words_are_interpolated() -> None:
    said = [
        {"speaker": "A", "text": "Hello there.", "start": 500, "end": 1400},
        {"speaker": "B", "text": "Who's asking?", "start": 10_200, "end": 11_250, "words": []},
    ]
    data = {"language_code": "en_us", "audio_duration": 12, "utterances": said}
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert not track.measured
    assert [(word.text, word.start_ms, word.speaker) for word in track.words] == [
        ("Hello", 500, "A"), ("there.", 909, "A"), ("Who's", 10_200, "B"), ("asking?", 10_637, "B"),
    ]  # fmt: skip
    whole = {**data, "words": [{**SMOKE, "speaker": "B"}]}
    assert SOURCE.read(whole).words == (TimedWord("Smoke", 250, 650, 0.97, "B"),)
    assert SOURCE.read(whole).measured


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"words": None}, "words is missing"),
        ({"words": {}}, "words is {}"),
        ({"words": [{"start": 1}]}, "words[0].text is missing"),
        ({"words": [{**SMOKE, "start": "soon"}]}, "words[0].start is 'soon'"),
        ({"words": [{**SMOKE, "end": -1}]}, "words[0].end is -1"),
        ({"words": [{**SMOKE, "speaker": []}]}, "words[0].speaker is []"),
        ({"utterances": [{}]}, "utterances[0].words is missing"),
        ({"utterances": [{"words": [1]}]}, "utterances[0].words[0] is 1"),
    ],
)
def test_what_is_broken_is_named_with_its_path(data: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read(data)
    assert str(caught.value).startswith(f"AssemblyAI: {message}")


@pytest.mark.parametrize("name", ["words", "utterances"])
def test_real_transcripts(shared_data: Path, name: str) -> None:
    data = json.loads((shared_data / "asr" / f"assemblyai-{name}.json").read_text(encoding="utf-8"))
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert (len(track.words), track.language, track.duration_ms) == (60, "en", 25000)
    assert track.words[0] == TimedWord("Yeah.", 170, 718, 0.9941, "A")
    assert track.words[-1] == TimedWord("today.", 25044, 25140, 0.99784, "A")
