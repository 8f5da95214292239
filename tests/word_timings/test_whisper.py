"""Whisper and its relatives; samples written here in the shape of their documentation, and a real one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.errors import WordsError
from captious.word_timings.model import TimedWord
from captious.word_timings.whisper import SOURCE

if TYPE_CHECKING:
    from pathlib import Path

    from captious.word_timings.model import WordTrack


def words_of(track: WordTrack) -> list[tuple[str, int | None, int | None]]:
    return [(word.text, word.start_ms, word.end_ms) for word in track.words]


SEGMENT = {
    "id": 0,
    "start": 0.5,
    "end": 2.0,
    "text": " Or so,",
    "words": [
        {"word": " Or", "start": 0.5, "end": 0.75, "probability": 0.93},
        {"word": " so,", "start": 0.75, "end": 2.0, "probability": 0.5},
    ],
}


@pytest.mark.parametrize("data", [{"text": " Or so,", "segments": [SEGMENT], "language": "en"}, [SEGMENT]])
def test_words_of_whisper_and_of_a_bare_list_of_segments(data: object) -> None:
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert track.words == (TimedWord("Or", 500, 750, 0.93), TimedWord("so,", 750, 2000, 0.5))
    assert track.measured
    assert track.language == ("en" if isinstance(data, dict) else None)


def test_a_piece_without_a_space_belongs_to_the_word_before() -> None:
    words = [
        {"word": " all", "start": 1, "end": 1.5, "probability": 0.5},
        {"word": "-female", "start": 1.5, "end": 2, "probability": 1},
        {"word": " team", "start": 2, "end": 3, "probability": 1},
    ]
    track = SOURCE.read({"segments": [{"start": 1, "end": 3, "text": "", "words": words}]})
    assert words_of(track) == [("all-female", 1000, 2000), ("team", 2000, 3000)]


def test_words_without_any_spaces_stay_apart() -> None:
    words = [{"text": "so", "start": 0, "end": 1}, {"text": "it", "start": 1, "end": 2}]
    track = SOURCE.read([{"start": 0, "end": 2, "text": "so it", "words": words}])
    assert words_of(track) == [("so", 0, 1000), ("it", 1000, 2000)]


def test_segments_without_words_are_interpolated() -> None:
    track = SOURCE.read({"segments": [{"start": 1, "end": 3, "text": " one two"}]})
    assert words_of(track) == [("one", 1000, 2000), ("two", 2000, 3000)]
    assert not track.measured


def test_a_list_of_words_and_times() -> None:
    data = [[" You", 0.0, 0.22], [" know", 0.22, 0.5]]
    assert SOURCE.recognise(data)
    assert words_of(SOURCE.read(data)) == [("You", 0, 220), ("know", 220, 500)]


@pytest.mark.parametrize(
    "data",
    [
        [["eq", ["length"], 6], ["eq", [0, "id"], ""]],
        [["name", "age", "town"], ["Ann", 30, "Leeds"]],
        [["a", 0, 1, 2]],
        [["a", 0]],
        [["a", {"start": 0}, 1]],
    ],
)
def test_other_lists_that_begin_with_a_string_are_no_words(data: object) -> None:
    assert not SOURCE.recognise(data)


def test_whisperx_words_may_lack_times_and_have_speakers() -> None:
    words = [
        {"word": "In", "start": 0.1, "end": 0.2, "score": 0.5, "speaker": "SPEAKER_01"},
        {"word": "2024."},
    ]
    segment = {"start": 0.1, "end": 1, "text": "In 2024.", "words": words, "speaker": "SPEAKER_00"}
    for data in ({"segments": [segment], "word_segments": words}, {"word_segments": words}):
        assert SOURCE.recognise(data)
        track = SOURCE.read(data)
        assert track.source == "WhisperX"
        assert track.words[0] == TimedWord("In", 100, 200, 0.5, "SPEAKER_01")
        assert track.words[1] == TimedWord(
            "2024.", None, None, None, "SPEAKER_00" if "segments" in data else None
        )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"segments": 5}, "segments is 5"),
        ({"segments": [5]}, "segments[0] is 5"),
        ({"segments": [{"start": 0, "end": 1}]}, "segments[0].text is missing"),
        ({"segments": [{"start": 0, "text": "a"}]}, "segments[0].end is missing"),
        ({"segments": [{"words": [{"start": 1}]}]}, "segments[0].words[0].word is missing"),
        ({"segments": [{"words": [{"word": 1, "start": 1}]}]}, "segments[0].words[0].word is 1"),
        ({"segments": [{"words": [{"word": "a", "start": "abc"}]}]}, "segments[0].words[0].start is 'abc'"),
        ({"segments": [{"words": [{"word": "a", "start": -1}]}]}, "segments[0].words[0].start is -1"),
        ({"segments": [{"words": [{"word": "a", "end": float("nan")}]}]}, "segments[0].words[0].end is nan"),
        ({"segments": [{"words": [{"word": "a", "end": float("inf")}]}]}, "segments[0].words[0].end is inf"),
        ({"segments": [{"words": [{"word": "a", "end": 10**400}]}]}, "segments[0].words[0].end is 1000"),
        ([["a", 0, 1], ["b", 0]], "[1] is ['b', 0]"),
        ([["a", 0, 1], "b"], "[1] is 'b'"),
        ([["a", 0, None]], "[0][2] is None"),
    ],
)
def test_what_is_broken_is_named_with_its_path(data: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read(data)
    assert message in str(caught.value)
    assert str(caught.value).startswith("Whisper: ")


def test_a_real_file_of_whisper_timestamped(shared_data: Path) -> None:
    data = json.loads((shared_data / "asr" / "whisper-timestamped.json").read_text(encoding="utf-8"))
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert (len(track.words), track.language, track.measured) == (59, "en", True)
    assert track.words[0] == TimedWord("Yeah,", 120, 380, 0.74)
    assert track.words[-1] == TimedWord("today.", 25060, 25320, 0.87)
