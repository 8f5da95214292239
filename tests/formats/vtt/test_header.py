"""The header of a WebVTT file, however it is written, and what is WebVTT without one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings
from captious.fixing.engine import fix_source
from captious.formats.documents import read_document
from captious.formats.encoding import decode, encode
from captious.formats.registry import format_by_name, sniff
from captious.formats.vtt.evidence import is_webvtt
from captious.formats.vtt.header import find_header
from captious.formats.vtt.reader import read
from captious.style import load_style

CUES = """\
NOTE Checked by Ann

one
00:00:01.000 --> 00:00:03.000 line:0 position:20%
<v Ann>Salt &amp; pepper.

00:00:04.000 --> 00:00:06.000
Two.
"""
SUBRIP = "1\n00:00:01,000 --> 00:00:03,000\nOne.\n\n2\n00:00:04,000 --> 00:00:06,000\nTwo.\n"
VTT = format_by_name("vtt")
SETTINGS = CheckSettings(style=load_style("base"), selection=Selection(), language="en")

WRONG = (
    "webvtt", "WebVTT", "Webvtt", "WEB VTT", "WEB-VTT", "WEB_VTT", "WEBVTT:", "WEBVTT;", "WEBVTT.", "WEBVTT-", "WEBVT",
    "WEBTT", "WEVTT", "WEBVVT", "WBEVTT", "EBVTT", "WEBBVTT", "VTT", "#WEBVTT", '"WEBVTT"', "<WEBVTT>", "WEBVTT\xa0",
    "\u200bWEBVTT", "\xadWEBVTT", "\u2060WEBVTT", "\xa0WEBVTT", "\x01WEBVTT", "\x0cWEBVTT", "\x7fWEBVTT", "\x85WEBVTT",
    "\u200eWEBVTT", "\u202aWEBVTT", "\u2028WEBVTT", "\u3000WEBVTT", "\tWEBVTT", "  WEBVTT", "\0WEBVTT", "ï»¿WEBVTT",
    "п»їWEBVTT", "\ufffdWEBVTT", "\ufeff\ufeffWEBVTT", "WEB\u200bVTT", "W\xadEBVTT", "ＷＥＢＶＴＴ",
    "WЕBVТТ", "WEBVTT\u200b", "\nWEBVTT", "\n\n  \nWEBVTT", "\u200b\nWEBVTT", "W E B V T T",
)  # fmt: skip


def fix(text: str) -> str:
    return fix_source(text, caption_format=VTT, settings=SETTINGS).source


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("wrong", WRONG, ids=ascii)
def test_a_wrong_header_is_one_error_and_is_written_right(wrong: str, newline: str) -> None:
    text = f"{wrong}\n\n{CUES}".replace("\n", newline)
    assert sniff(text) is VTT
    reading = read(text)
    assert [finding.code for finding in reading.findings] == ["VTT001"]
    right = f"WEBVTT\n\n{CUES}".replace("\n", newline)
    assert [(cue.id, cue.text, cue.settings) for cue in reading.document.cues] == [
        (cue.id, cue.text, cue.settings) for cue in read(right).document.cues
    ]
    assert fix(text) == right


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        (CUES, f"WEBVTT\n\n{CUES}"),
        (f"\n\n{CUES}", f"WEBVTT\n\n{CUES}"),
        (f"webvtt - A talk\n\n{CUES}", f"WEBVTT - A talk\n\n{CUES}"),
        (f"webvtt\nKind: captions\n\n{CUES}", f"WEBVTT\nKind: captions\n\n{CUES}"),
        (f"Kind: captions\nLanguage: en\n\n{CUES}", f"WEBVTT\nKind: captions\nLanguage: en\n\n{CUES}"),
        (f"webvtt\n\n{CUES}".replace("Checked by Ann\n\none\n", "x\n\n"), None),
        (
            f"NOTE\nAbove\n\nwebvtt\nLanguage: en\n\n{CUES}",
            f"WEBVTT\nLanguage: en\n\nNOTE\nAbove\n\n{CUES}",
        ),
        (
            f"{CUES}\nWEBVTT\n\n00:07.000 --> 00:08.000\nx\n",
            f"WEBVTT\n\n{CUES}\n00:07.000 --> 00:08.000\nx\n",
        ),
        (f"{CUES}\nWEBVTT\n", f"WEBVTT\n\n{CUES}\n"),
        ("STYLE\n::cue { color: red }\n\nWEBVTT\n\n00:01.000 --> 00:02.000\nx\n", None),
        ("webvtt\n7\n00:01.000 --> 00:02.000\nx\n", "WEBVTT\n\n7\n00:01.000 --> 00:02.000\nx\n"),
        ("webvtt\n00:01.000 --> 00:02.000\nx\n", "WEBVTT\n\n00:01.000 --> 00:02.000\nx\n"),
    ],
)
def test_what_else_is_in_the_file_stays_as_it_is(text: str, fixed: str | None) -> None:
    right = fix(text)
    assert right.startswith("WEBVTT")
    assert fixed is None or right == fixed
    before, after = read(text).document, read(right).document
    assert [(cue.start_ms, cue.end_ms, cue.text, cue.settings) for cue in before.cues] == [
        (cue.start_ms, cue.end_ms, cue.text, cue.settings) for cue in after.cues
    ]
    assert [note.text for note in before.notes] == [note.text for note in after.notes]
    assert before.style_sheets == after.style_sheets
    assert not [finding for finding in read(right).findings if finding.code == "VTT001"]


@pytest.mark.parametrize("header", ["webvtt", "\u200bWEBVTT", "WEBVTT:", "ï»¿WEBVTT", "NOTE x\n\nWEBVTT", ""])
def test_times_with_commas_become_times_with_points(header: str) -> None:
    cues = CUES.replace(".000", ",000")
    text = f"{header}\n\n{cues}" if header else cues
    assert sniff(text, name="a.vtt") is VTT
    assert len(read(text).document.cues) == 2
    right = fix(text)
    assert right.startswith("WEBVTT\n\n")
    assert right.endswith(CUES[CUES.index("one") :])
    # also where no other rule writes the points
    alone = replace(SETTINGS, selection=Selection(select=("VTT001",)))
    assert fix_source(text, caption_format=VTT, settings=alone).source == right


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # points and commas, with and without numbers
        ("00:00:01.000 --> 00:00:02.000\nx\n", "", "vtt"),
        ("00:00:01.000 --> 00:00:02.000\nx\n", "a.vtt", "vtt"),
        ("00:00:01.000 --> 00:00:02.000\nx\n", "a.srt", "srt"),
        ("1\n00:00:01.000 --> 00:00:02.000\nx\n", "", "srt"),
        ("1\n00:00:01.000 --> 00:00:02.000\nx\n", "a.webvtt", "vtt"),
        ("1\n00:00:01.000 --> 00:00:02.000 line:0\nx\n", "", "vtt"),
        ("1\n00:01.000 --> 00:02.000\nx\n", "", "vtt"),
        ("1\n00:00:01.000 --> 00:00:02.000\n<v Ann>x\n", "", "vtt"),
        ("00:00:01,000 --> 00:00:02,000\nx\n", "", "srt"),
        ("00:00:01,000 --> 00:00:02,000\nx\n", "a.vtt", "vtt"),
        ("00:00:01,000 --> 00:00:02,000\n{\\an8}x\n", "a.vtt", "srt"),
        (SUBRIP, "a.vtt", "srt"),
        (SUBRIP.replace("02,000", "02.000"), "a.vtt", "srt"),
        (SUBRIP.replace("000\nOne", "000 line:0\nOne"), "a.vtt", "vtt"),
        (SUBRIP.replace(",", "."), "a.vtt", "vtt"),
        # with a header of some kind
        (f"WEBVTT\n\n{SUBRIP}", "a.srt", "vtt"),
        (f"webvtt\n\n{SUBRIP}", "a.vtt", "vtt"),
        (f"webvtt\n\n{SUBRIP}", "", "vtt"),
        (f"webvtt\n\n{SUBRIP}", "a.srt", "srt"),
        (f"webvtt\n\n{CUES}", "a.srt", "vtt"),
        # times that cannot be read
        ("00:00:01.000 -> 00:00:02.000\nx\n", "a.vtt", "vtt"),
        # none at all
        ("WebVTT is a format for captions.\n", "", None),
        ("Ann: Webvtt, 10:30 -> 11:00.\n", "a.txt", None),
    ],
)
def test_the_content_and_then_the_name_tell_webvtt_from_subrip(
    text: str, name: str, expected: str | None
) -> None:
    found = sniff(text, name=name)
    assert (found.name if found else None) == expected


def test_subrip_that_is_read_as_webvtt_has_no_cues_and_no_fix() -> None:
    reading = read(SUBRIP)
    assert reading.document.cues == ()
    assert [finding.code for finding in reading.findings] == ["VTT001", "VTT005"]
    assert fix(SUBRIP) == SUBRIP


def test_the_signature_is_all_that_is_needed() -> None:
    assert is_webvtt("WEBVTT")
    assert is_webvtt("\ufeffWEBVTT - x\r\n")
    assert not is_webvtt("WEBVTTS")
    assert not is_webvtt(SUBRIP)


def test_a_word_in_text_is_no_header() -> None:
    for text in (
        "00:01.000 --> 00:02.000\nWEBVTT\nis a format\n",
        "00:01.000 --> 00:02.000\nWe use\nWEBVTT\n",
        "intro\n00:01.000 --> 00:02.000\nx\n",
        "WEBSITE\n\n00:01.000 --> 00:02.000\nx\n",
    ):
        assert find_header(text.split("\n")) is None


def test_two_byte_order_marks_are_one_error_and_go_at_once() -> None:
    data = f"\ufeff\ufeffWEBVTT\n\n{CUES}".encode()
    decoded = decode(data)
    assert (decoded.bom, encode(decoded.text, encoding="utf-8", bom=decoded.bom)) == (False, data)
    assert [finding.code for finding in read_document(data).findings] == ["VTT001"]
    assert fix(decoded.text) == f"WEBVTT\n\n{CUES}"
