"""The blocks of an EBU STL file: the header (GSI) and the subtitles (TTI), unpacked and packed without loss.

A binary file is a text here as everywhere in this package: one character for each byte (Latin-1), so that offsets in
the text are offsets in the file.

Sources:
    EBU Tech 3264-E (February 1991), §4.2 General Subtitle Information and §4.3 Text and Timing Information: names,
    offsets and lengths of the fields.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import NamedTuple

GSI_SIZE = 1024
TTI_SIZE = 128
TEXT_SIZE = 112
"""Bytes of the text field of a block."""
UNUSED = "\x8f"
"""What fills the rest of a text field."""
LAST_BLOCK, USER_DATA = 0xFF, 0xFE
FIRST_RESERVED = 0xF0
"""Extension block numbers: the last block of a subtitle, a block of user data, and the first reserved number."""
MOST_BLOCKS = 0xEF + 2
"""Blocks that one subtitle can have: the numbers 0 to EF, and the last one."""
MOST_COUNTED = 99_999
"""The highest number that the header can count to."""
GROUP_SIZE = 0x10000
"""Subtitle numbers in a group."""
OPEN, TELETEXT_1, TELETEXT_2 = "0", "1", "2"
"""Display standard codes."""

_BLOCK = struct.Struct("<BHBB4B4BBBB112x")
_SIGNATURE = re.compile(r"[0-9 ]{3}STL[0-9]{2}\.[0-9]{2}", re.DOTALL)

RATES = {
    "23": Fraction(24000, 1001),
    "24": Fraction(24),
    "25": Fraction(25),
    "29": Fraction(30000, 1001),
    "30": Fraction(30000, 1001),
    "50": Fraction(50),
    "60": Fraction(60000, 1001),
}
"""Frames per second by the number in the disk format code. The standard has 25 and 30; the others are in use.

What counts 30 frames a second is television of 525 lines, whose frames come 29.97 times a second.
"""


@dataclass(frozen=True, slots=True)
class Gsi:
    """The header, with every field as its characters; the names are those of the standard.

    The order of the fields is that in the file; `SIZES` has their lengths.
    """

    cpn: str = "850"
    dfc: str = "STL25.01"
    dsc: str = TELETEXT_1
    cct: str = "00"
    lc: str = "00"
    opt: str = ""
    oet: str = ""
    tpt: str = ""
    tet: str = ""
    tn: str = ""
    tcd: str = ""
    slr: str = ""
    cd: str = ""
    rd: str = ""
    rn: str = "00"
    tnb: str = "00000"
    tns: str = "00000"
    tng: str = "001"
    mnc: str = "40"
    mnr: str = "23"
    tcs: str = "1"
    tcp: str = "00000000"
    tcf: str = "00000000"
    tnd: str = "1"
    dsn: str = "1"
    co: str = ""
    pub: str = ""
    en: str = ""
    ecd: str = ""
    spare: str = ""
    uda: str = ""


SIZES = {
    "cpn": 3, "dfc": 8, "dsc": 1, "cct": 2, "lc": 2, "opt": 32, "oet": 32, "tpt": 32, "tet": 32, "tn": 32, "tcd": 32,
    "slr": 16, "cd": 6, "rd": 6, "rn": 2, "tnb": 5, "tns": 5, "tng": 3, "mnc": 2, "mnr": 2, "tcs": 1, "tcp": 8,
    "tcf": 8, "tnd": 1, "dsn": 1, "co": 3, "pub": 32, "en": 32, "ecd": 32, "spare": 75, "uda": 576,
}  # fmt: skip


def offset_of(name: str) -> int:
    """Where a field of the header begins."""
    names = list(SIZES)
    return sum(SIZES[before] for before in names[: names.index(name)])


class Block(NamedTuple):
    """A block of a subtitle; times are ``(hours, minutes, seconds, frames)``, and ``field`` is its 112 characters."""

    group: int
    number: int
    extension: int
    cumulative: int
    start: tuple[int, int, int, int]
    end: tuple[int, int, int, int]
    row: int
    justification: int
    comment: int
    field: str

    @property
    def is_last(self) -> bool:
        """Whether the text of its subtitle ends in it."""
        return self.extension == LAST_BLOCK


def has_signature(text: str) -> bool:
    """Whether a text begins as the header does: a code page, and a disk format code such as ``STL25.01``."""
    return _SIGNATURE.match(text) is not None


def unpack_gsi(text: str) -> Gsi:
    """The header of a file of at least `GSI_SIZE` characters; fields as they are, with their padding."""
    values, place = [], 0
    for field in fields(Gsi):
        values.append(text[place : place + SIZES[field.name]])
        place += SIZES[field.name]
    return Gsi(*values)


def pack_gsi(gsi: Gsi) -> str:
    """The characters of a header; fields are padded with spaces, and cut at their length."""
    return "".join(
        getattr(gsi, field.name)[: SIZES[field.name]].ljust(SIZES[field.name]) for field in fields(Gsi)
    )


def unpack_blocks(text: str) -> list[Block]:
    """The whole blocks below the header of a file."""
    count = max(len(text) - GSI_SIZE, 0) // TTI_SIZE
    data = text[GSI_SIZE : GSI_SIZE + count * TTI_SIZE].encode("latin-1")
    return [
        Block(
            group,
            number,
            extension,
            cumulative,
            (a, b, c, d),
            (e, f, g, h),
            row,
            justification,
            comment,
            text[place + TTI_SIZE - TEXT_SIZE : place + TTI_SIZE],
        )
        for place, (
            group,
            number,
            extension,
            cumulative,
            a,
            b,
            c,
            d,
            e,
            f,
            g,
            h,
            row,
            justification,
            comment,
        ) in zip(range(GSI_SIZE, len(text), TTI_SIZE), _BLOCK.iter_unpack(data), strict=False)
    ]


def pack_block(block: Block) -> str:
    """The characters of a block."""
    head = (
        block.group,
        block.number & 0xFF,
        block.number >> 8,
        block.extension,
        block.cumulative,
        *block.start,
        *block.end,
        block.row,
        block.justification,
        block.comment,
    )
    return "".join(map(chr, head)) + block.field.ljust(TEXT_SIZE, UNUSED)
