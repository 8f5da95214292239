"""Garbled characters: UTF-8 that was read in another encoding, once or several times over.

``they’re`` becomes ``theyâ€™re`` in Windows-1252, ``they‚Äôre`` in Mac OS Roman and ``theyвЂ™re`` in Windows-1251.
Every sequence is found by its bytes; it is garbled only if it cannot well be what somebody wrote.

Sources:
    Unicode Standard 3.9 (UTF-8); WHATWG Encoding Standard (windows-1252, macintosh, windows-1251).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENCODINGS = ("cp1252", "mac_roman", "cp1251")
_AMBIGUOUS = frozenset("…”’“‘»–—")
"""What may well follow a capital letter: AMANHÃ…"""
_MOST_ROUNDS = 4
_OFTEN = 3
"""Sure sequences with one first character from which on others with it are sure as well."""
_SPACES = frozenset("\ufeff\u00a0\u00ad\u200b\u200c\u200d\u202f\u2009\u3000")
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Garbled:
    """A garbled sequence.

    Args:
        start: index of its first character.
        end: index one past its last.
        text: what it was; empty for a byte order mark.
    """

    start: int
    end: int
    text: str


def find_garbled(text: str) -> Iterator[Garbled]:
    """The garbled sequences of a text, in order, without overlap."""
    if text.isascii():
        return
    end = 0
    found = [each for encoding in _ENCODINGS for each in _find(text, encoding)]
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if each.start >= end:
            end = each.end
            yield each


def restore(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A text without garbled sequences, however often it was garbled.

    Returns:
        The text, and each sequence with what it was, in order; the same sequence as often as it occurs.
    """
    changed: list[tuple[str, str]] = []
    for _ in range(_MOST_ROUNDS):
        parts, at, inner = [], 0, []
        for each in find_garbled(text):
            parts += [text[at : each.start], each.text]
            inner.append((text[each.start : each.end], each.text))
            at = each.end
        if not inner:
            break
        text = "".join([*parts, text[at:]])
        changed = changed or inner
    return text, changed


def _find(text: str, encoding: str) -> Iterator[Garbled]:
    pattern, values = _table(encoding)
    found: list[tuple[Garbled, str, bool]] = []
    for run in pattern.finditer(text):
        pieces = list(_pieces(bytes(values[character] for character in run[0])))
        for at, length, character in pieces:
            begin = run.start() + at
            each = Garbled(begin, begin + length, "" if character == _MARK else character)
            if _can_be(character):
                sure = _is_sure(text, each, encoding, row=len(pieces) > 1)
                found.append((each, text[begin], sure))
    sure_leads = Counter(lead for _, lead, sure in found if sure)
    for each, lead, sure in found:
        if sure or (sure_leads[lead] >= _OFTEN and each.text and unicodedata.category(each.text)[0] in "LM"):
            yield each


def _pieces(data: bytes) -> Iterator[tuple[int, int, str]]:
    """Place, length and character of each sequence of UTF-8; the pattern has matched, so that there is nothing else."""
    at = 0
    while at < len(data):
        length = 4 if data[at] >= 0xF0 else 3 if data[at] >= 0xE0 else 2
        try:
            yield at, length, data[at : at + length].decode()
        except UnicodeDecodeError:
            yield at, length, ""
        at += length


def _can_be(character: str) -> bool:
    """Whether a sequence can stand for a character: none that nobody writes."""
    if not character or character == "\ufffd":
        return False
    return (
        unicodedata.category(character)[0] in "LMNPS" or character in _SPACES or "\x80" <= character <= "\x9f"
    )


def _is_sure(text: str, found: Garbled, encoding: str, *, row: bool) -> bool:
    """Whether nobody would write a sequence of characters that could be one of another encoding.

    Args:
        text: the text it stands in.
        found: the sequence and what it stands for.
        encoding: the encoding.
        row: whether it stands in a row of such sequences.
    """
    written, character = text[found.start : found.end], found.text
    if not character or any("\x80" <= each <= "\x9f" for each in written):
        return True
    kind = unicodedata.category(character)[0]
    first, before = written[0], text[found.start - 1 : found.start]
    if encoding == "mac_roman":
        # a root before an integral is mathematics; beside a letter or figure it is none
        beside = before.isalnum() or text[found.end : found.end + 1].isalnum()
        return first == "¬" or (first == "√" and beside) or (first == "‚" and (row or kind in "PS"))
    if encoding == "cp1251":
        return written.startswith("вЂ") or (first in "РС" and row and kind == "L")
    if first in "ÂÃ":
        return row or not (written[1] in _AMBIGUOUS and before.isupper())
    if first in "âð" or (row and character in _shown_by_1252()):
        return True
    if first in "ÄÅ":
        after = text[found.end : found.end + 1]
        return kind == "L" and (before.islower() or after.isalpha())
    # scripts of which every letter is garbled
    return row and kind in "LM"


@cache
def _shown_by_1252() -> frozenset[str]:
    """The characters that Windows-1252 has in the place of control characters: what was garbled once, seen twice."""
    return frozenset(bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))


@cache
def _table(encoding: str) -> tuple[re.Pattern[str], dict[str, int]]:
    """The pattern of rows of UTF-8 sequences as an encoding shows them, and the byte of each character."""
    values: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        values.setdefault(bytes([byte]).decode(encoding, "ignore") or chr(byte), byte)
        if encoding == "cp1252":
            values.setdefault(chr(byte), byte)

    def characters(low: int, high: int) -> str:
        return "".join(re.escape(each) for each, byte in values.items() if low <= byte <= high)

    rest = characters(0x80, 0xBF)
    two, three, four = characters(0xC2, 0xDF), characters(0xE0, 0xEF), characters(0xF0, 0xF4)
    pattern = rf"(?:[{two}][{rest}]|[{three}][{rest}]{{2}}|[{four}][{rest}]{{3}})+"
    return re.compile(pattern), values
