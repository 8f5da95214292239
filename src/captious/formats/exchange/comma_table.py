"""CSV: `captious.formats.exchange.table` with commas, or with semicolons as spreadsheets write it in many countries."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from captious.formats.exchange import table

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.formats.base import Reading

_DELIMITERS = (",", ";")


def recognises(text: str) -> bool:
    """Whether the first line of a text names the columns that captions need."""
    return any(table.recognises(text, delimiter=delimiter) for delimiter in _DELIMITERS)


def read(text: str, *, frame_rate: Fraction | None = None) -> Reading:
    """See `captious.formats.exchange.table.read`.

    Raises:
        FormatError: see there.
    """
    found = (delimiter for delimiter in _DELIMITERS if table.recognises(text, delimiter=delimiter))
    return table.read(text, delimiter=next(found, ","), frame_rate=frame_rate)


write = partial(table.write, delimiter=",")
