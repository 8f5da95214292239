"""List marks and pictures in front of labels."""

from __future__ import annotations

import re
import unicodedata

_BULLETS = frozenset("-*•·–—▪▸►‣◦|")
_NUMBER = re.compile(r"[0-9]{1,3}[.)]", re.ASCII)
_PICTURES = frozenset({"So", "Sk", "Mn", "Me", "Cf", "Sm"})


def is_ornament(text: str) -> bool:
    """Whether a token is a list mark or a picture before a label."""
    if text in _BULLETS or _NUMBER.fullmatch(text):
        return True
    return not text[0].isascii() and all(unicodedata.category(letter) in _PICTURES for letter in text)
