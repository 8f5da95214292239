from __future__ import annotations

import pytest

from captious.core.cue import Cue
from captious.core.document import Document, Note, Region, StyleSheet
from captious.formats.vtt.reader import read
from captious.formats.vtt.text import escape
from captious.formats.vtt.writer import normalise, write

FULL = """WEBVTT - title

NOTE in the header

REGION
id:top
width:40%

STYLE
::cue { color: lime }

NOTE
before the first cue,
after the definitions

one
00:00:01.000 --> 00:00:02.000 align:start line:0
<v Ann>Hi &amp; hello

NOTE between

100:00:02.000 --> 100:00:03.000
second
line

NOTE last
"""


def test_a_whole_file_is_written_back_as_it_was() -> None:
    document = read(FULL).document
    assert [note.before for note in document.notes] == [-1, 0, 1, 2]
    assert write(document) == FULL
    assert normalise(document) == document
    assert document.cues[0].speaker == "Ann"


def test_nothing_to_write() -> None:
    assert write(Document("vtt")) == "WEBVTT\n"
    assert write(Document("vtt", notes=(Note("x", 3),))) == "WEBVTT\n\nNOTE x\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a --> b ---> c", "a --&gt; b ---&gt; c"),
        ("<v a-->b", "<v a-- >b"),
        ("<v a-->b --> <c>c --></c>", "<v a-- >b --&gt; <c>c --&gt;</c>"),
        ("a\n\n \t\nb  \n", "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\0\ud800", "\ufffd\ufffd"),
        ("NOTE x", "NOTE x"),
        ("WEBVTT", "WEBVTT"),
        ("a\u2028\x0cb\x85", "a\u2028\x0cb"),
    ],
)
def test_texts_that_cannot_be_held(text: str, written: str) -> None:
    document = Document("vtt", (Cue(0, 1000, text, ()), Cue(0, 1000, "next", ())))
    normal = normalise(document)
    assert normal.cues[0].text == written
    assert read(write(document)).document == normal


@pytest.mark.parametrize(
    ("document", "normal"),
    [
        (Document("vtt", header=" a --> b \r\n\n c \0"), Document("vtt", header=" a -- > b\n c \ufffd")),
        (Document("vtt", header="\nLanguage: en"), Document("vtt", header="\nLanguage: en")),
        (Document("vtt", notes=(Note(" \n"), Note(" a\n\nb --> c "))), Document("vtt", notes=(Note("a\nb -- > c"),))),
        (Document("vtt", regions=(Region(""), Region(" id:a\twidth:5% "))),
         Document("vtt", regions=(Region("id:a\nwidth:5%", "a"),))),
        (Document("vtt", style_sheets=(StyleSheet(" "), StyleSheet("a\n\nb-->"))),
         Document("vtt", style_sheets=(StyleSheet("a\nb-- >"),))),
        (Document("vtt", (Cue(-1, 10**20, "a", (), id="x\n-->  ", settings=" align:start  line:0\n"),)),
         Document("vtt", (Cue(0, 35_999_999_999_999_999, "a", (), id="x -- >", settings="align:start line:0"),))),
        (Document("vtt", (Cue(0, 1, "a", (), id=" "),)), Document("vtt", (Cue(0, 1, "a", ()),))),
        (Document("vtt", (Cue(0, 1, "a", ()),), notes=(Note("z", 9), Note("a", 0))),
         Document("vtt", (Cue(0, 1, "a", ()),), notes=(Note("a"), Note("z", 1)))),
    ],
)  # fmt: skip
def test_what_else_cannot_be_held(document: Document, normal: Document) -> None:
    assert normalise(document) == normal
    assert read(write(document)).document == normal


def test_notes_stay_with_their_cues_across_thousands() -> None:
    cues = tuple(Cue(number, number + 1, f"text {number}", ()) for number in range(2500))
    notes = tuple(Note(f"before {number}", number) for number in (1, 999, 1000, 1001, 2499, 2500))
    document = Document("vtt", cues, notes=notes)
    assert read(write(document)).document == document
    assert Document.from_webvtt(document.to_webvtt()) == document


@pytest.mark.parametrize(
    ("line", "escaped"),
    [
        ("R&D <b> --> x", "R&amp;D &lt;b> --&gt; x"),
        (">> BOB: Hi", ">> BOB: Hi"),
        ("&amp;", "&amp;amp;"),
        ("a\r\nb", "a b"),
    ],
)
def test_escape(line: str, escaped: str) -> None:
    assert escape(line) == escaped
