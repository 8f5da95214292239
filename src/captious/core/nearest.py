"""The name that was meant by a mistyped one, by the number of slips between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SWAP = 0.75
"""Two letters in the wrong order: the slip that is made most."""


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """The nearest of some names, the first of those that are equally near; ``None`` if none is near enough.

    One slip is forgiven for every three letters: a letter that is wrong, missing or too many, or two that are swapped.

    Args:
        typed: as typed; case counts.
        names: what it may have meant.
    """
    best: tuple[float, str] | None = None
    for name in names:
        most = max(len(typed), len(name)) / 3
        if abs(len(typed) - len(name)) > most:
            continue
        found = slips(typed, name)
        if found <= max(most, 1) and (best is None or found < best[0]):
            best = found, name
    return best[1] if best is not None else None


def slips(one: str, other: str) -> float:
    """How many slips lie between two words (their edit distance, a swap of neighbours counted for less than one)."""
    before: list[float] = []
    last = [float(number) for number in range(len(other) + 1)]
    for row, letter in enumerate(one, 1):
        now = [float(row)]
        for column, wanted in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != wanted))
            swapped = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted
            if swapped and letter != wanted:
                cost = min(cost, before[column - 2] + _SWAP)
            now.append(cost)
        before, last = last, now
    return last[-1]
