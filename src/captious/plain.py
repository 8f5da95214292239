"""Text that is safe to print: nothing in a file or a name may control the terminal."""

from __future__ import annotations

import unicodedata

_STEERING = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_BIDI = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

_JOINERS = "\u200c\u200d"
"""Characters within Persian and Hindi words and some emoji."""


def is_shown(character: str) -> bool:
    """Whether a reader sees a character as it is: Python calls the spaces of other scripts and joiners unprintable."""
    return character.isprintable() or character in _JOINERS or unicodedata.category(character) == "Zs"


def escape_controls(text: str) -> str:
    """Escape control characters, lone surrogates and direction overrides."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(character) for character in text)


def quoted(text: str, *, limit: int | None = None) -> str:
    """Quote a text as ``repr`` does, except that printable characters of every script stay as they are.

    Args:
        text: the text.
        limit: most characters to show; ``None`` = all.
    """
    if limit is not None and len(text) > limit:
        text = f"{text[: limit - 1]}…"
    mark = '"' if "'" in text and '"' not in text else "'"
    shown = (each if is_shown(each) else each.encode("unicode_escape").decode("ascii") for each in text)
    return f"{mark}{''.join(shown)}{mark}"


def _escape(character: str) -> str:
    if character in _BIDI or unicodedata.category(character) in _STEERING:
        return character.encode("unicode_escape").decode("ascii")
    return character
