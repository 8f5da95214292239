"""The dictionary and the language model of a transcript, for the decoder."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from typing import TYPE_CHECKING

from captious.audio.pronunciation import pronounce

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DISCOUNT = 0.5
"""Discount taken from each count for unseen n-grams.

Sources:
    Absolute discounting: Ney, Essen & Kneser 1994, Computer Speech and Language 8(1).
"""
_SHORTEST_PART = 3


def dictionary_lines(words: Iterable[str], known: Iterable[str]) -> list[str]:
    """Make the lines of a dictionary with just these words.

    Args:
        words: as `captious.audio.pronunciation.spoken_forms` returns them, each once.
        known: lines of a large dictionary, ``word PHONES`` or ``word(2) PHONES``.

    Returns:
        Every pronunciation in the large one; for a word it lacks, that of two words it is made of, or one by rule.
    """
    wanted = set(words)
    lower = {word.lower() for word in wanted}
    parts = {
        part
        for word in lower
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        for part in (word[:at], word[at:])
    }
    found: dict[str, list[str]] = {}
    for line in known:
        entry, _, phones = line.partition(" ")
        word = entry.partition("(")[0]
        if phones and (word in lower or word in parts):
            found.setdefault(word, []).append(phones.strip())
    lines: list[str] = []
    for word in sorted(wanted):
        sounds = found.get(word) if not word.isupper() else None
        sounds = sounds or _made_of_two(word, found) or [pronounce(word)]
        lines += [
            f"{word}({number}) {one}" if number > 1 else f"{word} {one}"
            for number, one in enumerate(sounds, 1)
        ]
    return lines


def _made_of_two(word: str, found: dict[str, list[str]]) -> list[str] | None:
    if word.isupper():
        return None
    places = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    # the most even split: "tensor flow", not "ten sorflow"
    for at in sorted(places, key=lambda at: abs(2 * at - len(word))):
        one, other = found.get(word[:at]), found.get(word[at:])
        if one and other:
            return [f"{one[0]} {other[0]}"]
    return None


def arpa_lines(words: Sequence[str]) -> list[str]:
    """Make a trigram model of a text in ARPA format, linear in its words.

    Args:
        words: the text; the model lets a decoder begin and end between any two of them.
    """
    counts = [Counter[tuple[str, ...]]() for _ in range(3)]
    counts[0].update((word,) for word in words)
    counts[1].update(itertools.pairwise(words))
    counts[2].update(zip(words, words[1:], words[2:], strict=False))
    total = sum(counts[0].values())
    uni = {gram: (count + 1) / (total + len(counts[0]) + 2) for gram, count in counts[0].items()}
    edge = 1 / (len(words) / 20 + 2)
    bi, bi_weight = _interpolated(counts[1], counts[0], uni)
    tri, tri_weight = _interpolated(counts[2], counts[1], bi)
    lines = [
        "\\data\\",
        f"ngram 1={len(uni) + 2}",
        f"ngram 2={len(bi)}",
        f"ngram 3={len(tri)}",
        "",
        "\\1-grams:",
    ]
    lines += [f"-99 <s> {_log(1.0)}", f"{_log(edge)} </s>"]
    lines += [
        f"{_log(value)} {gram[0]} {_log(bi_weight.get(gram, 1.0))}" for gram, value in sorted(uni.items())
    ]
    lines += ["", "\\2-grams:"]
    lines += [
        f"{_log(value)} {' '.join(gram)} {_log(tri_weight.get(gram, 1.0))}"
        for gram, value in sorted(bi.items())
    ]
    lines += ["", "\\3-grams:"]
    lines += [f"{_log(value)} {' '.join(gram)}" for gram, value in sorted(tri.items())]
    return [*lines, "", "\\end\\"]


def _interpolated(
    counts: Counter[tuple[str, ...]], shorter: Counter[tuple[str, ...]], lower: dict[tuple[str, ...], float]
) -> tuple[dict[tuple[str, ...], float], dict[tuple[str, ...], float]]:
    """Probabilities of n-grams, and for each history the weight of unseen ones."""
    kinds = Counter(gram[:-1] for gram in counts)
    weight = {history: _DISCOUNT * number / shorter[history] for history, number in kinds.items()}
    seen = {
        gram: (count - _DISCOUNT) / shorter[gram[:-1]] + weight[gram[:-1]] * lower[gram[1:]]
        for gram, count in counts.items()
    }
    return seen, weight


def _log(value: float) -> str:
    return f"{math.log10(max(value, 1e-9)):.4f}"
