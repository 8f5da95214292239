"""Scripts written without spaces between words, and where their lines may end."""

from __future__ import annotations

import re

SENTENCE_MARKS = "。！？．｡"
CLAUSE_MARKS = "，、；：…､"
NO_LINE_START = frozenset(
    SENTENCE_MARKS
    + CLAUSE_MARKS
    + "」』）】》〉〕］｝”’)]ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮゝゞヽヾ・ๆฯ"
)
"""Punctuation marks and small kana that may not begin a line.

Sources:
    JIS X 4051 and W3C, Requirements for Japanese Text Layout, section 3.1.7 (characters not starting a line).
"""
NO_LINE_END = frozenset("「『（【《〈〔［｛“‘([เแโใไ")
"""Opening brackets, and the Thai vowels that are written before their consonant."""
_RANGES = (
    "\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f"
    "\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese characters, with their punctuation."""
_WITHOUT_SPACES = re.compile(f"[{_RANGES}]")
_STRETCHES = re.compile(f"[{_RANGES}]|[^{_RANGES}]+")


def is_without_spaces(text: str) -> bool:
    """Whether a text holds a character of a script written without spaces between words."""
    return _WITHOUT_SPACES.search(text) is not None


def letters_apart(text: str) -> list[str]:
    """Split a text into single characters of such scripts, with runs of all others whole."""
    return _STRETCHES.findall(text)
