"""The codes of CEA-608: characters, control codes, rows and text styles.

Sources:
    CTA-608-E, as 47 CFR 79.101 publishes it (characters, preamble address codes, mid-row codes, miscellaneous control
    codes, their doubling, odd parity) and as the tables of ttconv and FFmpeg confirm it (extended characters).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

ROWS, COLUMNS = 15, 32

RCL, BS, DER, RU2, RU3, RU4, FON, RDC, TR, RTD, EDM, CR, ENM, EOC = (
    0x20, 0x21, 0x24, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F,
)  # fmt: skip
"""Second bytes of the miscellaneous control codes, whose first byte is 14."""

_BASIC = {
    0x2A: "á",
    0x5C: "é",
    0x5E: "í",
    0x5F: "ó",
    0x60: "ú",
    0x7B: "ç",
    0x7C: "÷",
    0x7D: "Ñ",
    0x7E: "ñ",
    0x7F: "█",
}
BASIC = {code: _BASIC.get(code, chr(code)) for code in range(0x20, 0x80)} | {0: ""}
"""Characters of one byte; a zero only fills a pair."""
SPECIAL = dict(zip(range(0x30, 0x40), "®°½¿™¢£♪à\u00a0èâêîôû", strict=True))
"""Second bytes after 11. The tenth is a space that shows the picture."""
EXTENDED = {
    0x12: dict(zip(range(0x20, 0x40), "ÁÉÓÚÜü‘¡*'—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»", strict=True)),
    0x13: dict(zip(range(0x20, 0x40), "ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤│ÅåØø┌┐└┘", strict=True)),
}
"""Second bytes after 12 and 13: characters that take the place of the one before, for decoders that lack them."""

COLOURS = ("white", "lime", "blue", "cyan", "red", "yellow", "magenta")
"""Colours by half the code; what CEA-608 calls green is WebVTT's lime."""

_ROW_CODES = (
    (0x11, 0x40), (0x11, 0x60), (0x12, 0x40), (0x12, 0x60), (0x15, 0x40), (0x15, 0x60), (0x16, 0x40), (0x16, 0x60),
    (0x17, 0x40), (0x17, 0x60), (0x10, 0x40), (0x13, 0x40), (0x13, 0x60), (0x14, 0x40), (0x14, 0x60),
)  # fmt: skip
_ROW_OF = {code: row for row, code in enumerate(_ROW_CODES, 1)}

ODD_PARITY = bytes(code | (0 if code.bit_count() % 2 else 0x80) for code in range(0x80)) * 2
"""Each byte of seven bits with its parity bit; the inverse is to drop the highest bit."""
SEVEN_BITS = bytes(range(0x80)) * 2
"""Each byte without its parity bit."""


class Style(NamedTuple):
    """A text style of a row or a part of it; ``colour`` is ``None`` where the code leaves it."""

    colour: str | None = "white"
    italic: bool = False
    underline: bool = False


class Preamble(NamedTuple):
    """A preamble address code: the row from 1, the column from 0, and the style."""

    row: int
    column: int
    style: Style


@cache
def preamble(first: int, second: int) -> Preamble | None:
    """The preamble address code of a pair in the first data channel; ``None`` if it is another code."""
    row = _ROW_OF.get((first, second & 0x60))
    if row is None or second < 0x40:
        return None
    bits = second & 0x1F
    underline = bool(bits & 1)
    if bits >= 0x10:
        return Preamble(row, (bits - 0x10) // 2 * 4, Style(underline=underline))
    if bits >= 0x0E:
        return Preamble(row, 0, Style(italic=True, underline=underline))
    return Preamble(row, 0, Style(COLOURS[bits // 2], underline=underline))


def mid_row(second: int) -> Style | None:
    """The style of a mid-row code, whose first byte is 11; ``None`` if it is another code."""
    if not 0x20 <= second <= 0x2F:
        return None
    bits = second & 0x0F
    underline = bool(bits & 1)
    return Style(None, True, underline) if bits >= 0x0E else Style(COLOURS[bits // 2], False, underline)


def control(second: int) -> str:
    """A miscellaneous control code of the first channel."""
    return f"\x14{chr(second)}"


def address(row: int, column: int, style: Style) -> str:
    """A preamble address code: in the first column with a style, elsewhere in a column that is a multiple of four."""
    first, base = _ROW_CODES[row - 1]
    if style.italic:
        bits = 0x0E
    elif style.colour not in (None, "white"):
        bits = COLOURS.index(style.colour or "white") * 2
    else:
        bits = 0x10 + column // 4 * 2
    return chr(first) + chr(base + bits + style.underline)


def style_code(style: Style) -> str:
    """A mid-row code: italics leave the colour, a colour ends italics."""
    bits = 0x0E if style.italic else COLOURS.index(style.colour or "white") * 2
    return f"\x11{chr(0x20 + bits + style.underline)}"


@cache
def character_codes() -> dict[str, str]:
    """The code of each character: one byte, a pair, or a basic character and the pair that takes its place."""
    from captious.formats.exchange.likeness import base_letter

    codes = {char: chr(code) for code, char in BASIC.items() if char}
    for second, char in SPECIAL.items():
        codes.setdefault(char, f"\x11{chr(second)}")
    for first, characters in EXTENDED.items():
        for second, char in characters.items():
            plain = _STAND_IN.get(char) or base_letter(char)
            shown = codes.get(plain, "")
            codes.setdefault(char, f"{shown if len(shown) == 1 else ' '}{chr(first)}{chr(second)}")
    return codes


_STAND_IN = {
    "‘": "'", "¡": "!", "*": "#", "—": "-", "©": "c", "℠": "s", "•": ".", "“": '"', "”": '"', "«": '"', "»": '"',
    "{": "(", "}": ")", "\\": "/", "^": "'", "_": "-", "|": "/", "~": "-", "ß": "s", "¥": "Y", "¤": "$", "│": "/",
    "Ø": "O", "ø": "o", "┌": "+", "┐": "+", "└": "+", "┘": "+",
}  # fmt: skip
"""What decoders without extended characters show; of our own choice."""
