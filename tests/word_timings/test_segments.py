"""Segments with times under whatever names, in JSON, JSON lines and XML."""

from __future__ import annotations

import json
from typing import Any

import pytest

from captious.errors import WordsError
from captious.word_timings.model import TimedWord, WordTrack
from captious.word_timings.punctuation import with_punctuation
from captious.word_timings.registry import kind_of_words, parse_words

ONE, TWO = "We keep two hives on the roof.", "And how many bees are that?"


def track(data: object) -> WordTrack:
    return parse_words(data if isinstance(data, str) else json.dumps(data))


def spans(made: WordTrack) -> list[tuple[str | None, int | None, int | None]]:
    """Speaker, start and end of each of the two sentences."""
    cut = len(ONE.split())
    assert [word.text for word in made.words] == [*ONE.split(), *TWO.split()]
    return [
        (part[0].speaker, part[0].start_ms, part[-1].end_ms) for part in (made.words[:cut], made.words[cut:])
    ]


def xml(item: str, root: str = "talk") -> str:
    return f'<?xml version="1.0"?>\n<{root}>{item}</{root.split(" ", maxsplit=1)[0]}>'


NAMED = [("Ada", 0, 4000), ("Bo", 5000, 9000)]
NAMELESS = [(None, 0, 4000), (None, 5000, 9000)]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ([{"text": ONE, "start": 0.0, "duration": 4.0}, {"text": TWO, "start": 5.0, "duration": 4.0}], NAMELESS),
        ([{"text": ONE, "start": 0, "dur": 4}, {"text": TWO, "start": 5, "dur": 4}], NAMELESS),
        ({"captions": [{"content": ONE, "startTimeMs": 0, "endTimeMs": 4000}, {"content": TWO, "startTimeMs": 5000,
          "endTimeMs": 9000}]}, NAMELESS),
        ({"segments": [{"speaker": "Ada", "startTime": "00:00:00.00", "endTime": "00:00:04.00", "text": ONE},
          {"speaker": "Bo", "startTime": "00:00:05.00", "endTime": "00:00:09.00", "text": TWO}]}, NAMED),
        ([{"speaker": {"name": "Ada"}, "from": 0, "to": 4000, "body": ONE},
          {"speaker": {"name": "Bo"}, "from": 5000, "to": 9000, "body": TWO}], NAMED),
        ({"speech": {"speakers": [{"id": 7, "speaker_name": "Ada"}, {"id": 8, "speaker_name": "Bo"}], "transcripts": [
          {"transcript": ONE, "start_offset": 0, "end_offset": 64000, "speaker_id": 7},
          {"transcript": TWO, "start_offset": 80000, "end_offset": 144000, "speaker_id": 8}]}}, NAMED),
        ({"results": {"paragraphs": [{"speaker": "Ada", "sentences": [{"text": ONE, "start": 0.0, "end": 4.0}]},
          {"speaker": "Bo", "sentences": [{"text": TWO, "start": 5.0, "end": 9.0}]}]}}, NAMED),
        ({"recognizedPhrases": [
          {"offset": "PT0S", "duration": "PT4S", "offsetInTicks": 0, "speaker": "Ada", "nBest": [{"display": ONE}, {"display": "no"}]},  # noqa: E501
          {"offset": "PT5S", "duration": "PT4S", "offsetInTicks": 5e7, "speaker": "Bo", "nBest": [{"display": TWO}]}]}, NAMED),  # noqa: E501
        ("\n".join(json.dumps({"name": who, "start": at, "end": at + 4, "text": said})
                   for who, at, said in (("Ada", 0.0, ONE), ("Bo", 5.0, TWO))), NAMED),
        (xml(f'<seg speaker="Ada" start="0" end="4">{ONE}</seg><seg speaker="Bo" start="5" end="9">{TWO}</seg>'), NAMED),  # noqa: E501
        (xml(f"<row><who>Ada</who><begin>0:00</begin><end>0:04</end><text>{ONE}</text></row>"
             f"<row><who>Bo</who><begin>0:05</begin><end>0:09</end><text>{TWO}</text></row>"), NAMED),
        (xml(f'<p:speech><p:speaker>Ada</p:speaker><p:item start="00:00:00.000" end="00:00:04.000">{ONE}</p:item></p:speech>'  # noqa: E501
             f'<p:speech><p:speaker>Bo</p:speaker><p:item start="00:00:05.000" end="00:00:09.000">{TWO}</p:item></p:speech>',  # noqa: E501
             'p:transcripts xmlns:p="http://podlove.org/simple-transcripts"'), NAMED),
    ],
)  # fmt: skip
def test_segments_of_many_services_are_read(data: object, expected: list[tuple[Any, ...]]) -> None:
    made = track(data)
    assert spans(made) == expected
    assert not made.measured


def test_a_segment_without_an_end_lasts_until_the_next() -> None:
    made = track([{"text": ONE, "start": "0:00"}, {"text": TWO, "start": "0:05"}])
    assert spans(made) == [(None, 0, 5000), (None, 5000, 8000)]
    later = track(
        {
            "segments": [
                {"text": ONE, "start": 0, "end": 4},
                {"text": "Yes.", "start": 5},
                {"text": "So.", "start": 6, "end": 7},
            ]
        }
    )
    assert [(word.text, word.end_ms) for word in later.words[-2:]] == [("Yes.", 6000), ("So.", 7000)]


def words_of(text: str, start: float) -> list[dict[str, Any]]:
    return [
        {"word": word.strip(".?"), "start": round(start + at / 2, 1), "end": round(start + at / 2 + 0.4, 1)}
        for at, word in enumerate(text.split())
    ]


@pytest.mark.parametrize(
    "data",
    [
        {"task": "transcribe", "language": "english", "text": f"{ONE} {TWO}", "words": words_of(ONE, 0) + words_of(TWO, 5)},  # noqa: E501
        {"segments": [{"start": 0, "end": 4, "text": ONE}, {"start": 5, "end": 9, "text": TWO}],
         "words": words_of(ONE, 0) + words_of(TWO, 5)},
        {"utterances": [{"who": "Ada", "start": 0.0, "text": ONE, "words": words_of(ONE, 0)},
                        {"who": "Ada", "start": 5.0, "text": TWO, "words": words_of(TWO, 5)}]},
    ],
)  # fmt: skip
def test_words_with_times_take_the_punctuation_of_their_text(data: object) -> None:
    made = track(data)
    assert made.measured
    assert [(start, end) for _, start, end in spans(made)] == [(0, 3400), (5000, 7900)]


def test_words_alone_are_read_in_seconds_and_milliseconds() -> None:
    seconds = words_of(ONE, 0)
    thousandths = [
        word | {"start": int(word["start"] * 1000), "end": int(word["end"] * 1000)} for word in seconds
    ]
    for listed in (seconds, thousandths):
        made = track({"words": listed})
        assert made.measured
        assert [word.start_ms for word in made.words] == [0, 500, 1000, 1500, 2000, 2500, 3000]


@pytest.mark.parametrize(
    "text",
    [
        '[{"speaker": "Ada", "text": "No time here."}]',
        '{"id": 1}',
        "[1, 2, 3]",
        "<?xml version='1.0'?>\n<song><line>La</line></song>",
        "<html><body><p start='1'>Ada: Hello.</p></body></html>",
        "<ada> 0:01 Hello.",
        '<!DOCTYPE a [<!ENTITY b "c">]><a><p start="1">x</p></a>',
    ],
)
def test_what_has_no_times_is_no_segments(text: str) -> None:
    assert kind_of_words(text) == ""


def test_a_language_is_a_name_or_a_tag() -> None:
    from captious.word_timings.transcript import as_transcript

    for stated, expected in (
        ("german", "de"),
        ("eng", "en"),
        ("deu", "de"),
        ("pt_br", "pt-BR"),
        ("something else", "en"),
    ):
        made = WordTrack("x", tuple(TimedWord(word, 0) for word in ONE.split()), language=stated)
        assert as_transcript(made).language == expected


def test_punctuation_is_taken_only_from_the_same_words() -> None:
    words = [TimedWord("co", 0, 100), TimedWord("op", 100, 200), TimedWord("it", 300, 400)]
    assert with_punctuation(words, "Co-op – it!") == [
        TimedWord("Co-op –", 0, 200),
        TimedWord("it!", 300, 400),
    ]
    assert with_punctuation(words, "Co-op was it!") == words
    assert with_punctuation(words, "") == words


@pytest.mark.parametrize(
    ("data", "starts"),
    [
        # long pauses between them say nothing of what the numbers count
        ([{"text": ONE, "start": 500, "end": 3500}, {"text": TWO, "start": 600_200, "end": 603_250}], [500, 600_200]),
        ([{"text": "Yes.", "start": 1000, "end": 1300}], [1000]),
        # nor does text without spaces
        ([{"text": "我们在屋顶上养了两个蜂箱", "start": 500, "end": 3500}, {"text": "有多少蜜蜂", "start": 4000, "end": 5500}],  # noqa: E501
         [500, 4000]),
        # a start that is called so goes before a clock time and an offset in frames
        ([{"sentence": ONE, "time": "00:00", "startTime": "00:00.500", "endTime": "00:03.5"}], [500]),
        ({"timestamp": {"word": [{"word": "We", "start_offset": 6, "end_offset": 8, "start": 0.5, "end": 0.7},
                                 {"word": "keep", "start_offset": 9, "end_offset": 11, "start": 0.8, "end": 1.0}]}},
         [500, 800]),
        # words of one segment alone could count seconds
        ([{"words": [{"text": "Yes.", "start_time": 1000, "end_time": 1300}], "text": "Yes."},
          {"words": [{"text": "No.", "start_time": 2000, "end_time": 2300}], "text": "No."}], [1000, 2000]),
    ],
)  # fmt: skip
def test_what_numbers_count_is_told_by_the_words_they_last(data: object, starts: list[int]) -> None:
    firsts = [word.start_ms for word in track(data).words]
    assert [start for start in firsts if start in starts] == starts


def test_the_length_of_a_recording_is_no_time_of_its_text() -> None:
    data = {
        "durationInTicks": 120_000_000,
        "combinedRecognizedPhrases": [{"display": "We keep"}],
        "recognizedPhrases": [
            {
                "offset": "PT0S",
                "duration": "PT4S",
                "nBest": [
                    {
                        "display": "We keep",
                        "words": [
                            {"word": "we", "offset": "PT0.5S", "duration": "PT0.2S"},
                            {"word": "keep", "offset": "PT0.8S", "duration": "PT0.2S"},
                        ],
                    }
                ],
            }
        ],
    }
    assert [(word.text, word.start_ms, word.end_ms) for word in track(data).words] == [
        ("We", 500, 700),
        ("keep", 800, 1000),
    ]


def test_times_that_nobody_can_read_are_told() -> None:
    with pytest.raises(WordsError, match="not a known kind of word timings"):
        track([{"text": ONE, "start": "soon"}])


def test_a_list_of_segments_with_clock_times_is_not_whispers() -> None:
    rows = [
        {
            "start": "00:00:04.250",
            "start_ms": 4250,
            "end": "00:00:06.250",
            "end_ms": 6250,
            "speaker": "Ann",
            "text": "Hello",
        },
        {
            "start": "00:00:07.500",
            "start_ms": 7500,
            "end": "00:00:09.000",
            "end_ms": 9000,
            "speaker": "Bo",
            "text": "Thanks",
        },
    ]
    words = track(rows).words
    assert [(word.text, word.start_ms, word.end_ms) for word in words] == [
        ("Hello", 4250, 6250),
        ("Thanks", 7500, 9000),
    ]
