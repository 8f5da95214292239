from __future__ import annotations

import pysrt
import pytest
import webvtt

from captious.core.cue import Cue
from captious.core.document import Document
from captious.errors import FormatError
from captious.formats.bridge import convert, srt_to_vtt, vtt_to_srt
from captious.formats.documents import read_text

VTT = """WEBVTT title

NOTE one

REGION
id:r
lines:2

STYLE
::cue { }

id
00:00:01.000 --> 00:00:02.000 align:start
<v Ann>R&amp;D <i>now</i>

NOTE two
"""


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("<v Ann>R&amp;D <i.x>now</i> <c.y>x</c></v>", "R&D <i>now</i> x"),
        ("<b>a<i>b</b>c", "<b>a<i>bc</i></b>"),
        ("&lt;b&gt; {\\an8}", "< b> { \\an8}"),
        ("a<00:01.000>b", "ab"),
        ("<ruby>a<rt>b</rt></ruby>", "ab"),
        ("plain\nlines", "plain\nlines"),
    ],
)
def test_vtt_to_srt(text: str, converted: str) -> None:
    assert vtt_to_srt(text) == converted


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("R&D <i>now</i> <who?> a > b", "R&amp;D <i>now</i> &lt;who?> a > b"),
        ("<b>a<i>b</b>c</i>d</u>", "<b>a<i>b</i></b><i>c</i>d"),
        ("<B>a\n<b>b</b>", "<b>a\nb</b>"),
        ("<font color='red'>a</font>{\\an8}{b}c", "<c.red>a</c><b>c</b>"),
        ("{\\an8}{\\i1}a{\\i0} {\\b1\\u1}b{\\b0}c", "<i>a</i> <b><u>b</u></b><u>c</u>"),
        ("{y:i}a", "<i>a</i>"),
        ('<font color="#FFFF00">a <i>b</font> c</i>', "<c.yellow>a <i>b</i></c><i> c</i>"),
        ('<font color="#123456" face="x">a</font>', "a"),
        ("<font face=x><font color=cyan>a</font>b</font>", "<c.cyan>a</c>b"),
        ("a --> b", "a --&gt; b"),
        ("<i>open", "<i>open</i>"),
    ],
)
def test_srt_to_vtt(text: str, converted: str) -> None:
    assert srt_to_vtt(text) == converted


def test_convert_keeps_speakers_and_numbers_cues() -> None:
    document = read_text(VTT).document
    srt = convert(document, to="srt")
    assert (srt.format, srt.header, srt.notes, srt.regions) == ("srt", "", (), ())
    (cue,) = srt.cues
    assert (cue.id, cue.text, cue.speaker, cue.settings) == ("1", "R&D <i>now</i>", "Ann", "")
    assert cue.lines == ("R&D now",)
    assert convert(srt, to="srt") is srt
    assert convert(srt, to="vtt").cues[0].id is None
    with pytest.raises(FormatError):
        convert(srt, to="ttml")


def test_pysrt_there_and_back() -> None:
    document = read_text(
        "7\n00:00:01,000 --> 00:00:02,000 X1:5\nR&D\n\n8\n00:00:03,000 --> 00:00:04,000\nb\n"
    ).document
    file = document.to_pysrt()
    assert isinstance(file, pysrt.SubRipFile)
    assert (file[0].start.ordinal, file[0].text, file[0].position) == (1000, "R&D", "X1:5")
    assert Document.from_pysrt(file) == document
    made = pysrt.SubRipFile([pysrt.SubRipItem(1, "00:00:01,000", {"seconds": 2}, "<i>a</i>\n\n-->")])
    (cue,) = Document.from_pysrt(made).cues
    assert (cue.start_ms, cue.end_ms, cue.id, cue.lines) == (1000, 2000, "1", ("a", "-->"))


def test_webvtt_there_and_back() -> None:
    document = read_text(VTT).document
    file = document.to_webvtt()
    assert isinstance(file, webvtt.WebVTT)
    assert (file[0].identifier, file[0].voice, file[0].start) == ("id", "Ann", "00:00:01.000")
    assert file.content.rstrip("\n") + "\n" == VTT
    again = Document.from_webvtt(file)
    assert again == document
    assert again.cues[0].speaker == "Ann"
    assert again.cues[0].lines == ("R&D now",)
    assert Document.from_webvtt(webvtt.WebVTT.from_string(VTT)) == document


def test_other_formats_are_converted_on_the_way() -> None:
    document = Document("vtt", (Cue(0, 1000, "<v Ann>a &lt; b", ("a < b",), "Ann"),))
    assert document.to_pysrt()[0].text == "a < b"
    document = Document("srt", (Cue(0, 1000, "<b>a < b", ("a < b",)),))
    assert document.to_webvtt()[0].raw_text == "<b>a &lt; b</b>"


def test_comments_of_definitions_and_lines_within_lines_are_kept() -> None:
    file = webvtt.WebVTT(captions=[webvtt.Caption("00:01.000", "00:02.000", ["a\nb"])])
    region = webvtt.models.Region.from_string("id:r")
    region.comments.append("about the region")
    file.regions.append(region)
    document = Document.from_webvtt(file)
    assert [(note.text, note.before) for note in document.notes] == [("about the region", 0)]
    assert document.cues[0].lines == ("a", "b")
