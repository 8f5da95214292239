"""Colours of speakers: a style sheet by voice."""

from __future__ import annotations

from captious.core.document import Document
from captious.formats.registry import VTT
from captious.formats.vtt.colours import speaker_sheet


def test_each_voice_has_its_colour_in_the_order_of_speaking() -> None:
    sheet = speaker_sheet(["Ann", "Bob", "Ann", "Cy"], ["#ffffff", "#ffff00"])
    assert sheet is not None
    assert sheet.text.split("\n") == [
        '::cue(v[voice="Ann"]) { color: #ffffff; }',
        '::cue(v[voice="Bob"]) { color: #ffff00; }',
    ]


def test_one_voice_or_one_colour_needs_no_sheet() -> None:
    assert speaker_sheet(["Ann", "Ann"], ["#ffffff", "#ffff00"]) is None
    assert speaker_sheet(["Ann", "Bob"], ["#ffffff"]) is None


def test_no_name_can_end_the_string_or_the_block() -> None:
    sheet = speaker_sheet(['A"]) { } x', "B --> C\n\nD", "José"], ["#fff", "#ff0", "#0ff"])
    assert sheet is not None
    assert '"A\\22 \\5d \\29  \\7b  \\7d  x"' in sheet.text
    assert "-->" not in sheet.text
    assert "\n\n" not in sheet.text
    assert 'voice="José"' in sheet.text
    document = Document("vtt", style_sheets=(sheet,))
    assert VTT.read(VTT.write(document)).document.style_sheets == document.style_sheets
