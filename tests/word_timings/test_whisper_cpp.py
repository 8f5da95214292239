"""whisper.cpp; samples written here in the shape its command line writes."""

from __future__ import annotations

import pytest

from captious.errors import WordsError
from captious.word_timings.model import TimedWord
from captious.word_timings.whisper_cpp import SOURCE


def token(text: str, start: int, end: int, p: float = 0.5) -> dict[str, object]:
    return {"text": text, "offsets": {"from": start, "to": end}, "id": 1, "p": p}


def test_tokens_make_words() -> None:
    tokens = [token("[_BEG_]", 0, 0), token(" Cap", 10, 50, 0.75), token("tious", 50, 90), token(",", 90, 100),
              token(" so", 100, 200), token("[_TT_10]", 200, 200)]  # fmt: skip
    data = {
        "result": {"language": "en"},
        "transcription": [{"offsets": {"from": 0, "to": 200}, "text": " Captious, so", "tokens": tokens}],
    }
    assert SOURCE.recognise(data)
    track = SOURCE.read(data)
    assert track.words == (TimedWord("Captious,", 10, 100, 0.75), TimedWord("so", 100, 200, 0.5))
    assert (track.measured, track.language) == (True, "en")


def test_without_tokens_words_are_interpolated_within_a_segment() -> None:
    track = SOURCE.read({"transcription": [{"offsets": {"from": 1000, "to": 3000}, "text": " one two"}]})
    assert track.words == (TimedWord("one", 1000, 2000), TimedWord("two", 2000, 3000))
    assert not track.measured


def test_segments_of_one_word_each_are_measured() -> None:
    segments = [
        {"offsets": {"from": 0, "to": 0}, "text": ""},
        {"offsets": {"from": 0, "to": 300}, "text": " one"},
    ]
    track = SOURCE.read({"transcription": segments})
    assert track.words == (TimedWord("one", 0, 300),)
    assert track.measured


def test_tokens_without_times_leave_the_time_of_the_segment() -> None:
    segment = {
        "offsets": {"from": 0, "to": 2000},
        "text": " one two",
        "tokens": [{"text": " one"}, {"text": " two"}],
    }
    track = SOURCE.read({"transcription": [segment]})
    assert track.words == (TimedWord("one", 0, 1000), TimedWord("two", 1000, 2000))
    assert not track.measured


@pytest.mark.parametrize(
    ("segment", "message"),
    [
        ({"text": "a"}, "transcription[0].offsets is missing"),
        ({"text": "a", "offsets": {"from": 1}}, "transcription[0].offsets.to is missing"),
        ({"text": "a", "offsets": {"from": -5, "to": 1}}, "transcription[0].offsets.from is -5"),
        ({"text": 3, "offsets": {"from": 0, "to": 1}}, "transcription[0].text is 3"),
        ({"tokens": {}}, "transcription[0].tokens is {}"),
        ({"tokens": [{"offsets": {}}]}, "transcription[0].tokens[0].text is missing"),
        (
            {"tokens": [{"text": " a", "offsets": {"from": "x"}}]},
            "transcription[0].tokens[0].offsets.from is 'x'",
        ),
    ],
)
def test_what_is_broken_is_named_with_its_path(segment: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read({"transcription": [segment]})
    assert str(caught.value).startswith(f"whisper.cpp: {message}")
