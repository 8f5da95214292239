"""Shot changes: a list of times, one per line, or the scene list of PySceneDetect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.clock import parse_clock
from captious.errors import CaptiousError, OptionError
from captious.formats.encoding import decode
from captious.formats.files import read_bytes

if TYPE_CHECKING:
    from fractions import Fraction

_SCENE_COLUMN = "Start Time (seconds)"


def read_shots(path: str, *, frame_rate: Fraction | None = None) -> tuple[int, ...]:
    """Read the times of shot changes in milliseconds, rising.

    Each line holds one time: seconds (``192.48``), a clock (``3:12.480``) or, with a frame rate, a timecode
    in non-drop-frame format (``00:03:12:12``). Text after a space is a comment; blank lines and lines that begin
    with ``#`` are skipped. A table with the column ``Start Time (seconds)`` is read by that column.

    Args:
        path: the file.
        frame_rate: frames per second, for timecodes.

    Raises:
        OptionError: a line that is not a time, with its number.
        CaptiousError: the file cannot be read.

    Sources:
        PySceneDetect manual, command ``list-scenes``: the columns of the table it writes.
    """
    try:
        lines = re.split(r"\r\n?|\n", decode(read_bytes(path)).text)
    except CaptiousError as error:
        raise error.at(path) from None
    column: int | None = None
    shots: set[int] = set()
    for number, line in enumerate(lines, 1):
        cells = [cell.strip().strip('"') for cell in line.split(",")]
        if _SCENE_COLUMN in cells:
            column = cells.index(_SCENE_COLUMN)
        elif line.strip() and not line.lstrip().startswith("#"):
            if column is None:
                text = line.split()[0]
            elif column < len(cells):
                text = cells[column]
            else:
                continue
            try:
                shots.add(parse_clock(text, frame_rate=frame_rate))
            except OptionError as error:
                # PySceneDetect writes a line of timecodes above the column names
                if column is None and any(_SCENE_COLUMN in later for later in lines[number : number + 2]):
                    continue
                raise OptionError(error.message, path=path, line=number, hint=error.hint) from None
    return tuple(sorted(shots))
