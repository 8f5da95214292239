"""Lines that were meant as times, and those that were not."""

from __future__ import annotations

import pytest

from captious.core.cue import Cue
from captious.core.document import Document
from captious.formats.srt.broken import broken_times
from captious.formats.srt.numbers import read_number
from captious.formats.srt.reader import read
from captious.formats.srt.times import parse_times
from captious.formats.srt.writer import normalise, write

START, END = "00:00:05,000", "00:00:06,000"
RIGHT = f"{START} --> {END}"


@pytest.mark.parametrize(
    "sign",
    ["→", "➔", "=>", "==>", "==", "=", "--", "–", "---->", "-->>", "<--", "--&gt;", "--&amp;gt;", "&rarr;", ">", "~",
     "…", "|", "/", "to", "bis", "until", "à", "до", "", "－－＞", "-- >", "- >", "\u200b-->", "-\u2009->"],
)  # fmt: skip
@pytest.mark.parametrize("space", [" ", "  ", "\t"])
def test_the_arrow_is_written_between_two_times(sign: str, space: str) -> None:
    line = f"{START}{space}{sign}{space}{END}"
    found = broken_times(line)
    assert found is not None
    assert found.repaired == RIGHT


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (f"{START} -->", "the end time is missing"),
        (f"{START} →", "the end time is missing"),
        (f"{START} -", "the end time is missing"),
        (START, "the arrow and the end time are missing"),
        (f"--> {END}", "the start time is missing"),
        (f"→{END}", "the start time is missing"),
        ("-->", "both times are missing"),
        ("00:00:0l,000 --> 00:00:06,000", '"00:00:0l,000" is not a time'),
        ("OO:OO:OS,OOO --> 00:00:06,000", '"OO:OO:OS,OOO" is not a time'),
        ("00:00:05,000 --> 00:00:06,00O", '"00:00:06,00O" is not a whole time'),
        ("00.00.05.000 --> 00.00.06.000", '"00.00.05.000" is not a time'),
        ("00 00 05,000 --> 00 00 06,000", '"00 00 05,000" is not a time'),
        ("00h00m05,000 → 00h00m06,000", '"00h00m05,000" is not a time'),
        ("00:00:00:05,000 --> 00:00:06,000", '"00:00:00:05,000" is not a time'),
        ("００：００：０５，０００ --> 00:00:06,000", '"００：００：０５，０００" is not a time'),
        ("00:00:05,000 --> 00:00", '"00:00" is not a whole time'),
        ("00:00:05,000 --> 0", '"0" is no end time'),
        ("00:00:05,000 --> then", '"then" is no end time'),
        ("00:00\x1205,000 --> 00:00:06,000", "a control character (U+0012) stands in them"),
        ("00:00:05,000 --> 00:00:06\x01000", "a control character (U+0001) stands in them"),
        ("[00:00:05.000 --> 00:00:06.000]  words", "they stand in brackets"),
        ('"00:00:05.000 --> 00:00:06.000"', '""" stands before them'),
        (f"3 {RIGHT}", "the cue number 3 stands on the same line"),
        (f"Hello {RIGHT}", '"Hello" stands before them'),
        (f"{END} → {START}", '"→" instead of the arrow "-->"'),
    ],
)
def test_what_is_wrong_is_said_and_not_guessed(line: str, problem: str) -> None:
    assert parse_times(line) is None
    found = broken_times(line)
    assert found is not None
    assert (found.problem, found.repaired) == (problem, None)


@pytest.mark.parametrize(
    "line",
    ["", "42", "a --> b", "From 10:30 --> 11:30 we talk.", "<00:01.000>", "<00:00:02.000> word",
     "Version 1.2.3 at 10:20:30", "I saw 300 in 2010", "So. I'll", "See 00:00:05,000 for it",
     "x" * 300, "0:" * 200],
)  # fmt: skip
def test_text_is_not_taken_for_times(line: str) -> None:
    assert broken_times(line) is None


@pytest.mark.parametrize(
    "text",
    [
        f"5\n{START} → {END}",
        f"a\n{START} => {END}\nb",
        f"2\n{START} to {END}",
        f"2\n{START} -->\nb",
        f"2\n--> {END}",
        f"2\n→ {END}",
        f"2\n{START}",
        f"{START} == {END}",
        "09:00 – 17:00",
        "2\n00.00.05.000 --> 00.00.06.000",
    ],
)
def test_text_that_looks_like_times_is_written_as_text(text: str) -> None:
    document = Document("srt", (Cue(1000, 2000, text, (), id="1"), Cue(3000, 4000, "next", (), id="2")))
    normal = normalise(document)
    assert read(write(document)).document == normal
    assert normalise(normal) == normal
    written = normal.cues[0].text.replace("\xa0", " ").replace("-- >", "-->").split()
    assert written == text.split()


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("2", 2), ("002", 2), ("-2", 2), ("#2", 2), ("2.", 2), ("(2)", 2), ("2)", 2), ("2.0", 2), ("1,000", 1000),
        ("Nr. 2", 2), ("No 2", 2), ("Cue 2:", 2), ("cue_2", 2), ("２", 2), ("٢", 2), ("②", 2), ("IV", 4), ("XL.", 40),
        ("\u200f2", 2), ("2/120", 2), ("2a", 2), ("12345678901", None),
    ],
)  # fmt: skip
def test_odd_numbers_are_read(line: str, value: int | None) -> None:
    written = read_number(line)
    assert written is not None
    assert (written.value, written.has_words) == (value, False)


@pytest.mark.parametrize("line", ["2 # slide", "2 // map"])
def test_a_number_with_a_note_says_more(line: str) -> None:
    written = read_number(line)
    assert written is not None
    assert (written.value, written.has_words) == (2, True)


@pytest.mark.parametrize(
    "line", ["", "I", "two", "2 of us and 3 of them", "CIVIC", "MILD", "10%", "$5", "In 2010 we met", "word"]
)
def test_words_are_no_numbers(line: str) -> None:
    assert read_number(line, alone=True) is None
