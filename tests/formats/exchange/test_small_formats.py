"""Formats of old players and of editing programs that are only read: MPL2, TMPlayer, Premiere, Spruce."""

from __future__ import annotations

from fractions import Fraction

import pysubs2
import pytest

import captious
from captious.errors import FormatError
from captious.formats.base import Use
from captious.formats.recognise import recognise
from captious.formats.registry import by_name

PAL = Fraction(25)


def read(name: str, text: str, rate: Fraction | None = None) -> list[tuple[int, int, str]]:
    cues = by_name(name, Use.READ).read(text, frame_rate=rate).document.cues
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in cues]


def lost(name: str, text: str, rate: Fraction | None = None) -> list[str]:
    return [str(loss) for loss in by_name(name, Use.READ).read(text, frame_rate=rate).losses]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_mpl2(end: str) -> None:
    text = end.join(("\ufeff[10][25]One|/two", "[30][]{y:b}Three", "[45][60] / four /", "nobody", ""))
    assert read("mpl2", text) == [
        (1000, 2500, "One\n<i>two</i>"),
        (3000, 4500, "<b>Three</b>"),
        (4500, 6000, "/ four /"),
    ]
    assert lost("mpl2", text) == ['words without readable times in 1 cue, cue 4 ("nobody")']


@pytest.mark.parametrize(
    "text",
    [
        "00:00:01:One|two\n00:00:04:Three\n00:00:06:\n",
        "0:00:01=One|two\n0:00:04=Three\n0:00:06=\n",
        "00:00:01,1=One\n00:00:01,2=two\n00:00:04,1=Three\n00:00:06,1=\n",
    ],
)
def test_tmplayer(text: str) -> None:
    assert read("tmplayer", text) == [(1000, 4000, "One\ntwo"), (4000, 6000, "Three")]
    found = recognise(text)
    assert found.format is not None
    assert found.format.name == "tmplayer"
    assert lost("tmplayer", text) == []


def test_what_pysubs2_writes_is_read() -> None:
    file = pysubs2.SSAFile()
    file.events = [
        pysubs2.SSAEvent(1000, 3000, r"One & two\Nthree"),
        pysubs2.SSAEvent(3000, 4000, r"{\i1}Four{\i0}"),
        pysubs2.SSAEvent(5000, 6000, "Five"),
    ]
    shown = [(1000, 3000, "One &amp; two\nthree"), (3000, 4000, "Four"), (5000, 6000, "Five")]
    assert read("mpl2", file.to_string("mpl2")) == shown
    assert [cue[::2] for cue in read("tmplayer", file.to_string("tmp"))] == [
        (1000, "One &amp; two\nthree"),
        (3000, "<i>Four</i>"),
        (5000, "Five"),
    ]


def test_ends_that_tmplayer_does_not_state_are_guessed_and_listed() -> None:
    text = "00:00:01:One\n00:01:00:Two|\n00:01:00:Three\n"
    assert [cue[:2] for cue in read("tmplayer", text)] == [(1000, 11_000), (60_000, 63_000), (60_000, 63_000)]
    assert lost("tmplayer", text) == ["end times (guessed) in 3 cues, first cue 1"]


def test_a_transcript_with_times_is_not_tmplayer() -> None:
    for text in ("00:00:01: Hello.\n00:00:04: Hi.\n", "00:00:01:Hello.\n00:00:04:Hi.\n"):
        assert recognise(text).format is None


PREMIERE = (
    "00:00:01:12 - 00:00:03:00\nSpeaker 1\nGood morning\nto all of you.\n\n"
    "00:00:04:00 - 00:00:06:10\nSpeaker 2\nMorning.\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_premiere_text(end: str) -> None:
    text = PREMIERE.replace("\n", end)
    assert read("premiere-text", text, PAL) == [
        (1480, 3000, "<v Speaker 1>Good morning\nto all of you."),
        (4000, 6400, "<v Speaker 2>Morning."),
    ]
    with pytest.raises(FormatError, match="a timecode without a frame rate: 00:00:01:12") as caught:
        read("premiere-text", text)
    assert caught.value.line == 1
    assert "--fps 25" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("names", "speakers"),
    [
        (("Ann", "Bob", "Ann", "Bob"), ["Ann", "Bob", "Ann", "Bob"]),
        (
            ("Sprecher 1", "Sprecher 2", "Unknown", "Sprecher 1"),
            ["Sprecher 1", "Sprecher 2", None, "Sprecher 1"],
        ),
        (("So we", "went to", "the market", "again"), [None] * 4),
    ],
)
def test_premiere_names_speakers_or_not(names: tuple[str, ...], speakers: list[str | None]) -> None:
    text = "".join(
        f"00:00:0{place}:00 - 00:00:0{place}:20\n{name}\nwords of it\n\n" for place, name in enumerate(names)
    )
    document = by_name("premiere-text", Use.READ).read(text, frame_rate=PAL).document
    assert [cue.speaker for cue in document.cues] == speakers
    shown = [cue.lines for cue in document.cues]
    assert shown == [("words of it",) if speakers[0] else (name, "words of it") for name in names]


def test_drop_frame_times_of_premiere_are_read_exactly() -> None:
    text = "01;00;00;00 - 01;00;02;15\nOne.\n"
    assert read("premiere-text", text, Fraction(30000, 1001)) == [(3_599_996, 3_602_499, "One.")]


def test_premiere_table_at_a_frame_rate() -> None:
    text = (
        '"Speaker Name","Start Time","End Time","Text"\r\n\r\n'
        '"Sprecher 1","00:00:00:12","00:00:04:10","Guten Morgen, ""alle"""\r\n\r\n'
    )
    made = captious.convert(text.encode(), to="vtt", frame_rate=PAL)
    assert '00:00:00.480 --> 00:00:04.400\n<v Sprecher 1>Guten Morgen, "alle"' in made.text
    with pytest.raises(FormatError, match="a timecode without a frame rate") as caught:
        captious.convert(text.encode(), to="vtt")
    assert caught.value.line == 3


def test_spruce_stl() -> None:
    text = (
        "//English\n$FontName = Arial\n$Italic = TRUE\n00:00:01:00 , 00:00:03:12 , One|^Btwo^B ^Ithree\n"
        "$Italic = false\r\n$VertAlign = Top\n00:00:04.00,00:00:05.00,Four ^5\nnobody\n"
    )
    assert read("spruce-stl", text, PAL) == [
        (1000, 3480, "<i>One</i>\n<b><i>two</i></b><i> </i>three"),
        (4000, 5000, "Four ^5"),
    ]
    assert by_name("spruce-stl", Use.READ).read(text, frame_rate=PAL).document.cues[1].settings == "line:0"
    assert lost("spruce-stl", text, PAL) == [
        "comments (//English)",
        "settings of fonts, colours and places in 1 cue, cue 1 ($FontName)",
        'words without readable times in 1 cue, cue 3 ("nobody")',
    ]
    with pytest.raises(FormatError, match="without a frame rate") as caught:
        read("spruce-stl", text)
    assert caught.value.line == 4


def test_words_in_columns_that_are_not_read_are_listed() -> None:
    text = "number,start,end,Notes,text\n1,1,2,shout,One\n2,3,4,,Two,extra\n3,5,6,whisper,Three\n"
    assert [cue[2] for cue in read("csv", text)] == ["One", "Two", "Three"]
    assert lost("csv", text) == [
        'words in the column "Notes" in 2 cues, first cue 1 (shout)',
        'words right of the last column in 1 cue, cue 2 ("extra")',
    ]


def test_a_table_may_have_semicolons() -> None:
    text = "\ufeffSpeaker Name;Start Time;End Time;Text\r\nAnn;00:00:01:12;00:00:02:00;One; two\r\n"
    text = text.replace("One; two", '"One; two, three"')
    found = recognise(text)
    assert found.format is not None
    assert found.format.name == "csv"
    assert read("csv", text, PAL) == [(1480, 2000, "<v Ann>One; two, three")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_subviewer(end: str) -> None:
    text = end.join(
        (
            "[INFORMATION]", "[TITLE]A film", "[AUTHOR]", "[END INFORMATION]", "[SUBTITLE]",
            "[COLF]&H00FFFF,[STYLE]bd,[SIZE]18,[FONT]Arial", "00:01:00.10,00:01:02.50", "One[br]two  three", "",
            "00:01:03.00,00:01:04.00", "[MUSIC] four", "five", "", "nobody", "00:01:05.00,00:01:06.00 Six", "",
        )
    )  # fmt: skip
    assert read("subviewer", text) == [
        (60_100, 62_500, "<c.yellow><b>One</b></c>\n<c.yellow><b>two  three</b></c>"),
        (63_000, 64_000, "<c.yellow><b>[MUSIC] four</b></c>\n<c.yellow><b>five</b></c>"),
        (65_000, 66_000, "<c.yellow><b>Six</b></c>"),
    ]
    assert lost("subviewer", text) == [
        "words in the header ([TITLE]A film)",
        "fonts (18)",
        'words without readable times in 1 cue, cue 3 ("nobody")',
    ]


@pytest.mark.parametrize(
    ("cell", "listed"), [("7", False), ("cue-7", False), ("we met <7", True), ("met", True)]
)
def test_words_in_a_column_of_numbers_are_listed(cell: str, listed: bool) -> None:
    text = f"number,start,end,text\n1,0:01,0:02,Hello.\n{cell},0:03,0:04,Again.\n"
    losses = by_name("csv", Use.READ).read(text).losses
    assert bool(losses) == listed
