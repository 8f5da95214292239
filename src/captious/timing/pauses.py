"""How long words and the pauses after them take in speech, in syllables."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.model import Word

LETTERS_SHARE = 0.4
"""How much of the length of a word is told by its letters, and the rest by its syllables."""
SENTENCE_PAUSE, CLAUSE_PAUSE, LINE_PAUSE = 2.0, 0.7, 2.0
"""Pauses after a sentence, after a comma, and after a line where lines are breath groups, in syllables."""
LETTERS_FADE_MS, PAUSES_FADE_MS = 900_000, 240_000
"""Time between two known times at which letters and pauses count half of that: over an hour it matters more how
somebody writes and punctuates than how long each word takes.

Sources:
    All of them: bench/text_times.py, learned on half of two sets of recordings and judged on the other half; the pause
    after a line on captions of talks.
"""

_SENTENCE, _CLAUSE = frozenset(".?!…。！？．｡؟।۔"), frozenset(",;:،؛、，；：–—-")
_INNER = re.compile("([。！？．｡])|([、，；：])")
_CLOSING = "\"'”’»)]」』）"
_FEWEST_LINES = 20
_LONGEST_LINE = 12
"""Words of the middle line from which on lines are paragraphs. Our own value."""
_FREE = 0.5
"""Share of line ends where the next word had room from which on lines are not wrapped at a width. Our own value."""


def measure_letters(words: Sequence[Word], syllables: Sequence[float]) -> list[float]:
    """The length of each word by its letters; all together as long as their syllables are.

    Args:
        words: in order.
        syllables: of each; a word without one takes no time, and a sound the time it has.
    """
    letters = [
        0 if word.sound or not cost else len(word.text) + 1
        for word, cost in zip(words, syllables, strict=True)
    ]
    spoken = sum(cost for word, cost in zip(words, syllables, strict=True) if not word.sound)
    each = spoken / max(sum(letters), 1)
    return [
        cost if word.sound else each * size
        for word, cost, size in zip(words, syllables, letters, strict=True)
    ]


def measure_pauses(words: Sequence[Word]) -> list[float]:
    """The pause after each word, by the punctuation at its end and within text without spaces, and by the lines."""
    lines = _line_ends(words)
    pauses = []
    for number, word in enumerate(words):
        text = "" if word.sound else word.text.rstrip(_CLOSING)
        following = words[number + 1].text if number + 1 < len(words) else ""
        pause = 0.0
        if text[-1:] in _SENTENCE and not (text.endswith(".") and following[:1].islower()):
            pause = SENTENCE_PAUSE
        elif text[-1:] in _CLAUSE:
            pause = CLAUSE_PAUSE
        if number in lines:
            pause = max(pause, LINE_PAUSE + pause / 2)
        if not text.isascii():
            pause += sum(SENTENCE_PAUSE if inner[1] else CLAUSE_PAUSE for inner in _INNER.finditer(text[:-1]))
        pauses.append(pause)
    return pauses


def faded(length_ms: float, half_ms: float) -> float:
    """How much of something counts between two known times this far apart, if it is half of it at ``half_ms``."""
    return 1 / (1 + (length_ms / half_ms) ** 2)


def _line_ends(words: Sequence[Word]) -> frozenset[int]:
    """The last words of lines, if those are breath groups: short, and not wrapped at a width."""
    ends = [number for number, (here, there) in enumerate(pairwise(words)) if here.line != there.line]
    if len(ends) < _FEWEST_LINES:
        return frozenset()
    firsts = [0, *(end + 1 for end in ends)]
    lines = list(zip(firsts, [*ends, len(words) - 1], strict=True))
    if median(last - first + 1 for first, last in lines) > _LONGEST_LINE:
        return frozenset()
    widths = [sum(len(words[number].text) + 1 for number in range(first, last + 1)) for first, last in lines]
    # blank lines and other speakers end a paragraph, whatever its width
    inner = [number for number, end in enumerate(ends) if words[end + 1].line == words[end].line + 1]
    widest = max(widths)
    free = sum(widths[number] + len(words[ends[number] + 1].text) < widest for number in inner)
    return frozenset(ends) if len(inner) >= _FEWEST_LINES and free >= _FREE * len(inner) else frozenset()
