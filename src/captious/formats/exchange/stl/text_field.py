"""The text field of EBU STL: rows with colours of teletext, and italics and underlining of open subtitles.

Sources:
    EBU Tech 3264-E, §4.3 (text field): 00 to 1F are the control codes of teletext, 80 to 85 those of open subtitles
    (italics, underlining, boxing), 8A begins a row, 8F is space that is not used; the others are reserved.
    ETSI EN 300 706, §12.2: a control code of teletext takes a column, which is shown as a space; every row begins in
    white; 0D is double height, which takes two rows.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.exchange.rich import PLAIN, Look, Run, trim
from captious.formats.exchange.stl.blocks import UNUSED
from captious.formats.exchange.stl.tables import UNKNOWN, decode, encode

if TYPE_CHECKING:
    from captious.formats.exchange.rich import Line

NEW_ROW = "\x8a"
COLUMNS = 40
_COLOURS = ("black", "red", "lime", "yellow", "blue", "magenta", "cyan", "white")
_PIECE = re.compile(r"[\x20-\x7f\xa0-\xff]+|[\x00-\x1f\x80-\x9f]")
_CONTROL = re.compile(r"[\x00-\x1f\x80-\x9f]")
_USUAL_ROW = re.compile(r"(?:\x0d?([\x00-\x07]?)\x0b\x0b)?([\x20-\x7e]*)(?:\x0a\x0a)?").fullmatch
"""A row of teletext in one colour: hardly any is another one."""
_COLOUR_LOOKS = {chr(code): Look(colour=name) for code, name in enumerate(_COLOURS)} | {
    "\x07": PLAIN,
    "": PLAIN,
    None: PLAIN,
}
_ITALIC, _PLAIN_SLANT, _UNDERLINE, _NO_UNDERLINE = "\x80", "\x81", "\x82", "\x83"
_DOUBLE_HEIGHT, _START_BOX, _END_BOX = "\x0d", "\x0b", "\x0a"
_BLACK_GROUND, _NEW_GROUND = "\x1c", "\x1d"
_SILENT = frozenset("\x09\x0a\x0b\x0c\x0d\x84\x85")
"""Codes that change nothing that a document holds: steady, boxes, and the height of a row."""

GROUNDS, GRAPHICS, FLASHING, CONCEALED = (
    "background colours",
    "graphics of teletext",
    "flashing text",
    "concealed text",
)
ILLEGAL, NO_LETTER, AFTER = (
    "codes that EBU STL does not have",
    "characters that the code table does not have",
    "text after the end of a text field",
)
_ODD = {"\x08": FLASHING, "\x18": CONCEALED} | {
    chr(code): GRAPHICS for code in (*range(0x10, 0x18), 0x19, 0x1A)
}
_WITHOUT_LOSS = frozenset("\x1b\x1e\x1f\x0e\x0f")


class Field(NamedTuple):
    """What a text field says: its lines, whether its rows have double height, and what a document cannot hold."""

    lines: tuple[Line, ...]
    double: bool
    odd: dict[str, str]


def read_field(text: str, table: str, *, teletext: bool, language: str = "") -> Field:
    """Reads the text of a subtitle.

    Args:
        text: the text fields of its blocks, joined, without the space that is not used.
        table: the number of its character table.
        teletext: whether it is a subtitle of teletext, whose rows each begin in white.
        language: the language code of the header.
    """
    odd: dict[str, str] = {}
    text, _, after = text.partition(UNUSED)
    if after and _CONTROL.sub("", after).strip():
        odd[AFTER] = decode(_CONTROL.sub("", after), table, language=language).strip()
    if _CONTROL.search(text) is None:
        shown = decode(text, table, language=language)
        if UNKNOWN in shown:
            odd[NO_LETTER] = _hexadecimal(text)
        line = trim((Run(shown),))
        return Field((line,) if line else (), False, odd)
    lines: list[Line] = []
    look = PLAIN
    for row in text.split(NEW_ROW):
        usual = _USUAL_ROW(row) if teletext else None
        if usual is not None:
            if bare_text := usual[2].strip():
                lines.append((Run(bare_text, _COLOUR_LOOKS[usual[1]]),))
            continue
        runs, look = _read_row(row, PLAIN if teletext else look, table, language, odd)
        if bare := trim(runs):
            lines.append(bare)
    return Field(tuple(lines), _DOUBLE_HEIGHT in text, odd)


def _read_row(row: str, look: Look, table: str, language: str, odd: dict[str, str]) -> tuple[list[Run], Look]:
    runs: list[Run] = []
    gap = False
    for piece in _PIECE.findall(row):
        if piece > "\x1f" and not "\x80" <= piece[0] <= "\x9f":
            shown = decode(piece, table, language=language)
            if UNKNOWN in shown:
                odd.setdefault(NO_LETTER, _hexadecimal(piece))
            if gap and runs and runs[-1].text[-1:] != " " and shown[:1] != " ":
                runs[-1] = replace(runs[-1], text=runs[-1].text + " ")
            gap = False
            runs.append(Run(shown, look))
            continue
        gap = gap or piece < "\x20"
        if piece <= "\x07":
            name = _COLOURS[ord(piece)]
            look = replace(look, colour=None if name == "white" else name)
        elif piece in (_ITALIC, _PLAIN_SLANT):
            look = replace(look, italic=piece == _ITALIC)
        elif piece in (_UNDERLINE, _NO_UNDERLINE):
            look = replace(look, underline=piece == _UNDERLINE)
        elif piece == _NEW_GROUND:
            if look.colour != "black":
                odd.setdefault(GROUNDS, look.colour or "white")
        elif piece in _ODD:
            odd.setdefault(_ODD[piece], "")
        elif piece not in _SILENT and piece != _BLACK_GROUND and piece not in _WITHOUT_LOSS:
            odd.setdefault(ILLEGAL, f"{ord(piece):02X}")
    return runs, look


def _hexadecimal(text: str) -> str:
    return " ".join(f"{ord(char):02X}" for char in text if char > "\x7f")[:40]


class Written(NamedTuple):
    """A line as a row: its bytes, its columns, what was written for characters that the table lacks, and whether a
    change of colour within a word was left out."""

    row: str
    columns: int
    missing: dict[str, str]
    colour_lost: bool = False


def write_teletext(line: Line, table: str, *, language: str = "") -> Written:
    """A line as a row of teletext: double height, boxed, a colour code in the place of a space.

    A colour that begins within a word begins after it, for its code would part the word.
    """
    colours: list[str | None] = []
    text = ""
    for run in line:
        text += run.text
        colours += [run.look.colour] * len(run.text)
    pieces: list[str] = []
    lost = False
    missing: dict[str, str] = {}
    now = colours[0] if colours else None
    head = _DOUBLE_HEIGHT + (_colour_code(now) if now else "") + _START_BOX * 2
    columns = boxed_columns(coloured=bool(now))
    begin = 0

    def put(part: str) -> int:
        encoded, lacking = encode(part, table, language=language)
        missing.update(lacking)
        pieces.append(encoded)
        return len(decode(encoded, table, language=language))

    for place in range(1, len(text)):
        wanted = colours[place]
        if wanted == now or text[place] == " ":
            continue
        if text[place - 1] != " ":
            lost = True
            continue
        # the code is the space; of several, all stay, so that reading gives them back
        several = place > 1 and text[place - 2] == " "
        columns += put(text[begin : place if several else place - 1]) + 1
        pieces.append(_colour_code(wanted))
        begin, now = place, wanted
    columns += put(text[begin:])
    return Written(f"{head}{''.join(pieces)}{_END_BOX * 2}", columns, missing, lost)


def boxed_columns(*, coloured: bool) -> int:
    """The columns that the codes before the text of a row of teletext take: its height, its box, its colour."""
    return 3 + coloured


def write_open(line: Line, table: str, *, language: str = "") -> Written:
    """A line as a row of an open subtitle, with italics and underlining that end with it."""
    look = PLAIN
    pieces: list[str] = []
    columns = 0
    missing: dict[str, str] = {}
    for run in line:
        if run.look.italic != look.italic:
            pieces.append(_ITALIC if run.look.italic else _PLAIN_SLANT)
        if run.look.underline != look.underline:
            pieces.append(_UNDERLINE if run.look.underline else _NO_UNDERLINE)
        look = run.look
        encoded, lacking = encode(run.text, table, language=language)
        missing.update(lacking)
        pieces.append(encoded)
        columns += len(decode(encoded, table, language=language))
    pieces.append((_PLAIN_SLANT if look.italic else "") + (_NO_UNDERLINE if look.underline else ""))
    return Written("".join(pieces), columns, missing)


def _colour_code(name: str | None) -> str:
    return chr(_COLOURS.index(name or "white"))
