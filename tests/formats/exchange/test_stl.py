"""EBU STL: thirty files of our own, byte for byte and as ttconv reads them; and what the format cannot hold."""

from __future__ import annotations

import io
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

import captious
from captious.core.clock import parse_frame_rate
from captious.core.cue import Cue
from captious.core.document import Document, Note
from captious.errors import FormatError, OptionError
from captious.formats.base import Use
from captious.formats.encoding import decode as decode_file
from captious.formats.exchange.build import make_cue
from captious.formats.exchange.rich import PLAIN, Look, Run, cue_text
from captious.formats.exchange.stl import blocks, text_field
from captious.formats.exchange.stl.blocks import Block, Gsi
from captious.formats.exchange.stl.languages import code_of, language_of
from captious.formats.exchange.stl.subtitles import plan_of, subtitles
from captious.formats.exchange.stl.tables import TABLES, best_table, decode, encode
from captious.formats.losses import losses_in
from captious.formats.registry import VTT, by_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from captious.formats.exchange.rich import Line
    from captious.formats.exchange.stl.text_field import Written

STL = by_name("stl", Use.WRITE)
YELLOW, CYAN, LIME = Look(colour="yellow"), Look(colour="cyan"), Look(colour="lime")
ITALIC, UNDERLINE = Look(italic=True), Look(underline=True)
BOTH = Look(italic=True, underline=True)

LATIN = (
    "Où est l’île ? À côté du château, là.",
    "Grüße aus Köln, heißt es – ÄÖÜ äöü.",
    "Žluťoučký kůň úpěl ďábelské ódy.",
    "Zażółć gęślą jaźń. ĄĆĘŁŃÓŚŹŻ",
    "¿Qué pasó? ¡Mañana, niño!",
    "Árvíztűrő tükörfúrógép, ŐŰ",
    "Ærø, Ångström, Þórður, Øresund",
    "Ĉu vi ŝatas ĝin? Ŭa! ģ Ķ ļ ņ",
    "♪ La ♪ “quoted” «so» £5 ½ 10° ×2 © ®",
    "Çok güzel, İstanbul ığdır şey",
)
OTHERS = (
    ("ru", "Привет, мир! Ёлка №"),
    ("ar", "مرحبا بالعالم؟"),
    ("el", "Καλημέρα, κόσμε! Άλλο ΐ"),
    ("he", "שלום עולם, מה נשמע?"),
)


def cue(start: int, end: int, *lines: list[Run] | str, settings: str = "") -> Cue:
    rows = [[Run(line)] if isinstance(line, str) else line for line in lines]
    return make_cue(start * 40, end * 40, rows, settings=settings)


def document(*cues: Cue, notes: tuple[Note, ...] = (), language: str | None = None) -> Document:
    return VTT.normalise(Document("vtt", cues, notes=notes, language=language))


LONG = "A long row that fills its columns, ó"
FILES: dict[str, Document] = {
    "one": document(cue(25, 75, "Hello.")),
    "two rows": document(cue(25, 75, "Hello,", "you there."), cue(75, 100, "Yes?")),
    "three rows": document(cue(0, 1, "a", "b", "c")),
    "colours": document(
        cue(1, 50, [Run("Yellow", YELLOW)], [Run("cyan", CYAN)]),
        cue(50, 80, [Run("white then "), Run("lime", LIME)]),
        cue(
            80,
            99,
            [
                Run("red ", Look(colour="red")),
                Run("and ", Look(colour="blue")),
                Run("pink", Look(colour="magenta")),
            ],
        ),
    ),
    "colour of one word": document(cue(5, 50, [Run("one "), Run("two ", YELLOW), Run("three")])),
    "spaces": document(cue(5, 50, [Run("two  spaces  "), Run("here", CYAN)], "and  there")),
    "top": document(cue(1, 50, "Top", settings="line:0"), cue(60, 90, "Top", "too", settings="line:0")),
    "middle": document(cue(1, 50, "Middle", settings="line:43.5%")),
    "sides": document(
        cue(1, 50, "left", settings="align:left"),
        cue(51, 60, "right", settings="align:right"),
        cue(61, 70, "top left", settings="line:0 align:left"),
    ),
    "italics": document(
        cue(1, 50, [Run("All of it", ITALIC)]),
        cue(50, 70, [Run("a "), Run("word", ITALIC), Run(" in it")], [Run("plain")]),
        cue(70, 90, [Run("two", ITALIC)], [Run("rows", ITALIC)]),
    ),
    "underlined": document(
        cue(1, 50, [Run("under", UNDERLINE), Run("lined and ", PLAIN), Run("both", BOTH)])
    ),
    "open at the top": document(cue(1, 50, [Run("Top", ITALIC)], [Run("rows")], settings="line:0")),
    "many blocks": document(cue(1, 50, *[LONG] * 3), cue(50, 60, "next"), cue(60, 90, *[LONG] * 9)),
    "accents over the end of a block": document(
        *(cue(n * 9, n * 9 + 8, "é" * 34, "é" * n) for n in range(10, 34))
    ),
    "comments": document(
        cue(1, 50, "a"),
        cue(60, 70, "b"),
        notes=(Note("before all", 0), Note("before b", 1), Note("after", 2)),
    ),
    "added one by one": document(
        cue(1, 90, "First"), cue(30, 90, "second"), cue(60, 90, "third"), cue(95, 99, "x")
    ),
    "ten hours": document(cue(25 * 36_000, 25 * 36_000 + 1, "late"), cue(25 * 80_000, 25 * 80_001, "later")),
    "many": document(*(cue(n * 50, n * 50 + 49, f"Subtitle {n}") for n in range(700))),
    "one frame each": document(*(cue(n, n + 1, f"{n}") for n in range(60))),
    "signs": document(cue(1, 50, "{a} [b] <c> & d | e ~ f ^ g ` h", "\\ i _ j # k @ l $5 %")),
} | {
    **{
        f"latin {number}": document(cue(1, 50, text.replace("–", "-")))
        for number, text in enumerate(LATIN, 1)
    },
    **{language: document(cue(1, 50, text), language=language) for language, text in OTHERS},
}


def test_there_are_thirty_files() -> None:
    assert len(FILES) >= 30


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_ours_comes_back_byte_for_byte(name: str) -> None:
    data = STL.encode(STL.write(FILES[name]))
    assert (len(data) - blocks.GSI_SIZE) % blocks.TTI_SIZE == 0
    back = STL.read(decode_file(data).text)
    assert back.losses == ()
    assert back.findings == ()
    assert STL.encode(STL.write(back.document)) == data
    assert [_seen(one) for one in back.document.cues] == [_seen(one) for one in FILES[name].cues]
    assert [note.text for note in back.document.notes] == [note.text for note in FILES[name].notes]


def _seen(one: Cue) -> tuple[object, ...]:
    # what is added below has a row of its own, which is a position
    settings = "" if one.end_ms == 3600 else one.settings
    return one.start_ms, one.end_ms, tuple(normalize("NFC", line) for line in one.lines), settings


@pytest.mark.parametrize("name", FILES)
def test_ttconv_reads_a_file_of_ours_with_the_same_text_colours_and_times(name: str) -> None:
    ours = FILES[name]
    theirs = _by_ttconv(STL.encode(STL.write(ours)))
    expected = [(one.start_ms, one.end_ms, "".join(_letters(one))) for one in ours.cues]
    assert [
        (start, end, "".join(letter for letter, _ in letters)) for start, end, letters in theirs
    ] == expected
    if all(look != "i" for _, _, letters in theirs for _, look in letters):
        assert [look for _, _, letters in theirs for _, look in letters] == [
            look for one in ours.cues for look in _looks(one)
        ]


def _letters(one: Cue) -> str:
    # ttconv drops spaces beside other spaces and beside codes
    return normalize("NFC", "".join(one.lines)).replace(" ", "")


def _looks(one: Cue) -> list[str | None]:
    from captious.formats.exchange.rich import rich_lines

    return [
        run.look.colour
        for line in rich_lines(one.text)
        for run in line
        for letter in run.text
        if letter != " "
    ]


def _by_ttconv(data: bytes) -> list[tuple[int, int, list[tuple[str, str | None]]]]:
    from ttconv import model
    from ttconv.stl.reader import to_model
    from ttconv.style_properties import FontStyleType, NamedColors, StyleProperties

    colours = {colour.value: colour.name for colour in NamedColors} | {
        NamedColors.cyan.value: "cyan",
        NamedColors.magenta.value: "magenta",
    }
    found: list[tuple[int, int, list[tuple[str, str | None]]]] = []

    def gather(element: object, letters: list[tuple[str, str | None]], look: str | None) -> None:
        for child in element:  # type: ignore[attr-defined]
            if isinstance(child, model.Text):
                text = normalize("NFC", child.get_text()).replace(" ", "")
                letters += [(letter, look) for letter in text]
                continue
            colour = child.get_style(StyleProperties.Color)
            inner = look
            if colour is not None:
                inner = colours[colour] if colours[colour] != "white" else None
            if child.get_style(StyleProperties.FontStyle) is FontStyleType.italic:
                inner = "i"
            if child.get_begin() is not None:
                own: list[tuple[str, str | None]] = []
                gather(child, own, inner)
                found.append((round(child.get_begin() * 1000), round(child.get_end() * 1000), own))
            else:
                gather(child, letters, inner)

    body = to_model(io.BytesIO(data)).get_body()
    for division in body:
        for paragraph in division:
            letters: list[tuple[str, str | None]] = []
            at = len(found)
            gather(paragraph, letters, None)
            if letters:
                times = round(paragraph.get_begin() * 1000), round(paragraph.get_end() * 1000)
                found.insert(at, (*times, letters))
    return found


def test_no_letter_is_replaced_without_being_listed() -> None:
    made = document(cue(1, 50, "10 € … „so“ – 中"))
    assert [str(loss) for loss in losses_in(made, STL)] == [
        'characters that the code table does not have in 1 cue, cue 1 (€ as EUR, … as ..., „ as ", – as -, 中 as ?)'
    ]
    assert STL.read(STL.write(made)).document.cues[0].lines == ('10 EUR ... "so“ - ?',)


@pytest.mark.parametrize(
    ("made", "losses"),
    [
        (document(cue(1, 50, [Run("bold", Look(bold=True))])), ["bold text in 1 cue, cue 1"]),
        (
            document(cue(1, 50, [Run("a", YELLOW)]), cue(50, 60, [Run("b", ITALIC)])),
            ["italic or underlined text (teletext has none) in 1 cue, cue 2"],
        ),
        (
            document(cue(1, 50, "x" * 38)),
            ["lines of more than 40 columns (broken into more lines) in 1 cue, cue 1"],
        ),
        (document(cue(1, 50, *["x"] * 12)), ["rows below the picture (it has 23) in 1 cue, cue 1 (24 rows)"]),
        (
            document(cue(1, 50, "a"), cue(20, 60, "b")),
            ["captions that overlap (each takes the place of the one before) in 1 cue, cue 2"],
        ),
        (
            document(cue(1, 50, [Run("un"), Run("fair", CYAN), Run(" so")])),
            ["colours that change within a word in 1 cue, cue 1"],
        ),
        (
            document(replace(cue(1, 50, "a"), end_ms=1001)),
            ["exact times (rounded to frames, 25 a second) in 1 cue, cue 1"],
        ),
        (
            document(cue(1, 50, "a", settings="position:10% line:0")),
            ["positions from side to side, sizes and regions in 1 cue, cue 1 (position:10%)"],
        ),
        (document(Cue(40, 80, "", ())), ["cues without text in 1 cue, cue 1"]),
    ],
)  # fmt: skip
def test_what_the_format_cannot_hold_is_listed(made: Document, losses: list[str]) -> None:
    assert [str(loss) for loss in losses_in(made, STL)] == losses


def file(*written: Block, **fields: str) -> str:
    gsi = Gsi(**{"tnb": f"{len(written):05d}", "tns": f"{len(written):05d}"} | fields)
    return blocks.pack_gsi(gsi) + "".join(map(blocks.pack_block, written))


def block(text: str, *, number: int = 0, start: int = 1, end: int = 2, **others: int) -> Block:
    made = Block(0, number, blocks.LAST_BLOCK, 0, (10, 0, start, 0), (10, 0, end, 0), 20, 2, 0, text)
    return made._replace(**others)  # type: ignore[arg-type]


def test_a_file_of_others_is_read() -> None:
    text = file(
        block("\x0d\x0b\x0bA row\x0a\x0a\x8a\x8a\x0d\x03\x0b\x0bbelow\x0a\x0a"),
        block("user data", number=1, extension=0xFE),
        block("begun ", number=1, extension=0),
        block("and ended", number=1, start=2, end=3),
        block("note", number=2, comment=1),
        block("\x80slanted\x8aboth\x81 \x82under\x83", number=3, start=4, end=5, row=1),
        block("\x1c\x02\x1dGreen\x08\x99\x8fgarbage", number=4, start=6, end=7),
        dsc="1",
        tcp="10000000",
        lc="09",
    )
    reading = STL.read(text + "tail")
    made = reading.document
    assert made.language == "en"
    assert [(one.start_ms, one.end_ms, one.text, one.settings) for one in made.cues] == [
        (1000, 2000, "A row\n<c.yellow>below</c>", ""),
        (2000, 3000, "begun and ended", ""),
        (4000, 5000, "<i>slanted</i>\nboth <u>under</u>", "line:0"),
        (6000, 7000, "<c.lime>Green</c>", ""),
    ]
    assert [note.text for note in made.notes] == ["note"]
    assert reading.delivery is not None
    assert reading.delivery.start == (10, 0, 0, 0)
    assert [str(loss) for loss in reading.losses] == [
        "a block that is cut off at the end (4 of 128 bytes)",
        "blocks of user data (1)",
        "text after the end of a text field in 1 cue, cue 4 (garbage)",
        "background colours in 1 cue, cue 4 (lime)",
        "flashing text in 1 cue, cue 4",
        "codes that EBU STL does not have in 1 cue, cue 4 (99)",
    ]


def test_italics_of_open_subtitles_go_on_in_the_next_row() -> None:
    made = STL.read(file(block("\x80one\x8atwo\x81"), dsc="0")).document
    assert made.cues[0].text == "<i>one</i>\n<i>two</i>"


def test_a_control_code_of_teletext_is_a_space_and_one_of_open_subtitles_is_none() -> None:
    assert STL.read(file(block("one\x03two \x06three"))).document.cues[0].lines == ("one two three",)
    assert STL.read(file(block("un\x80fair\x81ness"), dsc="0")).document.cues[0].lines == ("unfairness",)


def test_times_count_from_the_start_only_if_all_are_after_it() -> None:
    early = block("a")._replace(start=(9, 59, 59, 0))
    made = STL.read(file(early, tcp="10000000")).document
    assert made.cues[0].start_ms == 35_999_000


def test_times_of_thirty_frames_are_drop_frame_timecodes() -> None:
    one = block("a")._replace(start=(10, 0, 0, 0), end=(10, 0, 0, 15))
    made = STL.read(file(one, dfc="STL30.01")).document
    assert (made.cues[0].start_ms, made.cues[0].end_ms) == (35_999_964, 36_000_465)
    dropped = one._replace(start=(9, 59, 0, 0))
    assert STL.read(file(dropped, dfc="STL30.01")).document.cues[0].start_ms == 35_940_000


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("hello", "not EBU STL"),
        ("850STL25.01", "cut off within its header"),
        (file(block("a"), dfc="STL99.01"), "unknown frame rate in the header: STL99.01"),
        (file(), "no captions in this EBU STL file"),
    ],
)
def test_what_is_no_file_is_refused(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        STL.read(text)


@pytest.mark.parametrize(
    ("rate", "code", "end"),
    [
        (None, "STL25.01", 40),
        ("50", "STL25.01", 40),
        ("29.97", "STL30.01", 33),
        ("30", "STL30.01", 33),
        ("24", "STL24.01", 42),
    ],
)
def test_times_are_on_frames_of_the_video(rate: str | None, code: str, end: int) -> None:
    made = document(Cue(0, 40, "a", ("a",)), Cue(3_600_000, 3_601_000, "b", ("b",)))
    frame_rate = None if rate is None else parse_frame_rate(rate)
    text = STL.write(made, frame_rate=frame_rate)
    assert text[3:11] == code
    back = STL.read(text).document
    assert back.cues[0].end_ms == end
    assert abs(back.cues[1].start_ms - 3_600_000) <= 21
    with pytest.raises(OptionError, match="no times at 12"):
        STL.write(made, frame_rate=parse_frame_rate("12"))


def test_a_title_a_start_and_a_language_are_in_the_header() -> None:
    made = captious.convert(
        VTT.write(document(cue(25, 75, "Hallo."))).encode(),
        to="stl",
        title="Märchen – 1",
        start="10:00:00:00",
        language="de",
    )
    gsi = blocks.unpack_gsi(made.text)
    assert gsi.opt.rstrip() == "M\x84rchen - 1"
    assert (gsi.tcp, gsi.tcf, gsi.lc) == ("10000000", "10000100", "08")
    assert [str(loss) for loss in made.losses] == ["a part of the title (written as Märchen - 1)"]
    back = captious.convert(STL.encode(made.text), to="vtt")
    assert back.captions.document.cues[0].start_ms == 1000
    assert [str(loss) for loss in back.losses] == [
        "the timecode of the start, from which times count (10:00:00:00)"
    ]


def test_a_file_that_is_written_again_keeps_its_header() -> None:
    text = file(
        block("\x0d\x0b\x0bA row\x0a\x0a", row=22),
        dsc="2", tcp="10000000", tcf="10000100", lc="09", opt="Title", pub="Publisher", co="GBR", cd="010203",
        uda="own",
    )  # fmt: skip
    made = captious.convert(STL.encode(text), to="stl")
    assert made.text == text
    assert made.losses == ()
    assert (
        blocks.unpack_gsi(captious.convert(STL.encode(text), to="stl", title="Other").text).pub.rstrip()
        == "Publisher"
    )


def test_an_option_without_a_place_is_refused() -> None:
    with pytest.raises(OptionError, match="WebVTT has no place for --title"):
        captious.convert(STL.encode(file(block("a"))), to="vtt", title="Title")
    with pytest.raises(OptionError, match="not a timecode: '10'"):
        captious.convert(STL.encode(file(block("a"))), to="stl", start="10")


def test_a_header_and_a_block_are_packed_as_they_were() -> None:
    data = bytes(range(256)) * 5
    text = data.decode("latin-1")[:1024]
    assert blocks.pack_gsi(blocks.unpack_gsi(text)) == text
    assert "".join(map(blocks.pack_block, blocks.unpack_blocks(text + text))) == text


@pytest.mark.parametrize("table", TABLES)
@given(data=st.binary(max_size=60))
def test_any_bytes_of_a_table_are_read(table: str, data: bytes) -> None:
    text = "".join(char for char in data.decode("latin-1") if " " <= char <= "\x7f" or char >= "\xa0")
    shown = decode(text, table)
    back, missing = encode(shown.replace("\ufffd", ""), table)
    if "\ufffd" not in shown and not missing:
        assert normalize("NFC", decode(back, table)) == normalize("NFC", shown)


def test_the_table_is_chosen_by_the_letters() -> None:
    assert [best_table(text) for _, text in OTHERS] == ["01", "02", "03", "04"]
    assert best_table("café") == "00"
    assert best_table("ten € … or – so №") == "00"


def test_languages_have_codes() -> None:
    assert (code_of("de-AT"), language_of("08"), code_of("nb"), code_of(None), language_of("00")) == (
        "08", "de", "1E", "00", None,
    )  # fmt: skip


def test_captions_made_for_broadcasters_say_what_their_notation_cannot_hold() -> None:
    made = captious.caption("Ann: That costs ten € … or so.\n", to=("stl", "scc"), duration_ms=20_000)
    lost = [row.text for row in made.rows if row.label == "loses"]
    # of all rows, not of the first
    assert sum("€ as EUR" in text and "… as ..." in text for text in lost) == 2
    assert {text.partition(":")[0] for text in lost} == {"stl", "scc"}
    assert not any("exact times" in text for text in lost)


def test_a_transcript_is_made_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "talk.stl"
    path.write_bytes(
        STL.encode(STL.write(document(cue(25, 75, "Hello there, you."), cue(80, 150, "And welcome."))))
    )
    assert "Hello there, you. And welcome." in " ".join(captious.transcript(path).texts.values())


def test_a_long_line_is_broken_at_its_spaces() -> None:
    made = document(cue(25, 75, "Words that go on until they would not fit into a row of teletext any more."))
    assert STL.read(STL.write(made)).document.cues[0].lines == (
        "Words that go on until they would not",
        "fit into a row of teletext any more.",
    )


@pytest.mark.parametrize(
    ("text", "width"),
    [("été passé à ", 37), ("<c.red>été passé</c> à ", 36), ("<i>été</i> passé à ", 40), ("é", 37)],
)
def test_a_line_of_any_length_is_laid_out_once_for_each_row(
    text: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out = []

    def counted(write: Callable[..., Written]) -> Callable[..., Written]:
        def write_row(line: Line, table: str, *, language: str) -> Written:
            laid_out.append(sum(len(run.text) for run in line))
            return write(line, table, language=language)

        return write_row

    for name in ("write_teletext", "write_open"):
        monkeypatch.setattr(text_field, name, counted(getattr(text_field, name)))
    read = document(cue(25, 75, (text * 200).strip()))
    (subtitle,) = subtitles(read, plan_of(read), Fraction(25))
    whole, *pieces = laid_out
    assert len(pieces) == len(subtitle.rows)
    assert max(pieces) <= width
    # no row of some letters after a full one
    assert len(pieces) <= whole / (width - 12) + 1


def test_a_row_of_as_many_runs_as_letters_becomes_one_run_of_its_text() -> None:
    row = "\x0b\xc2e" * 500 + " \x0b" * 500
    (line,) = text_field.read_field(row, "00", teletext=True).lines
    assert len(line) == 500
    assert cue_text([line]) == " ".join("é" * 500)
