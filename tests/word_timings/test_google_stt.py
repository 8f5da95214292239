"""Google Speech-to-Text; samples written here in the shape of its documentation."""

from __future__ import annotations

import pytest

from captious.errors import WordsError
from captious.word_timings.google_stt import SOURCE
from captious.word_timings.model import TimedWord


def made(*words: object) -> dict[str, object]:
    return {"alternatives": [{"transcript": "", "words": list(words)}], "languageCode": "en-us"}


@pytest.mark.parametrize(
    "word",
    [
        {"startTime": "1.400s", "endTime": "1.800s", "word": "okay"},
        {"startOffset": "1.400s", "endOffset": "1.8s", "word": "okay"},
        {
            "startTime": {"seconds": "1", "nanos": 400_000_000},
            "endTime": {"seconds": 1, "nanos": 8e8},
            "word": "okay",
        },
    ],
)
def test_three_ways_to_write_a_time(word: object) -> None:
    for data in ({"results": [made(word)]}, {"done": True, "response": {"results": [made(word)]}}):
        assert SOURCE.recognise(data)
        track = SOURCE.read(data)
        assert track.words == (TimedWord("okay", 1400, 1800),)
        assert track.language == "en-us"


def test_an_empty_duration_is_nought_and_no_duration_is_no_time() -> None:
    track = SOURCE.read(
        {"results": [made({"startTime": {}, "word": "a", "confidence": 0.5}, {"endTime": "1s", "word": "b"})]}
    )
    assert track.words == (TimedWord("a", 0, None, 0.5), TimedWord("b", None, 1000))


def test_the_last_result_repeats_all_words_with_their_speakers() -> None:
    plain = {"startTime": "0s", "endTime": "1s", "word": "a"}
    tagged = {**plain, "speakerTag": 2}
    last = {"alternatives": [{"words": [tagged]}]}
    assert SOURCE.read({"results": [made(plain), last]}).words == (TimedWord("a", 0, 1000, None, "2"),)
    assert len(SOURCE.read({"results": [made(tagged), last]}).words) == 2
    assert len(SOURCE.read({"results": [made(plain), made(plain), {"alternatives": [{}]}]}).words) == 2


@pytest.mark.parametrize(
    ("results", "message"),
    [
        (5, " is 5"),
        ([5], "[0] is 5"),
        ([{"alternatives": 5}], "[0].alternatives is 5"),
        ([{"alternatives": [{"words": 5}]}], "[0].alternatives[0].words is 5"),
        ([made({"startTime": "1s"})], "[0].alternatives[0].words[0].word is missing"),
        (
            [made({"word": "a", "startTime": "1"})],
            "[0].alternatives[0].words[0].startTime is '1', not a duration",
        ),
        ([made({"word": "a", "startTime": "-1s"})], "[0].alternatives[0].words[0].startTime is '-1s'"),
        ([made({"word": "a", "endTime": "NaNs"})], "[0].alternatives[0].words[0].endTime is 'NaNs'"),
        ([made({"word": "a", "endTime": 1.5})], "[0].alternatives[0].words[0].endTime is 1.5"),
        ([made({"word": "a", "endTime": "999999999999s"})], "[0].alternatives[0].words[0].endTime is '99999"),
        ([made({"word": "a", "endTime": {"nanos": -1}})], "[0].alternatives[0].words[0].endTime.nanos is -1"),
        (
            [made({"word": "a", "endTime": {"seconds": "x"}})],
            "[0].alternatives[0].words[0].endTime.seconds is 'x'",
        ),
    ],
)
def test_what_is_broken_is_named_with_its_path(results: object, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        SOURCE.read({"results": results})
    assert str(caught.value).startswith(f"Google Speech-to-Text: results{message}")
