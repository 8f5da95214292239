"""What is wrong in the header of an EBU STL file.

Sources:
    EBU Tech 3264-E, §4.2: the values of each field.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from captious.formats.exchange.stl import blocks
from captious.formats.exchange.stl.languages import UNKNOWN, language_of
from captious.formats.exchange.stl.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.formats.exchange.stl.blocks import Block, Gsi

_STANDARD_RATES = ("STL25.01", "STL30.01")
_CODE_PAGES = ("437", "850", "860", "863", "865")
_DISPLAYS = (" ", blocks.OPEN, blocks.TELETEXT_1, blocks.TELETEXT_2)
_TEXTS = ("opt", "oet", "tpt", "tet", "tn", "tcd", "slr", "pub", "en", "ecd")
_MOST_COLUMNS, _MOST_ROWS = 40, 23
_COUNTRY = re.compile(r"[A-Z]{3}|   ")


def wrong_fields(gsi: Gsi, rate: float | None) -> Iterator[tuple[str, str]]:
    """Each field with a value that the standard does not have: its name, and what is wrong.

    Args:
        gsi: the header.
        rate: frames per second; ``None`` = unknown.
    """
    teletext = gsi.dsc in (blocks.TELETEXT_1, blocks.TELETEXT_2)
    if gsi.cpn not in _CODE_PAGES:
        yield "CPN", f"code page {gsi.cpn!r} (expected {', '.join(_CODE_PAGES)})"
    if gsi.dfc not in _STANDARD_RATES:
        yield "DFC", f"disk format {gsi.dfc!r} (the standard has {' and '.join(_STANDARD_RATES)})"
    if gsi.dsc not in _DISPLAYS:
        yield "DSC", f"display standard {gsi.dsc!r} (expected 0 open, 1 or 2 teletext)"
    if gsi.cct not in TABLES:
        yield "CCT", f"character code table {gsi.cct!r} (expected {', '.join(TABLES)})"
    if gsi.lc != UNKNOWN and language_of(gsi.lc) is None:
        yield "LC", f"language code {gsi.lc!r}"
    for name in ("cd", "rd"):
        value = getattr(gsi, name)
        if not _is_date(value):
            yield name.upper(), f"date {value!r} (expected YYMMDD)"
    for name in ("rn", "tnb", "tns", "tng", "mnc", "mnr"):
        value = getattr(gsi, name)
        if not (value.isascii() and value.isdecimal()):
            yield name.upper(), f"number {value!r}"
    if teletext and gsi.mnc.isdecimal() and int(gsi.mnc) > _MOST_COLUMNS:
        yield "MNC", f"{int(gsi.mnc)} columns (teletext has {_MOST_COLUMNS})"
    if teletext and gsi.mnr.isdecimal() and int(gsi.mnr) > _MOST_ROWS:
        yield "MNR", f"{int(gsi.mnr)} rows (teletext has {_MOST_ROWS})"
    if gsi.tcs not in ("0", "1"):
        yield "TCS", f"time code status {gsi.tcs!r} (expected 0 or 1)"
    for name in ("tcp", "tcf"):
        value = getattr(gsi, name)
        if not _is_time(value, rate):
            yield name.upper(), f"time code {value!r} (expected HHMMSSFF)"
    if not ("1" <= gsi.tnd <= "9" and "1" <= gsi.dsn <= gsi.tnd):
        yield "DSN", f"disk {gsi.dsn!r} of {gsi.tnd!r}"
    if _COUNTRY.fullmatch(gsi.co) is None:
        yield "CO", f"country {gsi.co!r} (expected three capital letters)"
    for name in _TEXTS:
        value = getattr(gsi, name)
        if any(char < " " for char in value):
            yield name.upper(), f"control characters in {value.strip()!r}"


def wrong_counts(gsi: Gsi, whole: list[Block]) -> Iterator[tuple[str, str]]:
    """Each count in the header that is another than that of the file: its name, and both."""
    own = [block for block in whole if not blocks.FIRST_RESERVED <= block.extension <= blocks.USER_DATA]
    with_comments = len({(block.group, block.number) for block in own})
    without = len({(block.group, block.number) for block in own if block.comment != 1})
    groups = len({block.group for block in whole})
    for name, value, counts, what in (
        ("TNB", gsi.tnb, (len(whole),), "blocks"),
        ("TNS", gsi.tns, (with_comments, without), "subtitles"),
        ("TNG", gsi.tng, (groups,), "groups"),
    ):
        most = 10 ** len(value) - 1
        if value.isdecimal() and int(value) not in [min(count, most) for count in counts]:
            yield name, f"{int(value):,} {what} in the header, {counts[0]:,} in the file"


def _is_date(value: str) -> bool:
    if not (value.isascii() and value.isdecimal()):
        return False
    try:
        date(2000 + int(value[:2]), int(value[2:4]), int(value[4:]))
    except ValueError:
        return False
    return True


def _is_time(value: str, rate: float | None) -> bool:
    if not (value.isascii() and value.isdecimal()):
        return False
    hours, minutes, seconds, frames = (int(value[place : place + 2]) for place in range(0, 8, 2))
    return hours < 24 and minutes < 60 and seconds < 60 and (rate is None or frames < round(rate))
