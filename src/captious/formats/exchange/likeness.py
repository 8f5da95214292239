"""What is written for a character that a character set lacks; every use of it is a loss that is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, normalize

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

_MOST_CHARS = 200
_LIKENESS = {
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "―": "-", "…": "...", "„": '"', "“": '"', "”": '"', "‟": '"',
    "‚": "'", "‘": "'", "’": "'", "‹": "<", "›": ">", "«": '"', "»": '"', "€": "EUR", "•": "·", "♫": "♪", "♪": "#",
    "♬": "♪", "№": "No", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d",
    "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "·": ".", "ı": "i", "ſ": "s", "″": '"', "′": "'",
    "`": "'", "´": "'",
}  # fmt: skip


def likeness(char: str, known: Container[str]) -> str:
    """What looks most like a character, of known ones; a question mark if nothing does, empty if it is invisible."""
    if char.isspace():
        return " "
    if char in _LIKENESS:
        return "".join(one if one in known else likeness(one, known) for one in _LIKENESS[char])
    base = base_letter(char)
    if base and base != char and all(one in known for one in base):
        return base
    return "" if combining(char) or not char.isprintable() else "?"


def base_letter(char: str) -> str:
    """A character without its diacritics and other decoration."""
    return "".join(one for one in normalize("NFKD", char) if not combining(one))


def shown(written: Mapping[str, str]) -> str:
    """What was written for characters, for messages: ``– as -, … as ...``; cut where it is long."""
    text = ", ".join(
        f"{char if char.isprintable() else f'U+{ord(char):04X}'} as {other or 'nothing'}"
        for char, other in written.items()
    )
    return text if len(text) <= _MOST_CHARS else f"{text[: _MOST_CHARS - 1]}…"
