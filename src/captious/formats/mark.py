"""A byte order mark at the start of a text that was read as letters and saved as such."""

from __future__ import annotations

_MARKS = tuple(
    "\ufeff".encode().decode(encoding)
    for encoding in ("cp1252", "cp1250", "cp1251", "cp437", "cp850", "mac_roman")
)
"""``ï»¿``, and what other encodings make of it."""


def letters_of_mark(text: str) -> int:
    """How many characters at the start of a text are a byte order mark, or several, read as letters."""
    place = 0
    while (found := next((mark for mark in _MARKS if text.startswith(mark, place)), None)) is not None:
        place += len(found)
    return place
