"""What a file is, by its content and its name."""

from __future__ import annotations

from fractions import Fraction

import pytest

import captious
from captious.errors import FormatError, OptionError
from captious.formats.base import Use
from captious.formats.recognise import Content, recognise
from captious.formats.registry import formats, sniff

CUES = (
    "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ann>Hello.\n\n00:00:02.000 --> 00:00:03.000\n<v Bob>Yes.\n"
)
SRT = "1\n00:00:01,000 --> 00:00:02,000\nHello.\n"
SBV = "0:00:01.000,0:00:02.000\nHello.\n"
WHISPER = '{"text": "Hello", "segments": [{"start": 0, "end": 1, "text": "Hello"}]}'
PAGE = "<!DOCTYPE html>\n<html><body><p>Not found</p></body></html>\n"


def kind(text: str) -> str:
    return "Whisper" if '"segments"' in text else ""


@pytest.mark.parametrize(
    "name", [known.name for known in formats(Use.READ) if Use.WRITE in known.uses], ids=str
)
@pytest.mark.parametrize("path", ["", "talk.srt", "notes.txt"])
def test_the_content_says_more_than_the_name(name: str, path: str) -> None:
    text = captious.convert(CUES.encode(), to=name, frame_rate=Fraction(25)).text
    found = recognise(text, name=path, words=kind)
    # one reader for all profiles of TTML
    known = "ttml" if name in ("imsc13", "ebu-tt-d", "itt") else name
    assert (found.format and found.format.name, found.by_name, found.words) == (known, False, "")
    assert found.readable() is found.format


@pytest.mark.parametrize(
    ("text", "path", "format_name", "words", "other"),
    [
        ("no cues here", "a.srt", "srt", "", ""),
        ("", "a.VTT", "vtt", "", ""),
        ("no cues here", "a.sbv", "sbv", "", ""),
        ("Ann: Hello.", "a.txt", None, "", ""),
        ("Ann: Hello.", "", None, "", ""),
        ("[Music] Hello.", "", None, "", ""),
        (WHISPER, "a.srt", None, "Whisper", ""),
        (WHISPER, "a.json", None, "Whisper", ""),
        ('{"id": 1, "title": "x"}', "a.srt", None, "", "JSON with id, title"),
        ('{"id": 1, "title": "x"}', "a.json", "json", "", ""),
        ("{}", "", None, "", "an empty JSON object"),
        ("[1, 2]", "", None, "", "a JSON list"),
        ('[{"text": "x"}]', "a.json", None, "", "a JSON list"),
        (PAGE, "a.srt", None, "", "an HTML page"),
        (PAGE, "a.html", "html", "", ""),
        ("<?xml version='1.0'?><feed/>", "a.vtt", None, "", "XML with the root <feed>"),
        ("<?xml version='1.0'?><feed/>", "a.xml", "ttml", "", ""),
    ],
)
def test_what_is_told_by_the_name_and_what_is_not(
    text: str, path: str, format_name: str | None, words: str, other: str
) -> None:
    found = recognise(text, name=path, words=kind)
    assert (found.format.name if found.format else None, found.words, found.other) == (
        format_name,
        words,
        other,
    )
    assert found.by_name == (format_name is not None)
    assert found.is_unknown == (not format_name and not words and not other)


def test_sniff_knows_the_formats_that_are_checked() -> None:
    found = [sniff(text) for text in (SRT, CUES, SBV, "Ann: Hello")]
    assert [known.name if known else None for known in found] == ["srt", "vtt", None, None]


@pytest.mark.parametrize(
    ("content", "message", "hint"),
    [
        (recognise(PAGE, name="a.html"), "this is Podcast Namespace HTML, which is prose", "FILE --to srt"),
        (recognise(WHISPER, words=kind), r"word timings \(Whisper\), not captions", "caption --words FILE"),
        (recognise(PAGE, name="a.srt"), r"this is an HTML page, not captions", None),
        (recognise("x", name="a.txt"), r"not a caption format: '\.txt'", r"\.srt, \.vtt"),
        (recognise("x"), "the caption format of the text is unknown", "srt, vtt"),
    ],
)
def test_what_is_not_checked_is_refused_with_what_it_is(
    content: Content, message: str, hint: str | None
) -> None:
    with pytest.raises(FormatError, match=message) as caught:
        content.checked()
    assert hint is None or hint.replace("\\", "") in (caught.value.hint or "")


def test_what_is_not_read_is_refused_with_what_it_is() -> None:
    for content, message in (
        (recognise(WHISPER, words=kind), r"word timings \(Whisper\), not captions"),
        (
            recognise(PAGE, name="a.srt"),
            r"not in a known caption format: it is an HTML page",
        ),
        (recognise("Ann: Hello."), r"not in a known caption format\. If it holds captions"),
    ):
        with pytest.raises(FormatError, match=message):
            content.readable()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SRT, r"already a caption file \(SubRip\)"),
        (SBV, r"already a caption file \(YouTube SBV\)"),
        ("start,end,text\n0,1,Hello\n", r"already a caption file \(CSV\)"),
        (WHISPER, r"word timings \(Whisper\), not a transcript"),
        ('{"id": 1}', "this is JSON with id, not a transcript"),
    ],
)
def test_what_is_no_transcript_is_refused_with_what_it_is(text: str, message: str) -> None:
    with pytest.raises(OptionError, match=message):
        recognise(text, words=kind).check_transcript()


def test_text_and_pages_may_be_transcripts() -> None:
    for text, name in (
        ("Ann: Hello.", "a.srt"),
        (PAGE, ""),
        ("<cite>Ann</cite><time>0:01</time><p>Hi</p>", ""),
    ):
        recognise(text, name=name, words=kind).check_transcript()


def test_documents_are_read_in_the_format_they_are_in() -> None:
    assert captious.read(CUES.encode()).document.format == "vtt"
    assert captious.read(SBV.encode()).document.format == "vtt"
    assert captious.read(SBV.encode()).located.format == "sbv"
