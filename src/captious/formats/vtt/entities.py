"""Character references, decoded as HTML does.

`html.unescape` comes close but leaves out control characters and fails on a number of 4300 digits.
"""

from __future__ import annotations

import re
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#([0-9]+);?|#[xX]([0-9a-fA-F]+);?|([A-Za-z][A-Za-z0-9]{0,31})(;?))")
_LONGEST_NUMBER = 7
_REPLACEMENT = "\ufffd"


def decode(text: str) -> str:
    """A text with its character references replaced; any other ``&`` stays.

    Sources:
        HTML Living Standard §13.2.5.72 ff., character reference state.
    """
    return _REFERENCE.sub(_replace, text) if "&" in text else text


def bare_ampersands(text: str) -> list[int]:
    """Offsets of each ``&`` that does not begin a complete reference, with its semicolon."""
    good = {match.start() for match in _REFERENCE.finditer(text) if _complete(match)}
    return [match.start() for match in re.finditer("&", text) if match.start() not in good]


def _complete(match: re.Match[str]) -> bool:
    name = match[3]
    return match[0].endswith(";") and (name is None or f"{name};" in html5)


def _replace(match: re.Match[str]) -> str:
    decimal, hexadecimal, name, semicolon = match.groups()
    if name is None:
        digits = (decimal or hexadecimal).lstrip("0")
        return _character(int(digits or "0", 10 if decimal else 16) if len(digits) <= _LONGEST_NUMBER else 0)
    whole: str | None = html5.get(f"{name};") if semicolon else None
    if whole is not None:
        return whole
    for length in range(len(name), 1, -1):
        found = html5.get(name[:length])
        if found is not None:
            return found + name[length:] + semicolon
    return match[0]


def _character(number: int) -> str:
    if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return _REPLACEMENT
    if 0x80 <= number <= 0x9F:
        # HTML reads these as Windows-1252, which leaves five of them undefined.
        return bytes([number]).decode("cp1252", "ignore") or chr(number)
    return chr(number)
