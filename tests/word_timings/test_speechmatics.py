"""Speechmatics; samples written here in the shape of its documentation, and a real file of version 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.errors import WordsError
from captious.word_timings.model import TimedWord
from captious.word_timings.speechmatics import SOURCE

if TYPE_CHECKING:
    from pathlib import Path


def result(
    text: str, start: float, end: float, kind: str = "word", speaker: str = "S1", **more: str
) -> object:
    best = {"content": text, "confidence": 0.9, "speaker": speaker}
    return {"type": kind, "start_time": start, "end_time": end, "alternatives": [best], **more}


def test_punctuation_is_attached_to_its_side() -> None:
    data = {
        "format": "2.9",
        "metadata": {"transcription_config": {"language": "es"}},
        "results": [
            result("¿", 0.1, 0.1, "punctuation", attaches_to="next"),
            result("Hola", 0.1, 0.5),
            result("?", 0.5, 0.5, "punctuation", attaches_to="previous"),
            result("Sí", 0.6, 0.7, speaker="UU"),
        ],
    }
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert track.words == (TimedWord("¿Hola?", 100, 500, 0.9, "S1"), TimedWord("Sí", 600, 700, 0.9))
    assert track.language == "es"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"results": 1}, "results is 1"),
        ({"results": [{"type": "word"}]}, "results[0].alternatives is missing"),
        (
            {"results": [{"type": "word", "alternatives": [{}]}]},
            "results[0].alternatives[0].content is missing",
        ),
        (
            {"results": [{"type": "word", "alternatives": [{"content": "a"}]}]},
            "results[0].start_time is missing",
        ),
        ({"results": [result("a", float("inf"), 1)]}, "results[0].start_time is inf"),
        ({"words": [{"name": "a"}]}, "words[0].time is missing"),
        ({"words": [{"name": "a", "time": "x"}]}, "words[0].time is 'x'"),
        ({"words": [{"name": "a", "time": "1", "duration": "nan"}]}, "words[0].duration is 'nan'"),
        ({"words": [], "speakers": [{"time": "1"}]}, "speakers[0].name is missing"),
    ],
)
def test_what_is_broken_is_named_with_its_path(data: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read(data)
    assert str(caught.value).startswith(f"Speechmatics: {message}")


def test_a_real_file_of_version_1(shared_data: Path) -> None:
    data = json.loads((shared_data / "asr" / "speechmatics.json").read_text(encoding="utf-8"))
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert (len(track.words), track.language, track.duration_ms) == (155, "en", 62000)
    assert track.words[0] == TimedWord("On", 960, 1080, 1.0, "F1")
    assert track.words[-1] == TimedWord("you.", 61440, 61560, 0.98, "F1")
