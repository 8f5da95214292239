"""Text made safe to print: nothing in a file or a name may steer the terminal."""

from __future__ import annotations

import unicodedata

_STEERING = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_BIDI = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def escape_controls(text: str) -> str:
    """The text with control characters, lone surrogates and direction overrides written as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(character) for character in text)


def _escape(character: str) -> str:
    if character in _BIDI or unicodedata.category(character) in _STEERING:
        return character.encode("unicode_escape").decode("ascii")
    return character
