"""Rows of a summary: made by a job's report, printed once, and never parsed."""

from __future__ import annotations

from typing import NamedTuple

from captious.plain import escape_controls

WARNING = "warning"
"""The severity of a row that the user should act on."""


class Row(NamedTuple):
    """One row.

    Args:
        label: one word; empty for a row that continues the one above.
        text: the content.
        severity: `WARNING`, or empty.
    """

    label: str
    text: str
    severity: str = ""


def row_line(row: Row, *, width: int = 11) -> str:
    """A row as a line of text, its label in a column; control characters in it are escaped."""
    return f"  {row.label:<{width}} {escape_controls(row.text)}".rstrip()
