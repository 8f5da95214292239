from __future__ import annotations

import pytest

from captious.core.cue import Cue
from captious.core.document import Document, Note
from captious.formats.srt.markup import escape
from captious.formats.srt.reader import read
from captious.formats.srt.writer import normalise, write


def cue(text: str, **parts: object) -> Cue:
    return Cue(1000, 2000, text, (), **parts)  # type: ignore[arg-type]


def test_the_file_as_written() -> None:
    document = Document(
        "srt", (cue("Hello\nthere", id="1"), cue("", id="2"), cue("Bye", id="007", settings="X1:1"))
    )
    assert write(document) == (
        "1\n00:00:01,000 --> 00:00:02,000\nHello\nthere\n\n"
        "2\n00:00:01,000 --> 00:00:02,000\n\n"
        "007\n00:00:01,000 --> 00:00:02,000 X1:1\nBye\n"
    )
    assert read(write(document)).document == document


def test_nothing_to_write() -> None:
    assert write(Document("srt")) == ""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\n\n \t\nb  \n", "a\nb"),
        ("00:00:01,000 --> 00:00:02,000", "00:00:01,000 -- > 00:00:02,000"),
        ("0:1 -> 0:2", "0:1 - > 0:2"),
        ("a --> b -> c", "a -- > b - > c"),
        ("a -> b", "a -> b"),
        ("42", "42"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\0\ud800", "\ufffd\ufffd"),
        ("  indented", "  indented"),
    ],
)
def test_texts_that_cannot_be_held(text: str, written: str) -> None:
    document = Document("srt", (cue(text, id="1"), cue("next", id="2")))
    normal = normalise(document)
    assert normal.cues[0].text == written
    assert read(write(document)).document == normal


@pytest.mark.parametrize(
    ("given", "normal"), [(None, "3"), ("", "3"), ("intro", "3"), (" 12 ", "12"), ("1" * 11, "3"), ("٣", "3")]
)
def test_ids_become_numbers(given: str | None, normal: str) -> None:
    document = Document("srt", (cue("a"), cue("b"), cue("c", id=given)))
    assert [cue.id for cue in normalise(document).cues] == ["1", "2", normal]


def test_times_are_clamped() -> None:
    (normal,) = normalise(Document("srt", (Cue(-5, 10**20, "a", ()),))).cues
    assert (normal.start_ms, normal.end_ms) == (0, 35_999_999_999_999_999)
    assert "00:00:00,000 --> 9999999999:59:59,999" in write(Document("srt", (normal,)))


def test_what_subrip_cannot_hold_goes() -> None:
    normal = normalise(Document("srt", (cue("a"),), header="x", notes=(Note("y"),)))
    assert (normal.header, normal.notes) == ("", ())


def test_thousands_of_cues_are_written_in_order() -> None:
    document = Document("srt", tuple(cue(f"text {number}", id=str(number)) for number in range(1, 2502)))
    assert read(write(document)).document == document


@pytest.mark.parametrize(
    ("line", "escaped"),
    [
        ("1 < 2 & <who?>", "1 < 2 & <who?>"),
        ("<b>bold</b>", "< b>bold< /b>"),
        ("{\\an8}", "{ \\an8}"),
        ("0:01 --> 0:02", "0:01 -- > 0:02"),
        (">> BOB: Hi", ">> BOB: Hi"),
        ("a\r\nb", "a b"),
    ],
)
def test_escape(line: str, escaped: str) -> None:
    assert escape(line) == escaped
