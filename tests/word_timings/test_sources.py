"""Every source in JSON, on samples written here in the shape its maker documents, and on real files where they are at
hand."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from captious.errors import WordsError
from captious.word_timings.model import TimedWord
from captious.word_timings.registry import load_sources, parse_words, read_words

if TYPE_CHECKING:
    from pathlib import Path

TWO = [TimedWord("Hello", 500, 900), TimedWord("there.", 1000, 1400)]


def sure(first: float | None, second: float | None, speaker: str | None = None) -> list[TimedWord]:
    return [
        TimedWord("Hello", 500, 900, first, speaker),
        TimedWord("there.", 1000, 1400, second, speaker),
    ]


DEEPGRAM = {
    "metadata": {"duration": 2.5},
    "results": {
        "channels": [
            {
                "alternatives": [
                    {
                        "words": [
                            {
                                "word": "hello",
                                "start": 0.5,
                                "end": 0.9,
                                "confidence": 0.9,
                                "speaker": 0,
                                "punctuated_word": "Hello",
                            },
                            {
                                "word": "there",
                                "start": 1,
                                "end": 1.4,
                                "confidence": 0.8,
                                "speaker": 0,
                                "punctuated_word": "there.",
                            },
                        ]
                    },
                    {"words": [{"word": "never", "start": 0, "end": 1}]},
                ]
            }
        ]
    },
}
ASSEMBLYAI = {
    "language_model": "assemblyai_default",
    "language_code": "en_us",
    "confidence": 0.9,
    "words": [
        {"text": "Hello", "start": 500, "end": 900, "confidence": 0.9, "speaker": "A"},
        {"text": "there.", "start": 1000, "end": 1400, "confidence": 0.8, "speaker": "A"},
    ],
}
WHISPER = {
    "text": " Hello there.",
    "language": "en",
    "segments": [
        {
            "id": 0,
            "start": 0.5,
            "end": 1.4,
            "text": " Hello there.",
            "words": [
                {"word": " Hello", "start": 0.5, "end": 0.9, "probability": 0.9},
                {"word": " there.", "start": 1.0, "end": 1.4, "probability": 0.8},
            ],
        }
    ],
}
WHISPERX = {
    "segments": [
        {
            "start": 0.5,
            "end": 1.4,
            "text": "Hello 20",
            "speaker": "SPEAKER_00",
            "words": [{"word": "Hello", "start": 0.5, "end": 0.9, "score": 0.9}, {"word": "20"}],
        }
    ],
    "word_segments": [{"word": "Hello", "start": 0.5, "end": 0.9, "score": 0.9}, {"word": "20"}],
}
WHISPER_CPP = {
    "result": {"language": "en"},
    "transcription": [
        {
            "offsets": {"from": 500, "to": 1400},
            "text": " Hello there.",
            "tokens": [
                {"text": "[_BEG_]", "offsets": {"from": 500, "to": 500}},
                {"text": " Hello", "offsets": {"from": 500, "to": 900}, "p": 0.9},
                {"text": " the", "offsets": {"from": 1000, "to": 1200}, "p": 0.8},
                {"text": "re", "offsets": {"from": 1200, "to": 1300}},
                {"text": ".", "offsets": {"from": 1300, "to": 1400}},
            ],
        }
    ],
}
REV = {
    "monologues": [
        {
            "speaker": 0,
            "elements": [
                {"type": "text", "value": "Hello", "ts": 0.5, "end_ts": 0.9, "confidence": 0.9},
                {"type": "punct", "value": " "},
                {"type": "text", "value": "there", "ts": 1.0, "end_ts": 1.4, "confidence": 0.8},
                {"type": "punct", "value": "."},
            ],
        }
    ]
}
SPEECHMATICS = {
    "results": [
        {
            "type": "word",
            "start_time": 0.5,
            "end_time": 0.9,
            "alternatives": [{"content": "Hello", "confidence": 0.9, "speaker": "S1"}],
        },
        {
            "type": "word",
            "start_time": 1.0,
            "end_time": 1.4,
            "alternatives": [{"content": "there", "confidence": 0.8, "speaker": "S1"}],
        },
        {
            "type": "punctuation",
            "start_time": 1.4,
            "end_time": 1.4,
            "alternatives": [{"content": ".", "confidence": 1}],
        },
    ]
}
SPEECHMATICS_1 = {
    "speakers": [{"name": "F1", "time": "0.2"}, {"name": "M1", "time": "0.95"}],
    "words": [
        {"name": "Hello", "time": "0.5", "duration": "0.4", "confidence": "0.9"},
        {"name": "there", "time": "1.0", "duration": "0.4", "confidence": "0.8"},
        {"name": ".", "time": "1.4", "duration": "0.0"},
    ],
}
AWS = {
    "results": {
        "items": [
            {
                "type": "pronunciation",
                "start_time": "0.5",
                "end_time": "0.9",
                "alternatives": [{"content": "Hello", "confidence": "0.9"}],
            },
            {
                "type": "pronunciation",
                "start_time": "1.0",
                "end_time": "1.4",
                "alternatives": [{"content": "there", "confidence": "0.8"}],
            },
            {"type": "punctuation", "alternatives": [{"content": "."}]},
        ]
    }
}
KALDI = {
    "words": [
        {"start": 0.5, "end": 0.9, "text": "hello", "punct": "Hello", "confidence": 0.9},
        {"start": 1.0, "end": 1.4, "text": "there", "punct": "there.", "confidence": 0.8},
    ]
}
GENTLE = {
    "transcript": "Hello there.\n\nAgain",
    "words": [
        {"case": "success", "word": "Hello", "start": 0.5, "end": 0.9, "startOffset": 0, "endOffset": 5},
        {"case": "not-found-in-transcript", "start": 0.9, "end": 1.0, "alignedWord": "uh"},
        {"case": "success", "word": "there", "start": 1.0, "end": 1.4, "startOffset": 6, "endOffset": 11},
        {"case": "not-found-in-audio", "word": "Again", "startOffset": 14, "endOffset": 19},
    ],
}
PODCAST = {
    "version": "1.0.0",
    "segments": [
        {"speaker": "Ann", "startTime": 0.5, "endTime": 0.9, "body": "Hello"},
        {"speaker": "Ann", "startTime": 1.0, "endTime": 1.4, "body": "there."},
    ],
}
JSON3 = {
    "wireMagic": "pb3",
    "events": [
        {"tStartMs": 0, "dDurationMs": 9000, "id": 1},
        {
            "tStartMs": 500,
            "dDurationMs": 900,
            "segs": [
                {"utf8": "Hello", "acAsrConf": 0},
                {"utf8": " the", "tOffsetMs": 500},
                {"utf8": "re.", "tOffsetMs": 600},
            ],
        },
        {"tStartMs": 1400, "dDurationMs": 10, "aAppend": 1, "segs": [{"utf8": "\n"}]},
    ],
}

GOOGLE = {
    "results": [
        {
            "alternatives": [
                {
                    "transcript": "Hello there.",
                    "words": [
                        {"startTime": "0.500s", "endTime": "0.900s", "word": "Hello", "speakerTag": 1},
                        {"startTime": "1s", "endTime": "1.4s", "word": "there.", "speakerTag": 1},
                    ],
                }
            ]
        }
    ]
}
IBM = {
    "results": [
        {
            "final": True,
            "alternatives": [
                {
                    "transcript": "Hello there.",
                    "timestamps": [["Hello", 0.5, 0.9], ["there.", 1.0, 1.4]],
                    "word_confidence": [["Hello", 0.9], ["there.", 0.8]],
                }
            ],
        }
    ]
}

CASES: list[tuple[str, Any, list[TimedWord]]] = [
    ("Deepgram", DEEPGRAM, sure(0.9, 0.8, "0")),
    ("AssemblyAI", ASSEMBLYAI, sure(0.9, 0.8, "A")),
    ("Whisper", WHISPER, sure(0.9, 0.8)),
    ("Whisper", WHISPER["segments"], sure(0.9, 0.8)),
    (
        "WhisperX",
        WHISPERX,
        [TimedWord("Hello", 500, 900, 0.9, "SPEAKER_00"), TimedWord("20", None, None, None, "SPEAKER_00")],
    ),
    ("whisper.cpp", WHISPER_CPP, sure(0.9, 0.8)),
    ("Rev", REV, sure(0.9, 0.8, "0")),
    ("Speechmatics", SPEECHMATICS, sure(0.9, 0.8, "S1")),
    (
        "Speechmatics",
        SPEECHMATICS_1,
        [TimedWord("Hello", 500, 900, 0.9, "F1"), TimedWord("there.", 1000, 1400, 0.8, "M1")],
    ),
    ("Amazon Transcribe", AWS, sure(0.9, 0.8)),
    ("Google Speech-to-Text", GOOGLE, sure(None, None, "1")),
    ("IBM Watson", IBM, sure(0.9, 0.8)),
    ("BBC Kaldi", KALDI, sure(0.9, 0.8)),
    ("BBC Kaldi", {"retval": KALDI}, sure(0.9, 0.8)),
    ("Gentle", GENTLE, [*TWO, TimedWord("Again", None)]),
    ("Podcast Namespace JSON", PODCAST, sure(None, None, "Ann")),
    ("YouTube json3", JSON3, [TimedWord("Hello", 500, 1000), TimedWord("there.", 1000, 1400)]),
]


@pytest.mark.parametrize(
    ("name", "data", "words"), CASES, ids=[f"{case[0]}-{n}" for n, case in enumerate(CASES)]
)
def test_a_source_is_recognised_and_read(name: str, data: Any, words: list[TimedWord]) -> None:
    track = parse_words(json.dumps(data))
    assert track.source == name
    assert list(track.words) == words
    assert track.measured


@pytest.mark.parametrize(
    "data", [case[1] for case in CASES], ids=[f"{case[0]}-{n}" for n, case in enumerate(CASES)]
)
def test_a_source_is_recognised_by_one_reader_only(data: Any) -> None:
    assert len([source for source in load_sources() if source.is_json and source.recognise(data)]) == 1


def broken(data: Any, *path: str | int, to: object = None) -> Any:
    changed = copy.deepcopy(data)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    if to is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = to
    return changed


WORD = ("results", "channels", 0, "alternatives", 0, "words", 1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            broken(DEEPGRAM, *WORD, "start"),
            "Deepgram: results.channels[0].alternatives[0].words[1].start is missing",
        ),
        (
            broken(DEEPGRAM, *WORD, "start", to="soon"),
            "Deepgram: results.channels[0].alternatives[0].words[1].start is 'soon', not a number",
        ),
        (
            broken(DEEPGRAM, *WORD, "start", to=-1),
            "Deepgram: results.channels[0].alternatives[0].words[1].start is -1, not a time in seconds",
        ),
        (
            broken(DEEPGRAM, *WORD, to=3),
            "Deepgram: results.channels[0].alternatives[0].words[1] is 3, not an object",
        ),
        (broken(DEEPGRAM, "results", "channels", to="x"), "Deepgram: results.channels is 'x', not a list"),
        (broken(ASSEMBLYAI, "words", 0, "text"), "AssemblyAI: words[0].text is missing"),
        (
            broken(ASSEMBLYAI, "words", 0, "start", to=True),
            "AssemblyAI: words[0].start is True, not a number",
        ),
        (broken(WHISPER, "segments", 0, "words", 0, "word"), "Whisper: segments[0].words[0].word is missing"),
        (
            broken(WHISPER, "segments", 0, "words", 0, "word", to=3),
            "Whisper: segments[0].words[0].word is 3, not a string",
        ),
        (
            broken(REV, "monologues", 0, "elements", 0, "type"),
            "Rev: monologues[0].elements[0].type is missing",
        ),
        (
            broken(AWS, "results", "items", 1, "end_time"),
            "Amazon Transcribe: results.items[1].end_time is missing",
        ),
        (
            broken(SPEECHMATICS, "results", 1, "alternatives"),
            "Speechmatics: results[1].alternatives is missing",
        ),
        (
            broken(KALDI, "words", 1, "start", to=1e12),
            "BBC Kaldi: words[1].start is 1000000000000.0, not a time in seconds",
        ),
        (
            broken(PODCAST, "segments", 1, "startTime"),
            "Podcast Namespace JSON: segments[1].startTime is missing",
        ),
        (broken(JSON3, "events", 1, "tStartMs"), "YouTube json3: events[1].tStartMs is missing"),
        (
            broken(WHISPER_CPP, "transcription", 0, "tokens", 1, "offsets"),
            "whisper.cpp: transcription[0].tokens[1].offsets is missing",
        ),
        (broken(DEEPGRAM, "results", "channels", to=[]), "Deepgram: not one word with a time in the file"),
    ],
)
def test_an_issue_says_what_is_wrong_and_where(data: Any, message: str) -> None:
    with pytest.raises(WordsError) as caught:
        parse_words(json.dumps(data))
    assert caught.value.message == message


def test_words_are_interpolated_within_a_segment_without_words() -> None:
    data = broken(WHISPER, "segments", 0, "words")
    track = parse_words(json.dumps(data))
    assert not track.measured
    assert [(word.text, word.start_ms, word.end_ms) for word in track.words] == [
        ("Hello", 500, 909),
        ("there.", 909, 1400),
    ]


def test_words_are_interpolated_within_a_manual_event() -> None:
    track = parse_words(
        json.dumps({"events": [{"tStartMs": 500, "dDurationMs": 900, "segs": [{"utf8": "Hello\nthere."}]}]})
    )
    assert not track.measured
    assert [word.text for word in track.words] == ["Hello", "there."]
    assert (track.words[0].start_ms, track.words[1].end_ms) == (500, 1400)


def test_words_are_sorted_by_time_and_keep_those_without() -> None:
    data = broken(
        WHISPERX,
        "segments",
        0,
        "words",
        to=[{"word": "b", "start": 2, "end": 3}, {"word": "c"}, {"word": "a", "start": 1, "end": 2}],
    )
    assert [word.text for word in parse_words(json.dumps(data)).words] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("name", "source", "count", "first", "last"),
    [
        ("assemblyai-utterances.json", "AssemblyAI", 60, "Yeah.", 25_044),
        ("assemblyai-words.json", "AssemblyAI", 60, "Yeah.", 25_044),
        ("deepgram-speakers.json", "Deepgram", 226, "And,", 162_605),
        ("deepgram-utterances.json", "Deepgram", 62, "Yeah.", 24_940),
        ("deepgram-whisper.json", "Deepgram", 59, "yeah", 25_060),
        ("gentle.json", "Gentle", 264, "Gentle", 169_560),
        ("mobydick-bbc-kaldi.json", "BBC Kaldi", 3711, "This", 1_433_040),
        ("speechmatics.json", "Speechmatics", 155, "On", 61_440),
        ("whisper-timestamped.json", "Whisper", 59, "Yeah,", 25_060),
    ],
)
def test_real_files(shared_data: Path, *, name: str, source: str, count: int, first: str, last: int) -> None:
    track = read_words(shared_data / "asr" / name)
    assert (track.source, len(track.words), track.words[0].text) == (source, count, first)
    assert track.words[-1].start_ms == last
    data = json.loads((shared_data / "asr" / name).read_text(encoding="utf-8"))
    assert len([each for each in load_sources() if each.is_json and each.recognise(data)]) == 1
