"""IBM Watson; samples written here in the shape of its documentation."""

from __future__ import annotations

import pytest

from captious.errors import WordsError
from captious.word_timings.ibm import SOURCE
from captious.word_timings.model import TimedWord


def made(timestamps: object, **more: object) -> dict[str, object]:
    return {
        "results": [{"alternatives": [{"transcript": "", "timestamps": timestamps, **more}], "final": True}]
    }


def test_words_with_confidences_and_speakers() -> None:
    data = made(
        [["%HESITATION", 0.0, 0.5], ["hello", 0.68, 1.19], ["you", 1.19, 1.5]],
        word_confidence=[["%HESITATION", 0.1], ["hello", 0.95]],
    )
    data["speaker_labels"] = [{"from": 0.68, "to": 1.19, "speaker": 2, "confidence": 0.5, "final": True}]
    assert SOURCE.recognise(data)
    assert SOURCE.read(data).words == (TimedWord("hello", 680, 1190, 0.95, "2"), TimedWord("you", 1190, 1500))


def test_answers_without_times_are_not_recognised() -> None:
    assert not SOURCE.recognise({"results": [{"alternatives": [{"transcript": "a"}]}]})
    assert not SOURCE.recognise([1])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"results": 1}, "results is 1"),
        (made(5), "results[0].alternatives[0].timestamps is 5"),
        (made([5]), "results[0].alternatives[0].timestamps[0] is 5, not a list"),
        (made([["a", 1]]), "results[0].alternatives[0].timestamps[0] is ['a', 1], not a list of"),
        (made([["a", "x", 1]]), "results[0].alternatives[0].timestamps[0][1] is 'x'"),
        (made([["a", 0, -1]]), "results[0].alternatives[0].timestamps[0][2] is -1"),
        (made([[None, 0, 1]]), "results[0].alternatives[0].timestamps[0][0] is None"),
        (
            made([["a", 0, 1]], word_confidence=[["a"]]),
            "results[0].alternatives[0].word_confidence[0] is ['a']",
        ),
        ({"results": [], "speaker_labels": [{"from": 1}]}, "speaker_labels[0].speaker is missing"),
    ],
)
def test_what_is_broken_is_named_with_its_path(data: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read(data)
    assert str(caught.value).startswith(f"IBM Watson: {message}")
