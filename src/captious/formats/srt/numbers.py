"""Cue numbers of SubRip: how they are written, rightly and oddly, and whether a file has them at all."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

INDEX = re.compile(r"[ \t\ufeff]*([0-9]{1,10})[ \t]*").fullmatch

_LONGEST = 60
_MOST_DIGITS = 10
_HIDDEN = r"[ \x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]{0,9}"
_DIGITS = r"(\d{1,3}(?:[.,'’]\d{3})+|\d{1,40})(?:[.,]\d{1,3})?"
_decorated = re.compile(
    rf"{_HIDDEN}[#№(\[{{<*+–—−-]{{0,3}}[ \t]?{_DIGITS}[ \t]?[.:;,)\]}}>*/–—−-]{{0,3}}{_HIDDEN}"
).fullmatch
_suffixed = re.compile(r"[ \t]*(\d{1,10})(?:[ \t]?/[ \t]?\d{1,10}|[ \t]?[A-Za-z])[ \t]*").fullmatch
_labelled = re.compile(
    r"[ \t]*(?:nr|no|num|number|num[eé]ro|nummer|n°|nº|č|cue|sub|subtitle|caption|untertitel|номер|第)"
    r"[ \t.:#°_-]{0,3}(\d{1,10})\W{0,3}",
    re.IGNORECASE,
).fullmatch
_commented = re.compile(r"[ \t]*(\d{1,10})[ \t]*(?:#|//|;|--)[ \t]*\S.*").fullmatch
_roman = re.compile(
    r"[ \t]*(?=[IVXLCDM])(M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))[.)]?[ \t]*"
).fullmatch
_among_words = re.compile(r"\D*(\d{1,10})\D*").fullmatch
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


class Written(NamedTuple):
    """A line read as a cue number.

    Args:
        text: the line, trimmed.
        value: the number; ``None`` if it is too long for one.
        is_plain: whether it is digits only.
        has_words: whether it says more than a number, such as ``2 # slide``.
    """

    text: str
    value: int | None
    is_plain: bool = False
    has_words: bool = False


class Numbered(Enum):
    """Whether the cues of a file have numbers."""

    YES = "most of them"
    PARTLY = "some of them"
    NO = "hardly any of them"


def read_number(line: str, expected: Collection[int] = (), *, alone: bool = False) -> Written | None:
    """A line as a cue number; ``None`` if it is none.

    Args:
        line: the line.
        expected: the numbers that may come here; only these may be written among words.
        alone: whether no times follow, so that it is text unless it can be nothing but a number.
    """
    plain = INDEX(line)
    if plain is not None:
        return Written(plain[1], int(plain[1]), is_plain=True)
    if len(line) > _LONGEST or line.isspace():
        return None
    text = line.strip(" \t\ufeff")
    decorated = _decorated(line)
    if decorated is not None:
        return Written(text, _value(decorated[1]))
    if len(text) == 1 and unicodedata.category(text) == "No":
        return Written(text, int(unicodedata.numeric(text)))  # a number in a circle
    labelled = _labelled(line)
    if labelled is not None:
        return Written(text, int(labelled[1]))
    roman = _roman(line)
    # "I" is a word, and the number of the first cue only
    if roman is not None and (text[:2] not in ("I", "I.", "I)") or 1 in expected):
        return Written(text, _roman_value(roman[1]))
    if alone:
        return None
    for pattern, with_words in ((_suffixed, False), (_commented, True)):
        match = pattern(line)
        if match is not None:
            return Written(text, int(match[1]), has_words=with_words)
    match = _among_words(line)
    if match is not None and int(match[1]) in expected and len(text.split()) <= 3:
        return Written(text, int(match[1]), has_words=True)
    return None


def has_words(line: str) -> bool:
    """Whether a line that was read as a cue number says more than a number."""
    written = read_number(line, (1,))
    return written is None or written.has_words


def numbered(texts: Sequence[str], timing_lines: Sequence[int]) -> Numbered:
    """Whether the cues of a file have numbers, judged by the lines above their times.

    Args:
        texts: the lines of the file.
        timing_lines: the lines of times, 0-based.
    """
    if not timing_lines:
        return _numbered_without_times(texts)
    with_number = apart = 0
    last, body = 0, 0
    for position, here in enumerate(timing_lines, 1):
        line = here - 1
        while line >= body and not texts[line].strip():
            line -= 1
        if line >= body:
            begins_block = line == body or not texts[line - 1].strip()
            expected = (position, last + 1)
            written = read_number(texts[line], expected)
            if written is not None and not written.has_words:
                if line == here - 1 and (begins_block or written.value in expected):
                    with_number += 1
                    last = written.value or last + 1
                elif line < here - 1 and begins_block and written.value in expected:
                    apart += 1
                    last = written.value or last + 1
        body = here + 1
    cues = len(timing_lines)
    if 2 * (with_number + apart) > cues:
        return Numbered.YES
    return Numbered.NO if 5 * with_number <= cues else Numbered.PARTLY


def _numbered_without_times(texts: Sequence[str]) -> Numbered:
    """Whether a file in which no times can be read begins with the number 1."""
    first = next((line for line in texts if line.strip()), "")
    written = INDEX(first)
    return Numbered.YES if written is not None and int(written[1]) <= 1 else Numbered.NO


def _value(digits: str) -> int | None:
    digits = "".join(filter(str.isdecimal, digits))
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _roman_value(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))
