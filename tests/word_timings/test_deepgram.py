"""Deepgram; samples written here in the shape of its documentation, and three real answers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.errors import WordsError
from captious.word_timings.deepgram import SOURCE
from captious.word_timings.model import TimedWord

if TYPE_CHECKING:
    from pathlib import Path

HI = {"word": "hi", "start": 0, "end": 0.48, "confidence": 0.99, "speaker": 0, "punctuated_word": "Hi."}
IN_CHANNELS = {"results": {"channels": [{"alternatives": [{"words": [HI]}, {"words": []}]}]}}
IN_UTTERANCES = {"metadata": {"duration": 1.5}, "results": {"utterances": [{"words": [HI]}]}}


@pytest.mark.parametrize("data", [IN_CHANNELS, IN_UTTERANCES])
def test_words_of_channels_or_of_utterances(data: object) -> None:
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert track.words == (TimedWord("Hi.", 0, 480, 0.99, "0"),)
    assert track.duration_ms == (1500 if data is IN_UTTERANCES else None)


def broken(word: object) -> object:
    return {"results": {"channels": [{"alternatives": [{"words": [HI, word]}]}]}}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"results": {"channels": 1}}, "results.channels is 1"),
        ({"results": {"channels": [{}]}}, "results.channels[0].alternatives is missing"),
        ({"results": {"channels": [], "utterances": 1}, "metadata": 2}, "metadata is 2"),
        (broken([]), "results.channels[0].alternatives[0].words[1] is []"),
        (broken({"start": 1}), "results.channels[0].alternatives[0].words[1].word is missing"),
        (broken({"word": "a"}), "results.channels[0].alternatives[0].words[1].start is missing"),
        (
            broken({"word": "a", "start": "abc"}),
            "results.channels[0].alternatives[0].words[1].start is 'abc', not a",
        ),
        (broken({"word": "a", "start": True}), "results.channels[0].alternatives[0].words[1].start is True"),
        (
            broken({"word": "a", "start": 1e300}),
            "results.channels[0].alternatives[0].words[1].start is 1e+300",
        ),
        (
            broken({"word": "a", "start": 10**400}),
            "results.channels[0].alternatives[0].words[1].start is 1000",
        ),
        (
            broken({**HI, "confidence": "high"}),
            "results.channels[0].alternatives[0].words[1].confidence is 'high'",
        ),
        (broken({**HI, "speaker": 0.5}), "results.channels[0].alternatives[0].words[1].speaker is 0.5"),
    ],
)
def test_what_is_broken_is_named_with_its_path(data: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read(data)
    assert str(caught.value).startswith(f"Deepgram: {message}")


@pytest.mark.parametrize(
    ("name", "count", "first", "last", "duration_ms"),
    [
        ("speakers", 226, ("And,", 3040, 3540), ("Copy.", 162605, 163105), 169802),
        ("utterances", 62, ("Yeah.", 80, 320), ("today.", 24940, 25440), 25933),
        ("whisper", 59, ("yeah", 60, 560), ("today", 25060, 25560), 25933),
    ],
)
def test_real_answers(
    shared_data: Path,
    *,
    name: str,
    count: int,
    first: tuple[str, int, int],
    last: tuple[str, int, int],
    duration_ms: int,
) -> None:
    data = json.loads((shared_data / "asr" / f"deepgram-{name}.json").read_text(encoding="utf-8"))
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    ends = [(word.text, word.start_ms, word.end_ms) for word in (track.words[0], track.words[-1])]
    assert (len(track.words), ends, track.duration_ms) == (count, [first, last], duration_ms)
    assert {word.speaker is None for word in track.words} == {name != "speakers"}
