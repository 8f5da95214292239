"""How much the words before and after a place have in common: little, where the subject changes."""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

_BLOCK_WORDS = 100
"""Words of a stretch in which a word counts once: one that is in all of them says nothing about the subject."""
_SNOWBALL = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nb": "norwegian", "nl": "dutch", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish",
}  # fmt: skip


def stemmer(language: str) -> Callable[[str], str]:
    """The stemmer of a language: nltk's Snowball; the word itself in languages it does not know."""
    name = _SNOWBALL.get(language.split("-", maxsplit=1)[0].lower())
    return _load(name) if name is not None else str


@cache
def _load(name: str) -> Callable[[str], str]:
    from nltk.stem.snowball import SnowballStemmer  # late: importing nltk costs a quarter of a second

    stem: Callable[[str], str] = cache(SnowballStemmer(name).stem)
    return stem


def similarities(
    words: Sequence[str], stop_words: Collection[str], places: Iterable[int], *, size: int
) -> list[float]:
    """Compare the words before and after each place: the cosine of their counts, rare words weighted more.

    Args:
        words: the stems of a text, in order.
        stop_words: words without meaning for the subject.
        places: numbers of words, rising.
        size: how many words before, and as many from the place on, are compared; fewer at both ends of the text.

    Returns:
        One number for each place, 0 to 1.

    Sources:
        Hearst 1997, TextTiling: Segmenting Text into Multi-Paragraph Subtopic Passages, Computational Linguistics
        23(1): blocks before and after a gap, by the cosine; here at every place, and weighted by inverse document
        frequency (Spärck Jones 1972).
    """
    held = [word if word not in stop_words else "" for word in words]
    weights = _rarity(held)
    windows = _Windows(weights)
    found = []
    begin = middle = end = 0
    for place in places:
        for number in range(end, min(place + size, len(held))):
            windows.add(held[number], after=1)
        end = max(end, min(place + size, len(held)))
        for number in range(middle, place):
            windows.add(held[number], before=1, after=-1)
        middle = place
        for number in range(begin, max(place - size, begin)):
            windows.add(held[number], before=-1)
        begin = max(place - size, begin)
        found.append(windows.cosine())
    return found


def _rarity(words: Sequence[str]) -> dict[str, float]:
    """The squared weight of each word: the fewer stretches of the text hold it, the greater."""
    stretches = [set(words[at : at + _BLOCK_WORDS]) for at in range(0, len(words), _BLOCK_WORDS)]
    frequency = Counter(word for stretch in stretches for word in stretch if word)
    return {word: (math.log(len(stretches) / n) + 0.1) ** 2 for word, n in frequency.items()}


class _Windows:
    """The words before and after a place that moves on, with the parts of their cosine kept up to date."""

    def __init__(self, weights: dict[str, float]) -> None:
        self._weights = weights
        self._before: Counter[str] = Counter()
        self._after: Counter[str] = Counter()
        self._dot = self._before_square = self._after_square = 0.0

    def add(self, word: str, *, before: int = 0, after: int = 0) -> None:
        """Changes how often a word is on each side."""
        if not word:
            return
        weight, old_before, old_after = self._weights[word], self._before[word], self._after[word]
        new_before, new_after = old_before + before, old_after + after
        self._dot += weight * (new_before * new_after - old_before * old_after)
        self._before_square += weight * (new_before**2 - old_before**2)
        self._after_square += weight * (new_after**2 - old_after**2)
        self._before[word], self._after[word] = new_before, new_after

    def cosine(self) -> float:
        """The cosine now."""
        square = self._before_square * self._after_square
        return min(max(self._dot / math.sqrt(square), 0.0), 1.0) if square > 1e-9 else 0.0
