"""Terms of a text: pairs of words that it repeats as one, such as *machine learning*."""

from __future__ import annotations

from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from captious.segment.kinds import Classifier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.lexicon import Lexicon

_MOST_WORDS = 50_000
"""Words read, five hours of speech: more would change little."""
_FEWEST = 3
_LEAST_SHARE = 0.5
"""Least occurrences of a pair, and its least share of those of the rarer word: our own, from the pairs of the seed
interview (*machine learning*, *open source*, *little bit*)."""


def find_terms(words: Iterable[str], lexicon: Lexicon) -> frozenset[tuple[str, str]]:
    """Find the pairs of words that a text uses as one; function words and numbers are excluded.

    Args:
        words: the words of a text, in order, with punctuation; only the first tens of thousands are read.
        lexicon: word classes of the language; without lists there are no terms.

    Returns:
        Pairs in lower case without punctuation.
    """
    if not lexicon.known:
        return frozenset()
    classify = Classifier(lexicon)
    tokens = [classify(word) for word in islice(words, _MOST_WORDS)]
    counts: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for token in tokens:
        counts[token.bare] += 1
    for left, right in pairwise(tokens):
        if not (left.mark or left.leads or right.leads or left.word[-1] in ".?!"):
            pairs[left.bare, right.bare] += 1
    return frozenset(
        (left, right)
        for (left, right), count in pairs.items()
        if count >= _FEWEST
        and left.isalpha()
        and right.isalpha()
        and left != right
        and count >= _LEAST_SHARE * min(counts[left], counts[right])
    )
