"""SCC: what is written comes back, as ttconv and ffmpeg read it, too; and every mode and code of CEA-608 is read."""

from __future__ import annotations

import itertools
import shutil
import subprocess
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import captious
from captious.core.clock import frame_at, frame_ms, timecode_ms, timecode_parts
from captious.core.document import Document
from captious.errors import FormatError
from captious.formats.base import Use
from captious.formats.exchange.build import make_cue
from captious.formats.exchange.rich import PLAIN, Look, Run, rich_lines
from captious.formats.exchange.scc import codes
from captious.formats.exchange.scc.captions import captions_of
from captious.formats.exchange.scc.codes import BASIC, EXTENDED, ODD_PARITY, SPECIAL
from captious.formats.exchange.scc.lines import read_lines
from captious.formats.exchange.scc.reader import FRAME_RATE
from captious.formats.exchange.scc.schedule import frames_of, schedule
from captious.formats.exchange.scc.stream import decode
from captious.formats.losses import losses_in
from captious.formats.registry import VTT, by_name

if TYPE_CHECKING:
    from pathlib import Path

    from captious.core.cue import Cue

SCC = by_name("scc", Use.WRITE)
YELLOW, CYAN, LIME = Look(colour="yellow"), Look(colour="cyan"), Look(colour="lime")
RED = Look(colour="red")
ITALIC, UNDERLINE, BLUE_ITALIC = Look(italic=True), Look(underline=True), Look(italic=True, colour="blue")


def cue(start: int, end: int, *lines: list[Run] | str, settings: str = "") -> Cue:
    rows = [[Run(line)] if isinstance(line, str) else line for line in lines]
    return make_cue(frame_ms(start, FRAME_RATE), frame_ms(end, FRAME_RATE), rows, settings=settings)


def document(*cues: Cue) -> Document:
    return VTT.normalise(Document("vtt", cues))


def hexadecimal(text: str) -> str:
    return text.encode("latin-1").translate(ODD_PARITY).hex(" ", -2)


def scc(*lines: tuple[str, str]) -> str:
    return (
        "Scenarist_SCC V1.0\n\n" + "\n\n".join(f"{time}\t{hexadecimal(text)}" for time, text in lines) + "\n"
    )


def code(second: int, first: str = "\x14") -> str:
    return f"{first}{chr(second)}" * 2


RCL, EOC, EDM, ENM = code(codes.RCL), code(codes.EOC), code(codes.EDM), code(codes.ENM)
CR, RU2, RDC, BS, DER = code(codes.CR), code(codes.RU2), code(codes.RDC), code(codes.BS), code(codes.DER)
ROW_15, ROW_14, ROW_1 = "\x14\x70" * 2, "\x14\x50" * 2, "\x11\x50" * 2

FILES: dict[str, Document] = {
    "one": document(cue(100, 190, "Hello.")),
    "two rows": document(cue(100, 190, "Hello,", "you there."), cue(190, 250, "Yes?")),
    "four rows": document(cue(100, 190, "a", "bb", "ccc", "dddd")),
    "gaps": document(cue(100, 190, "One."), cue(250, 300, "Two."), cue(302, 400, "Three.")),
    "colours": document(
        cue(300, 390, [Run("Yellow", YELLOW)], [Run("cyan", CYAN)]),
        cue(450, 480, [Run("white then "), Run("lime", LIME)]),
        cue(600, 690, [Run("red ", RED), Run("and ", Look(colour="blue")), Run("m", Look(colour="magenta"))]),
    ),
    "italics": document(
        cue(300, 390, [Run("All of it", ITALIC)]),
        cue(450, 480, [Run("a "), Run("word ", ITALIC), Run("in it")], "plain"),
        cue(600, 690, [Run("under", UNDERLINE)], [Run("both ", BLUE_ITALIC), Run("then one", ITALIC)]),
        cue(700, 790, [Run("x" * 32, ITALIC)], [Run("y" * 32, YELLOW)]),
    ),
    "top": document(cue(300, 390, "Top", settings="line:0"), cue(450, 480, "Top", "too", settings="line:0")),
    "middle": document(cue(300, 390, "Middle", settings="line:46.7%")),
    "sides": document(
        cue(300, 390, "left", settings="position:10% align:left"),
        cue(450, 480, "further right", settings="position:47.5% align:left"),
    ),
    "whole rows": document(cue(300, 390, "x" * 32, "y" * 31)),
    "ten hours": document(cue(1_078_920, 1_079_000, "late"), cue(1_079_100, 1_079_200, "later")),
    "signs": document(cue(500, 600, "a*b \\ c^d _e {f} |g| ~h '")),
    "basic": document(*(cue(n * 200, n * 200 + 90, f"x{char}y{char}{char}") for n, char in enumerate(
        [char for char in [*BASIC.values(), *SPECIAL.values(), *EXTENDED[0x12].values(), *EXTENDED[0x13].values()]
         if char.strip() and char not in "<&"], 1))),
}  # fmt: skip


def seen(one: Cue) -> tuple[object, ...]:
    lines = tuple(
        tuple((char, run.look) for run in line for char in run.text if char != " ")
        for line in rich_lines(one.text)
    )
    return one.start_ms, one.end_ms, one.lines, lines, one.settings


@pytest.mark.parametrize("name", FILES)
def test_what_is_written_comes_back(name: str) -> None:
    made = FILES[name]
    assert [str(loss) for loss in losses_in(made, SCC)] == []
    text = SCC.write(made)
    back = SCC.read(text)
    assert back.losses == ()
    assert [seen(one) for one in back.document.cues] == [seen(one) for one in made.cues]
    assert SCC.write(back.document) == text


@pytest.mark.parametrize("name", FILES)
def test_ttconv_reads_what_is_written_with_the_same_words_and_times(name: str) -> None:
    from ttconv.scc.reader import to_model

    # names of its own for a caret, a dash and lines, and no colour in the way
    theirs = {
        "\u028c": "^",
        "\u2501": "—",
        "\u2503": "│",
        "\u250f": "┌",
        "\u2513": "┐",
        "\u2517": "└",
        "\u251b": "┘",
    }
    found = []
    for division in to_model(SCC.write(FILES[name])).get_body():
        for paragraph in division:
            text = "".join(map(str, _texts(paragraph)))
            letters = "".join(theirs.get(char, char) for char in text if not char.isspace())
            found.append((round(paragraph.get_begin() * 1000), round(paragraph.get_end() * 1000), letters))
    assert found == [
        (one.start_ms, one.end_ms, "".join("".join(one.lines).split())) for one in FILES[name].cues
    ]


def _texts(element: object) -> list[str]:
    from ttconv import model

    if isinstance(element, model.Text):
        return [element.get_text()]
    return [text for child in element for text in _texts(child)]  # type: ignore[attr-defined]


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="needs ffmpeg")
@pytest.mark.parametrize("name", ["two rows", "gaps", "colours", "italics", "ten hours"])
def test_ffmpeg_reads_what_is_written_with_the_same_words_and_timecodes(name: str, tmp_path: Path) -> None:
    from captious.formats.documents import read_document

    (tmp_path / "a.scc").write_text(SCC.write(FILES[name]), encoding="ascii")
    command = ["ffmpeg", "-v", "error", "-i", str(tmp_path / "a.scc"), str(tmp_path / "a.srt")]
    subprocess.run(command, check=True, capture_output=True)
    back = read_document(tmp_path / "a.srt").document
    assert ["".join("".join(one.lines).split()).replace("\\h", "") for one in back.cues] == [
        "".join("".join(one.lines).split()) for one in FILES[name].cues
    ]
    # it takes a timecode for a clock
    for mine, other in zip(FILES[name].cues, back.cues, strict=True):
        hours, minutes, seconds, frames = timecode_parts(
            frame_at(mine.start_ms, FRAME_RATE), FRAME_RATE, drop=True
        )
        clock = ((hours * 60 + minutes) * 60 + seconds) * 1000 + frames * 1000 // 30
        assert abs(other.start_ms - clock) <= 34


words = st.text(st.sampled_from("abc XYZ.,'éÉ“♪*ñ"), min_size=1, max_size=40).filter(
    lambda text: text.strip() == text
)
parts = st.lists(words, min_size=1, max_size=3)
looks = st.sampled_from([Look(), YELLOW, ITALIC, UNDERLINE, BLUE_ITALIC])


@st.composite
def captions(draw: st.DrawFn) -> Document:
    cues, clock = [], 300
    for _ in range(draw(st.integers(1, 6))):
        clock += draw(st.integers(0, 200))
        end = clock + draw(st.integers(1, 100))
        lines = [
            [Run(part + (" " if place else ""), draw(looks)) for place, part in enumerate(draw(parts))]
            for _ in range(draw(st.integers(1, 3)))
        ]  # fmt: skip
        cues.append(cue(clock, end, *lines, settings=draw(st.sampled_from(["", "line:0"]))))
        clock = end if draw(st.booleans()) else clock + 1
    return document(*cues)


@settings(max_examples=150)
@given(made=captions())
def test_every_letter_comes_back_and_nothing_is_sent_twice_at_once(made: Document) -> None:
    planned, _ = captions_of(made, FRAME_RATE)
    lines = schedule(planned).lines
    for one, other in itertools.pairwise(lines):
        assert one.frame + frames_of(one.units) <= other.frame
    back = SCC.read(SCC.write(made))
    # a single space can be in the place of two codes, and lines may be broken
    assert _letters(back.document) == _letters(made)
    late = any("in time" in loss.what for loss in losses_in(made, SCC))
    if not late:
        starts = sorted({one.start_ms for one in made.cues})
        assert sorted({one.start_ms for one in back.document.cues}) == starts


def _letters(made: Document) -> list[str]:
    return sorted("".join("".join(one.lines).split()) for one in made.cues) and sorted(
        char for one in made.cues for line in one.lines for char in line if char.strip()
    )


def test_drop_frame_times_are_exact_over_ten_hours() -> None:
    for frame in range(0, 1_080_000, 997):
        parts = timecode_parts(frame, FRAME_RATE, drop=True)
        assert timecode_ms(parts, FRAME_RATE, drop=True) == frame_ms(frame, FRAME_RATE)
    assert timecode_parts(1_078_920, FRAME_RATE, drop=True) == (10, 0, 0, 0)
    assert timecode_parts(1_800, FRAME_RATE, drop=True) == (0, 1, 0, 2)
    assert timecode_parts(1_800, FRAME_RATE) == (0, 1, 0, 0)
    assert timecode_parts(50, Fraction(25)) == (0, 0, 2, 0)


def test_a_caption_that_cannot_be_loaded_in_time_is_late_and_listed() -> None:
    made = document(
        cue(0, 60, "Right at the start."), cue(70, 75, "a" * 32, "b" * 32), cue(77, 130, "c" * 32, "d" * 32)
    )
    assert [str(loss) for loss in losses_in(made, SCC)] == [
        (
            "in-times of captions that cannot be loaded in time in 2 cues, first cue 1 "
            "(shown up to 1.27 s late; a pair of characters takes a frame)"
        )
    ]
    back = SCC.read(SCC.write(made)).document
    assert [one.lines for one in back.cues] == [one.lines for one in made.cues]
    assert all(one.end_ms > one.start_ms for one in back.cues)


@pytest.mark.parametrize(
    ("made", "losses"),
    [
        (
            document(cue(100, 150, "10 € – 中")),
            ["characters that CEA-608 does not have in 1 cue, cue 1 (€ as EUR, – as -, 中 as ?)"],
        ),
        (document(cue(100, 150, [Run("b", Look(bold=True))])), ["bold text in 1 cue, cue 1"]),
        (document(cue(100, 150, [Run("b", Look(colour="black"))])), ["black text in 1 cue, cue 1"]),
        (
            document(cue(100, 150, [Run("un"), Run("fair", CYAN), Run(" so")])),
            ["text styles that change within a word in 1 cue, cue 1"],
        ),
        (
            document(cue(100, 150, "a row of more than thirty-two columns, which is too long")),
            ["lines of more than 32 columns (broken into more lines) in 1 cue, cue 1"],
        ),
        (
            document(cue(300, 900, *["x"] * 17)),
            [
                (
                    "captions of more than the 15 rows of the picture (shown in parts, one after the other) in 1 cue, "
                    "cue 1 (17 rows)"
                )
            ],
        ),
        (
            document(cue(100, 150, "a"), cue(120, 160, "b")),
            ["captions that overlap (each takes the place of the one before) in 1 cue, cue 2"],
        ),
        (document(cue(100, 150, "a", settings="size:50%")), ["sizes and regions in 1 cue, cue 1 (size:50%)"]),
    ],
)  # fmt: skip
def test_what_the_format_cannot_hold_is_listed(made: Document, losses: list[str]) -> None:
    assert [str(loss) for loss in losses_in(made, SCC)] == losses


def test_captions_of_one_time_are_shown_together() -> None:
    made = document(cue(300, 390, "Sign", settings="line:0"), cue(300, 390, "Speech"))
    assert [seen(one)[2:] for one in SCC.read(SCC.write(made)).document.cues] == [
        seen(one)[2:] for one in made.cues
    ]


def texts(text: str) -> list[tuple[int, int, str]]:
    return [
        (frame_at(one.start_ms, FRAME_RATE), frame_at(one.end_ms, FRAME_RATE), one.text)
        for one in SCC.read(text).document.cues
    ]


def lost(text: str) -> list[str]:
    return [str(loss) for loss in SCC.read(text).losses]


def test_roll_up_captions_have_each_word_once() -> None:
    text = scc(
        ("00:00:10:00", RU2 + CR + ROW_15 + "First row "),
        ("00:00:12:00", RU2 + CR + ROW_15 + "second row"),
        ("00:00:14:00", "goes on!"),
        ("00:00:16:00", EDM),
    )
    assert texts(text) == [(306, 366, "First row"), (366, 480, "second rowgoes on!")]
    assert lost(text) == ["the rows above in roll-up captions in 2 cues, first cue 1"]


def test_paint_on_captions_are_there_from_their_first_letter_until_they_are_erased() -> None:
    text = scc(
        ("00:00:10:00", RDC + ROW_14 + "Painted " + ROW_15 + "in rows."),
        ("00:00:12:00", RDC + ROW_1 + "On top"),
        ("00:00:14:00", RDC + ROW_15 + "Over it."),
        ("00:00:16:00", EDM),
    )
    assert texts(text) == [(304, 424, "Painted\nin rows."), (364, 480, "On top"), (424, 480, "Over it.")]


def test_backspace_and_deleting_to_the_end_of_the_row() -> None:
    text = scc(
        ("00:00:10:00", RCL + ROW_15 + "Helpx\0" + BS + "!\0" + ROW_14 + "all of it" + "\0" + EOC),
        ("00:00:12:00", EDM),
    )
    assert texts(text)[0][2] == "all of it\nHelp!"
    tail = "\x17\x21" * 2
    text = scc(
        ("00:00:10:00", RCL + ROW_15 + "Hello you" + "\0" + ROW_15 + tail * 1 + DER + EOC),
        ("00:00:12:00", EDM),
    )
    assert texts(text)[0][2] == "H"


def test_extended_characters_take_the_place_of_the_letter_before() -> None:
    text = scc(
        ("00:00:10:00", RCL + ROW_15 + "E\0" + "\x12\x21" * 2 + "l " + "\x11\x37" * 4 + EOC),
        ("00:00:12:00", EDM),
    )
    assert texts(text)[0][2] == "Él ♪♪"


def test_other_channels_are_said_and_the_first_is_read() -> None:
    first = RCL + ROW_15 + "English." + EOC
    second = code(codes.RCL, "\x1c") + "\x1c\x70" * 2 + "Espanol." + code(codes.EOC, "\x1c")
    third = code(codes.RCL, "\x15") + ROW_15 + "Field two" + "\0" + code(codes.EOC, "\x15")
    text = scc(
        ("00:00:10:00", first),
        ("00:00:11:00", second),
        ("00:00:12:00", third),
        ("00:00:14:00", EDM + code(codes.EDM, "\x1c")),
    )
    assert [one[2] for one in texts(text)] == ["English."]
    assert lost(text)[:2] == [
        "captions of channel CC2 (1 caption, first: Espanol.)",
        "captions of channel CC3 (1 caption, first: Field two)",
    ]
    assert [one[2] for one in texts(scc(("00:00:11:00", second)))] == ["Espanol."]


def test_what_is_wrong_in_a_file_is_listed_and_the_rest_read() -> None:
    text = scc(
        ("00:00:10;00", RCL + ROW_15 + "Whole" + "\0" + EOC),
        ("00:00:12;00", RCL + ROW_15 + "Never shown" + "\0"),
    )
    text = text.replace("5768", "d768").replace("\n\n00:00:12", " zzzz\nfree text\n00:00:12")
    assert texts(text)[0][2] == "Whole"
    assert lost(text) == [
        "text that is loaded and never shown (1, first 'Never shown')",
        "the end of the last caption (3 s assumed) in 1 cue, cue 1",
        "what is no pair of bytes (line 3: zzzz)",
        "lines without a timecode (1, first line 4: free text)",
    ]


def test_rows_that_are_too_long_keep_their_letters() -> None:
    text = scc(("00:00:10;00", RCL + ROW_15 + "x" * 40 + EOC), ("00:00:14;00", EDM))
    assert texts(text)[0][2] == "x" * 40


def test_rows_far_apart_are_captions_of_their_own() -> None:
    text = scc(("00:00:10;00", RCL + ROW_1 + "Sign" + ROW_15 + "Speech" + EOC), ("00:00:14;00", EDM))
    assert [(one.lines, one.settings) for one in SCC.read(text).document.cues] == [
        (("Sign",), "line:0"),
        (("Speech",), ""),
    ]


def test_what_is_no_file_is_refused() -> None:
    for text in ("hello", "Scenarist_SCC V1.0\n", "Scenarist_SCC V1.0\n\n00:00:01;00\t942c 942c\n"):
        with pytest.raises(FormatError, match="SCC"):
            SCC.read(text)


def test_a_gap_of_one_frame_has_no_room_for_clearing() -> None:
    made = document(cue(300, 330, "One."), cue(331, 400, "Two."))
    back = SCC.read(SCC.write(made)).document
    assert [(one.start_ms, one.end_ms) for one in back.cues] == [
        (made.cues[0].start_ms, made.cues[1].start_ms),
        (made.cues[1].start_ms, made.cues[1].end_ms),
    ]


def test_timecodes_begin_and_count_as_the_user_says() -> None:
    made = VTT.write(document(cue(10, 190, "Hello."), cue(1_700, 1_900, "Later."))).encode()
    text = captious.convert(made, to="scc", start="01:00:00:00", non_drop=True).text
    # what is before the start has room for loading
    assert [line[:11] for line in text.split("\n\n")[1:]] == [
        "00:59:59:29", "01:00:00:10", "01:00:06:10", "01:00:56:09", "01:00:56:20", "01:01:03:10",
    ]  # fmt: skip
    assert captious.convert(text.encode(), to="scc").text.count(";") == 0
    assert ";" in captious.convert(made, to="scc").text


def test_a_caption_of_more_rows_than_the_picture_is_shown_in_parts() -> None:
    words = [f"word{number}" for number in range(600)]
    back = SCC.read(
        SCC.write(document(cue(3_000, 30_000, " ".join(words)), cue(30_000, 30_100, "End.")))
    ).document
    assert [word for one in back.cues[:-1] for line in one.lines for word in line.split()] == words
    assert max(len(one.lines) for one in back.cues) == 4
    assert all(one.end_ms == other.start_ms for one, other in itertools.pairwise(back.cues))


def test_rows_of_cues_with_one_time_stand_in_their_order() -> None:
    made = document(cue(3_000, 3_100, "One."), cue(3_000, 3_100, "Two."), cue(3_000, 3_050, *["x"] * 14))
    back = SCC.read(SCC.write(made)).document
    assert [one.lines for one in back.cues] == [("One.", "Two."), ("x",) * 14]


def test_many_rows_in_few_frames_keep_their_words() -> None:
    made = document(cue(3_000, 3_001, *["x"] * 40), cue(3_001, 3_002, "y"))
    back = SCC.read(SCC.write(made)).document
    assert [line for one in back.cues for line in one.lines] == [*["x"] * 40, "y"]


def test_rows_without_a_text_style_are_known_as_such_and_need_no_markup() -> None:
    made = SCC.write(document(cue(3_000, 3_100, "White.", [Run("Red.", Look(colour="red"))], "White again.")))
    (channel,) = decode(read_lines(made.split("\n"), FRAME_RATE)).channels.values()
    looks = [run.look for row in channel.shown[0].rows for run in row.line]
    assert [look is PLAIN for look in looks] == [True, False, True]
