"""Where a subtitle of EBU STL stands in the picture, and the settings of a WebVTT cue that stand for it.

Sources:
    EBU Tech 3264-E, §4.3: the vertical position is the row of the first line, 1 to 23 in teletext; the justification
    is 1 left, 2 centred, 3 right, and 0 as the spaces in the text have it.
    What counts as the bottom and the top is our own: three rows, since programs differ by that much.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.exchange.stl.blocks import TELETEXT_1, TELETEXT_2
from captious.formats.vtt.settings import parse_settings

if TYPE_CHECKING:
    from captious.formats.exchange.stl.blocks import Gsi

ROWS = 23
CENTRED = 2
_NEAR = 3
_ALIGNED = {1: "align:left", 3: "align:right"}
_JUSTIFIED = {"left": 1, "start": 1, "right": 3, "end": 3}
_HELD = re.compile(r"(?:line:(?:[0-9.]+%|-?[0-9]+)|align:(?:left|start|center|right|end))")


def rows_of(gsi: Gsi) -> int:
    """The rows of the picture: those of teletext, or what the header says of open subtitles."""
    teletext = gsi.dsc in (TELETEXT_1, TELETEXT_2)
    return int(gsi.mnr) if gsi.mnr.isdecimal() and not teletext and int(gsi.mnr) else ROWS


def settings_of(row: int, justification: int, *, height: int, rows: int = ROWS, exact: bool = False) -> str:
    """The settings of a cue.

    Args:
        row: the vertical position.
        justification: the justification code.
        height: how many rows the subtitle takes.
        rows: the rows of the picture.
        exact: whether its row counts, as that of subtitles which are shown together.
    """
    line = ""
    if exact:
        line = f"line:{round((row - 1) / rows * 100, 1):g}%"
    elif row + height - 1 < rows - _NEAR:
        line = "line:0" if row <= _NEAR else f"line:{round((row - 1) / rows * 100, 1):g}%"
    align = _ALIGNED.get(justification, "")
    return " ".join(filter(None, (line, align)))


class Place(NamedTuple):
    """The vertical position, the justification code, and whether the cue stands at the bottom by default."""

    row: int
    justification: int
    is_default: bool


def place_of(settings: str, *, height: int, rows: int = ROWS) -> Place:
    """The place of a cue; never above the picture.

    Args:
        settings: the settings of the cue.
        height: how many rows its text takes.
        rows: the rows of the picture.
    """
    bottom = max(rows - height + 1, 1)
    if not settings:
        return Place(bottom, CENTRED, True)
    parsed = parse_settings(settings)
    justification = _JUSTIFIED.get(parsed.align, CENTRED)
    if parsed.line is None:
        return Place(bottom, justification, True)
    if not parsed.snap_to_lines:
        row = round(parsed.line * rows / 100) + 1
    elif parsed.line >= 0:
        row = int(parsed.line) * 2 + 1
    else:
        row = rows - height + 1 + (int(parsed.line) + 1) * 2
    return Place(max(min(row, bottom), 1), justification, False)


def lost_settings(settings: str) -> str:
    """The settings of a cue that the format cannot hold."""
    return " ".join(token for token in settings.split() if _HELD.fullmatch(token) is None)
