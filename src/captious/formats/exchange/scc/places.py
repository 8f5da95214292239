"""Where a caption of CEA-608 stands, and the settings of a WebVTT cue that stand for it.

Sources:
    CTA-608: 15 rows of 32 columns in the inner 80% of the picture. W3C, "Conversion of 608/708 captions to WebVTT": a
    column is 2.5% of the picture. What counts as top, bottom and centred is our own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.exchange.scc.codes import COLUMNS, ROWS
from captious.formats.vtt.settings import parse_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.formats.exchange.scc.memory import Row

_TOP_ROWS, _BOTTOM_ROWS = 4, 4
OFF_CENTRE = 3
_LEFT_PERCENT, _COLUMN_PERCENT = 10, 2.5
_HELD = re.compile(
    r"line:(?:[0-9.]+%|-?[0-9]+)|align:(?:left|start|center|right|end)|position:[0-9.]+%(?:,line-left)?"
)


def is_centred(rows: Sequence[Row]) -> bool:
    """Whether the rows of a caption are in the middle, as far as the columns allow."""
    return all(abs(row.start - (COLUMNS - row.end)) <= OFF_CENTRE for row in rows)


def settings_of(rows: Sequence[Row], *, sideways: bool) -> str:
    """The settings of a cue.

    Args:
        rows: its rows, from the top.
        sideways: whether the file places captions from side to side.
    """
    line = ""
    if rows[-1].number <= ROWS - _BOTTOM_ROWS:
        above = (rows[0].number - 1) / ROWS * 100
        line = "line:0" if rows[0].number <= _TOP_ROWS else f"line:{round(above, 1):g}%"
    if sideways and not is_centred(rows):
        column = min(row.start for row in rows)
        position = f"position:{_LEFT_PERCENT + column * _COLUMN_PERCENT:g}% align:left"
        return f"{line} {position}".strip()
    return line


class Place(NamedTuple):
    """The first row of a caption, and the column its rows begin in; ``None`` = each is centred."""

    row: int
    column: int | None


def place_of(settings: str, widths: Sequence[int]) -> Place:
    """The place of a cue; it stays within the picture as far as it fits.

    Args:
        settings: its settings.
        widths: the columns of each of its rows.
    """
    bottom = max(ROWS - len(widths) + 1, 1)
    if not settings:
        return Place(bottom, None)
    parsed = parse_settings(settings)
    row = bottom
    if parsed.line is not None:
        if not parsed.snap_to_lines:
            row = round(parsed.line * ROWS / 100) + 1
        else:
            row = int(parsed.line) + 1 if parsed.line >= 0 else bottom + int(parsed.line) + 1
    column = None
    widest = max(widths, default=0)
    if parsed.align in ("left", "start"):
        percent = parsed.position if parsed.position is not None else _LEFT_PERCENT
        column = round((percent - _LEFT_PERCENT) / _COLUMN_PERCENT)
    elif parsed.align in ("right", "end"):
        column = COLUMNS - widest
    if column is not None:
        column = max(min(column, COLUMNS - widest), 0)
    return Place(max(min(row, bottom), 1), column)


def lost_settings(settings: str) -> str:
    """The settings of a cue that the format cannot hold."""
    return " ".join(token for token in settings.split() if _HELD.fullmatch(token) is None)
