"""Break words wider than a line into parts that fit: long words, and scripts written without spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.measure.scripts import (
    CLAUSE_MARKS,
    NO_LINE_END,
    NO_LINE_START,
    SENTENCE_MARKS,
    is_within_syllable,
    is_without_spaces,
)
from captious.measure.sentence_marks import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

_OWN_MARKS = "-/_–—"
_WORD_MARKS = "፡་།"
"""Marks between the words of Ethiopic and Tibetan text without spaces: no word is broken after one."""
_MARKS = re.compile(f"[{SENTENCE_MARKS}{CLAUSE_MARKS}]+[」』）】》〉〕］｝”’)]*")


def break_word(word: str, reach: Callable[[str, int, float], int], width: float) -> tuple[list[str], bool]:
    """Break a word that is wider than a line into parts that fit.

    Args:
        word: wider than ``width``.
        reach: end of the longest part of a text from an index that is no wider than a width.
        width: characters in a line, at least 2.

    Returns:
        The parts, and whether the word is broken: a long word breaks after its own hyphens and slashes, or else with
        a hyphen added; a script without spaces after its punctuation, or else anywhere, which breaks no word.
    """
    parts: list[str] = []
    broken = False
    start = 0
    while (end := reach(word, start, width)) < len(word):
        if is_without_spaces(word[end - 1]) and is_without_spaces(word[end]):
            end = _end_without_spaces(word, start, end)
            part = word[start:end]
        elif (after := max(word.rfind(mark, start + 1, end) for mark in _WORD_MARKS) + 1) > 0:
            end = after
            part = word[start:end]
        else:
            broken = True
            own = max(word.rfind(mark, start + 1, end) for mark in _OWN_MARKS) + 1
            if own:
                end = own
                part = word[start:end]
            else:
                end = reach(word, start, width - 1)
                part = word[start:end] + "-"
        parts.append(part)
        start = end
    return [*parts, word[start:]], broken


def _end_without_spaces(word: str, start: int, end: int) -> int:
    """The end of a part that may reach to ``end``: after the first punctuation in it, else where a line may begin."""
    marked = _MARKS.search(word, start + 1, end)
    if marked is not None and word[marked.end()] not in NO_LINE_START:
        return marked.end()
    at = end
    while at > start + 1 and (
        word[at] in NO_LINE_START or word[at - 1] in NO_LINE_END or is_within_syllable(word, at)
    ):
        at -= 1
    return at if at > start + 1 else end


def part_mark(part: str) -> str:
    """The final punctuation of a part of text without spaces, by its name in break tables."""
    if ends_sentence(part):
        return "sentence"
    return "comma" if part[-1] in CLAUSE_MARKS else "no mark"
