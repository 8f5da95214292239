"""Lines broken into rows of a width, for formats whose rows have columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.exchange.rich import Run, trim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.formats.exchange.rich import Line, Look


def wrapped(line: Line, width: int) -> list[Line]:
    """A line in rows of a width, broken at spaces; a word that is longer is broken where it must be."""
    rows: list[Line] = []
    chars = [(char, run.look) for run in line for char in run.text]
    begin = 0
    while len(chars) - begin > width:
        spaces = [place for place in range(begin + 1, begin + width + 1) if chars[place][0] == " "]
        end = spaces[-1] if spaces else begin + width
        rows.append(_runs(chars[begin:end]))
        begin = end
        while begin < len(chars) and chars[begin][0] == " ":
            begin += 1
    return [row for row in [*rows, _runs(chars[begin:])] if row]


def _runs(chars: Iterable[tuple[str, Look]]) -> Line:
    runs: list[Run] = []
    for char, look in chars:
        if runs and runs[-1].look == look:
            runs[-1] = Run(runs[-1].text + char, look)
        else:
            runs.append(Run(char, look))
    return trim(runs)
