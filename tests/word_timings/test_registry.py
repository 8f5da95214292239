from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.errors import CaptiousError, WordsError
from captious.word_timings.registry import (
    JSON_SOURCES,
    TEXT_SOURCES,
    kind_of_words,
    load_sources,
    parse_words,
    read_words,
)

if TYPE_CHECKING:
    from pathlib import Path

YOUTUBE = """WEBVTT
Kind: captions
Language: en

00:00:00.160 --> 00:00:02.149 align:start position:0%
\x20
PayPal<00:00:00.800><c> does</c><00:00:01.040><c> not &amp; won't</c>

00:00:02.149 --> 00:00:02.159 align:start position:0%
PayPal does not &amp; won't
\x20

00:00:02.159 --> 00:00:04.000 align:start position:0%
PayPal does not &amp; won't
do<00:00:02.500><c> that</c>
"""


def test_youtubes_rolling_lines_give_each_word_once() -> None:
    """A tag tells when the word after it begins; the first word begins with its cue."""
    track = parse_words(YOUTUBE)
    assert (track.source, track.language, track.measured) == ("YouTube's automatic captions", "en", True)
    assert [(word.text, word.start_ms) for word in track.words] == [
        ("PayPal", 160), ("does", 800), ("not", 1040), ("&", 1040), ("won't", 1040), ("do", 2159), ("that", 2500),
    ]  # fmt: skip
    assert [word.end_ms for word in track.words][:2] == [800, 1040]
    assert track.words[-1].end_ms == 4000


def test_words_are_interpolated_within_a_cue() -> None:
    track = parse_words("1\n00:00:01,000 --> 00:00:02,000\nab\ncd\n\n2\n00:00:03,000 --> 00:00:04,000\nend\n")
    assert (track.source, track.measured) == ("SubRip captions", False)
    assert [(word.text, word.start_ms, word.end_ms) for word in track.words] == [
        ("ab", 1000, 1500), ("cd", 1500, 2000), ("end", 3000, 4000),
    ]  # fmt: skip


def test_a_voice_is_a_speaker() -> None:
    track = parse_words("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>Yes.</v>\n")
    assert [(word.text, word.speaker) for word in track.words] == [("Yes.", "Ann Lee")]


def test_ctm_gives_starts_and_durations() -> None:
    text = ";; a comment\ntalk A 0.50 0.40 Hello 0.9\ntalk A 0.95 0.05 <sil>\ntalk A 1.00 0.40 there 0.8\n"
    track = parse_words(text)
    assert (track.source, track.measured) == ("CTM", True)
    assert [(word.text, word.start_ms, word.end_ms, word.confidence) for word in track.words] == [
        ("Hello", 500, 900, 0.9), ("there", 1000, 1400, 0.8),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("talk A 0.5 0.4 Hello\ntalk A 1.0\n", "CTM: 3 columns, at least 5 wanted", 2),
        ("talk A 0.5 0.4 Hello\ntalk A x 0.4 there\n", "CTM: the start is 'x', not a number", 2),
        (
            "talk A 0.5 0.4 Hello\ntalk B 1.0 0.4 there\n",
            "CTM: 2 recordings or channels in one file: talk A, talk B",
            None,
        ),
        ('{"results": ', "not JSON: expecting value", 1),
        ('{\n "a": 1,\n}', "not JSON: expecting property name enclosed in double quotes", 3),
        ('{"a": 1, "b": 2}', "not a known kind of word timings: JSON with a, b", None),
        ("[]", "not a known kind of word timings: a JSON list", None),
        ("{}", "not a known kind of word timings: an empty JSON object", None),
        (
            "Ann: Hello there.",
            "not a known kind of word timings: it begins with 'Ann: Hello there.'",
            None,
        ),
        ("", "not a known kind of word timings: the file is empty", None),
        ("[" * 100_000, "cannot read the JSON: nested too deeply, or a number too long", None),
    ],
)
def test_what_is_no_source_says_what_it_is(text: str, message: str, line: int | None) -> None:
    with pytest.raises(WordsError) as caught:
        parse_words(text)
    assert caught.value.message.startswith(message)
    assert caught.value.line == line
    if "no known kind" in message:
        assert "Deepgram" in (caught.value.hint or "")


def test_an_issue_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "talk.json"
    path.write_text("{}", encoding="utf-8")
    for wanted in (path, tmp_path / "gone.json"):
        with pytest.raises(CaptiousError) as caught:
            read_words(wanted)
        assert caught.value.path == str(wanted)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "words",
                    "segments",
                    "results",
                    "events",
                    "segs",
                    "start",
                    "end",
                    "text",
                    "word",
                    "items",
                    "case",
                    "transcript",
                    "monologues",
                    "elements",
                    "channels",
                    "alternatives",
                    "transcription",
                    "offsets",
                    "tStartMs",
                    "utf8",
                    "name",
                    "time",
                    "punct",
                    "body",
                    "word_segments",
                    "utterances",
                    "retval",
                    "type",
                    "tokens",
                    "start_ms",
                    "chunks",
                    "timestamp",
                    "speakers",
                    "speech",
                    "transcripts",
                    "start_offset",
                    "alignment",
                    "w",
                    "s",
                    "e",
                    "punctuated_word",
                    "result",
                    "duration",
                    "language",
                    "task",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_gives_words_or_our_own_error(data: Any) -> None:
    try:
        track = parse_words(json.dumps(data))
    except WordsError as error:
        assert error.message
    else:
        assert track.words


@given(
    st.text(max_size=200) | st.text(alphabet="0123456789.:->< \nWEBVTc/", max_size=200).map(YOUTUBE.__add__)
)
def test_any_text_gives_words_or_our_own_error(text: str) -> None:
    try:
        track = parse_words(text)
    except WordsError as error:
        assert error.message
    else:
        assert track.words


def test_sources_are_listed_by_what_they_take() -> None:
    assert all(source.is_json for source in load_sources(JSON_SOURCES))
    assert not any(source.is_json for source in load_sources(TEXT_SOURCES))


def test_the_kind_of_a_text_is_named() -> None:
    assert kind_of_words('{"segments": [{"start": 0, "end": 1, "text": "Hi"}]}') == "Whisper"
    for text in ("WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n", "Ann: Hi.", '{"id": 1}', "{broken", ""):
        assert kind_of_words(text) == ""


def test_captions_that_are_no_source_are_named() -> None:
    text = '<tt xmlns="http://www.w3.org/ns/ttml"><body/></tt>'
    with pytest.raises(WordsError, match="no word timings are read from TTML") as caught:
        parse_words(text)
    assert caught.value.hint == "Convert it first: captious convert FILE --to vtt"


def test_garbled_words_are_restored_and_told() -> None:
    track = parse_words('{"segments": [{"start": 0, "end": 2, "text": "So theyâ€™re here"}]}')
    assert [word.text for word in track.words] == ["So", "they’re", "here"]
    assert track.remarks == ("garbled characters restored in 1 word",)
