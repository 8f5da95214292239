"""What is wider than a line, in parts that fit: long words, and scripts that are written without blanks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_OWN_MARKS = "-/_–—"
_SENTENCE_MARKS = "。！？．｡"
_CLAUSE_MARKS = "，、；：…､"
_NO_LINE_START = frozenset(
    _SENTENCE_MARKS + _CLAUSE_MARKS + "」』）】》〉〕］｝”’)]ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
"""Marks and small kana that do not begin a line.

Sources:
    JIS X 4051 and W3C, Requirements for Japanese Text Layout, section 3.1.7 (characters not starting a line).
"""
_NO_LINE_END = frozenset("「『（【《〈〔［｛“‘([เแโใไ")
"""Opening brackets, and the vowels of Thai that are written before their consonant."""
_MARKS = re.compile(f"[{_SENTENCE_MARKS}{_CLAUSE_MARKS}]+[」』）】》〉〕］｝”’)]*")
_WITHOUT_BLANKS = re.compile(
    "[\u0e01-\u0e5b\u0e81-\u0edf\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f"
    "\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, kana and Chinese characters, with their punctuation."""


def break_word(word: str, reach: Callable[[str, int, float], int], width: float) -> tuple[list[str], bool]:
    """The parts of a word that is wider than a line, none wider than it.

    Args:
        word: wider than ``width``.
        reach: where the longest stretch of a text from an index that is no wider than a width ends.
        width: characters in a line, at least 2.

    Returns:
        The parts and whether the word is torn: a long word breaks after its own hyphens and slashes, or else with
        a hyphen added; a script without blanks after each of its marks, or else anywhere, which tears nothing.
    """
    parts: list[str] = []
    torn = False
    start = 0
    while (end := reach(word, start, width)) < len(word):
        if _WITHOUT_BLANKS.match(word[end - 1]) and (_WITHOUT_BLANKS.match(word[end])):
            end = _end_without_blanks(word, start, end)
            part = word[start:end]
        else:
            torn = True
            own = max(word.rfind(mark, start + 1, end) for mark in _OWN_MARKS) + 1
            if own:
                end = own
                part = word[start:end]
            else:
                end = reach(word, start, width - 1)
                part = word[start:end] + "-"
        parts.append(part)
        start = end
    return [*parts, word[start:]], torn


def _end_without_blanks(word: str, start: int, end: int) -> int:
    """Where a part ends that may reach to ``end``: after the first marks in it, else where a line may begin."""
    marked = _MARKS.search(word, start + 1, end)
    if marked is not None and word[marked.end()] not in _NO_LINE_START:
        return marked.end()
    at = end
    while at > start + 1 and (word[at] in _NO_LINE_START or word[at - 1] in _NO_LINE_END):
        at -= 1
    return at if at > start + 1 else end


def ends_sentence(part: str) -> bool:
    """Whether a part of text without blanks ends a sentence."""
    return part[-1] in _SENTENCE_MARKS


def part_mark(part: str) -> str:
    """The mark that a part of text without blanks ends with, as tables of breaks call it."""
    if ends_sentence(part):
        return "sentence"
    return "comma" if part[-1] in _CLAUSE_MARKS else "no mark"
