"""The podcast namespace's JSON; samples written here in the shape of its documentation, and a real transcript."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.errors import WordsError
from captious.word_timings.model import TimedWord
from captious.word_timings.podcast_namespace import SOURCE

if TYPE_CHECKING:
    from pathlib import Path


def made(*segments: object) -> dict[str, object]:
    return {"version": "1.0.0", "segments": list(segments)}


def test_one_word_a_segment_is_measured() -> None:
    data = made(
        {"speaker": "Darth Vader", "startTime": 0.5, "endTime": 0.75, "body": "I"},
        {"startTime": 0.75, "body": "am"},
    )
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert track.measured
    assert track.words[0] == TimedWord("I", 500, 750, None, "Darth Vader")
    assert (track.words[1].text, track.words[1].start_ms) == ("am", 750)


def test_words_are_interpolated_in_phrases_and_across_those_of_one_time() -> None:
    track = SOURCE.read(
        made(
            {"startTime": 0, "endTime": 4, "body": "aa bb"},
            {"startTime": 0, "endTime": 4, "body": "cc dd"},
        )
    )
    assert not track.measured
    assert [(word.text, word.start_ms) for word in track.words] == [
        ("aa", 0),
        ("bb", 1000),
        ("cc", 2000),
        ("dd", 3000),
    ]


@pytest.mark.parametrize(
    ("segments", "message"),
    [
        (5, " is 5"),
        ([5], "[0] is 5"),
        ([{"startTime": 1}], "[0].body is missing"),
        ([{"body": 5, "startTime": 1}], "[0].body is 5"),
        ([{"body": "a"}], "[0].startTime is missing"),
        ([{"body": "a", "startTime": "x"}], "[0].startTime is 'x'"),
        ([{"body": "a", "startTime": 1, "endTime": float("inf")}], "[0].endTime is inf"),
    ],
)
def test_what_is_broken_is_named_with_its_path(segments: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read({"segments": segments})
    assert str(caught.value).startswith(f"Podcast Namespace JSON: segments{message}")


def test_a_real_transcript(shared_data: Path) -> None:
    data = json.loads((shared_data / "podcast" / "buzzcast.json").read_text(encoding="utf-8"))
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert (len(track.words), track.measured) == (5287, False)
    assert (track.words[0].text, track.words[0].start_ms, track.words[0].speaker) == ("It", 0, "Alban")
    assert (track.words[-1].text, track.words[-1].end_ms, track.words[-1].speaker) == (
        "will",
        1684460,
        "Travis",
    )
