"""Lines broken into rows of a width, for formats whose rows have columns."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from captious.formats.exchange.rich import Run, trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.formats.exchange.rich import Line, Look


def wrapped(line: Line, width: int) -> list[Line]:
    """A line in rows of a width, broken at spaces; a word that is longer is broken where it must be."""
    text = "".join(run.text for run in line)
    looks: list[Look] = []
    starts: list[int] = []
    begin = 0
    for run in line:
        if run.text and (not looks or looks[-1] != run.look):
            looks.append(run.look)
            starts.append(begin)
        begin += len(run.text)
    rows: list[Line] = []
    begin = 0
    while len(text) - begin > width:
        space = text.rfind(" ", begin + 1, begin + width + 1)
        end = space if space >= 0 else begin + width
        rows.append(_runs(text, begin, end, looks, starts))
        begin = end
        while begin < len(text) and text[begin] == " ":
            begin += 1
    return [row for row in [*rows, _runs(text, begin, len(text), looks, starts)] if row]


def _runs(text: str, begin: int, end: int, looks: Sequence[Look], starts: Sequence[int]) -> Line:
    """A part of a text, whose looks begin at ``starts``."""
    runs: list[Run] = []
    place = bisect_right(starts, begin) - 1
    while begin < end:
        until = min(starts[place + 1], end) if place + 1 < len(starts) else end
        runs.append(Run(text[begin:until], looks[place]))
        begin, place = until, place + 1
    return trim(runs)
