"""Scripts: which one a text is in, those written without spaces between words, and where their lines may end."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

SENTENCE_MARKS = "。！？．｡။។៕"
CLAUSE_MARKS = "，、；：…､၊៖"
NO_LINE_START = frozenset(
    SENTENCE_MARKS
    + CLAUSE_MARKS
    + "」』）】》〉〕］｝”’)]ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮゝゞヽヾ・ๆฯ"
)
"""Punctuation marks and small kana that may not begin a line.

Sources:
    JIS X 4051 and W3C, Requirements for Japanese Text Layout, section 3.1.7 (characters not starting a line).
"""
NO_LINE_END = frozenset("「『（【《〈〔［｛“‘([เแโใไເແໂໃໄ")
"""Opening brackets, and the vowels of Thai and Lao that are written before their consonant."""
_RANGES = (
    "\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f"
    "\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese characters, with their punctuation."""
_WITHOUT_SPACES = re.compile(f"[{_RANGES}]")
_SPACED_CLAUSES = re.compile("[\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17ff]")
_STRETCHES = re.compile(f"[{_RANGES}]|[^{_RANGES}]+")
_EAST_ASIAN = re.compile("[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]")


def is_without_spaces(text: str) -> bool:
    """Whether a text holds a character of a script written without spaces between words."""
    return _WITHOUT_SPACES.search(text) is not None


def is_spaced_by_clauses(character: str) -> bool:
    """Whether a character is of a script whose spaces stand between clauses: Thai, Lao, Burmese, Khmer."""
    return _SPACED_CLAUSES.match(character) is not None


def is_within_syllable(text: str, at: int) -> bool:
    """Whether a place in a Burmese or Khmer text is within a syllable.

    A consonant with a virama or coeng before it is written below another; a Burmese one with an asat ends a syllable.
    """
    if text[at - 1] in "\u1039\u17d2":
        return True
    return "\u1000" <= text[at] <= "\u102a" and text[at + 1 : at + 3].lstrip("\u1037")[:1] in (
        "\u103a",
        "\u1039",
    )


def is_east_asian(text: str) -> bool:
    """Whether a text holds a Chinese or Japanese character, their punctuation and full-width forms included."""
    return _EAST_ASIAN.search(text) is not None


def letters_apart(text: str) -> list[str]:
    """Split a text into single characters of such scripts, with runs of all others whole."""
    return _STRETCHES.findall(text)


LATIN = "Latin"
CHINESE_JAPANESE = "Chinese or Japanese"
_NAMED = frozenset(
    ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "GEORGIAN", "HEBREW", "ARABIC", "SYRIAC", "THAANA", "NKO", "DEVANAGARI",
     "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "THAI", "LAO",
     "TIBETAN", "MYANMAR", "KHMER", "MONGOLIAN", "HANGUL", "ETHIOPIC", "CHEROKEE", "TIFINAGH", "JAVANESE", "BALINESE")
)  # fmt: skip
"""Scripts by the first word of their characters' names; mathematical and full-width letters are of none."""
_MOST_CHARS = 400
"""Characters of a line that are read: a line can be a megabyte."""
_LEAST_SHARE = 0.2
"""Least share of letters from which a line is in a script other than Latin: names and terms in Latin letters stand in
text of every script, and hardly ever the other way round."""


def script_of(line: str) -> str | None:
    """The script that a line is written in; ``None`` without a letter.

    A line that holds letters of another script than Latin as more than a word within is in that one.
    """
    if line.isascii():
        return LATIN if any(map(str.isalpha, line)) else None
    found = _count(line)
    total = found.total()
    latin = found.pop(LATIN, 0)
    if not found:
        return LATIN if latin else None
    script, number = found.most_common(1)[0]
    return script if number >= _LEAST_SHARE * total else LATIN


def main_script_of(line: str) -> str | None:
    """The script of most letters of a line; ``None`` without a letter."""
    found = _count(line)
    return found.most_common(1)[0][0] if found else None


def _count(line: str) -> Counter[str]:
    if line.isascii():
        return Counter([LATIN] if any(map(str.isalpha, line)) else [])
    return Counter(script for character in line[:_MOST_CHARS] if (script := _script(character)))


@cache
def _script(character: str) -> str | None:
    if not character.isalpha():
        return None
    if is_east_asian(character):
        # full-width Latin letters are part of either
        return CHINESE_JAPANESE if not "\uff01" <= character <= "\uff5e" else None
    name = unicodedata.name(character, "").partition(" ")[0]
    return name.title() if name in _NAMED else None
