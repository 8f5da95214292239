"""What a job says of its result, a row each: made once, printed once, and parsed by nothing."""

from __future__ import annotations

from typing import NamedTuple

from captious.plain import escape_controls

WARNING = "warning"
"""The severity of a row that the user should act on."""


class Row(NamedTuple):
    """One row.

    Args:
        label: what it is about, one word; empty for a row that goes on with what is above it.
        text: what there is to say.
        severity: `WARNING`, or empty.
    """

    label: str
    text: str
    severity: str = ""


def row_line(row: Row, *, width: int = 11) -> str:
    """A row as a line of text, its label in a column; control characters in it are escaped."""
    return f"  {row.label:<{width}} {escape_controls(row.text)}".rstrip()
