"""Find sentence ends. The only module that knows nltk."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from captious.measure.sentence_marks import CLOSING, TERMINALS, ends_by_mark_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nltk.tokenize.punkt import PunktSentenceTokenizer

    from captious.lexicon import Lexicon

# Punkt knows straight quotes only; these replacements have the same length, so offsets stay true.
_STRAIGHT = str.maketrans("‘’‚‛“”„‟«»…", '\'\'\'\'"""""".')

_MARKS = TERMINALS | {"…"}

_QUOTING = ("と", "って", "という")
"""What follows a quotation in Japanese."""


def find_sentence_ends(words: Sequence[str], lexicon: Lexicon) -> frozenset[int]:
    """Find the words that end a sentence, by nltk's Punkt with the language's abbreviations.

    Args:
        words: the words of one turn with their punctuation; none holds a space that ends it.
        lexicon: gives the abbreviations, and the words that begin a sentence when capitalised after one.

    Returns:
        0-based word numbers. The last word is one of them only if it looks like an end; none for no words.

    Sources:
        Kiss & Strunk 2006, Unsupervised Multilingual Sentence Boundary Detection, Computational Linguistics
        32(4); why the parameters are ours and not a downloaded model: docs/adr/0004.
    """
    if not any(_may_end(word) for word in words):
        return frozenset(_find_marked_ends(words))
    text = " ".join(words).translate(_STRAIGHT)
    offsets: list[int] = []
    position = 0
    for word in words:
        position += len(word)
        offsets.append(position)
        position += 1
    ends: set[int] = set()
    number = 0
    for _, end in _tokenizer(lexicon).span_tokenize(text):
        while number < len(offsets) - 1 and offsets[number] < end:
            number += 1
        following = words[number + 1][:1] if number + 1 < len(words) else ""
        # Punkt knows three dots as a pause, but not the ellipsis character
        pause = words[number].rstrip(CLOSING).endswith("…") and following.islower()
        if _may_end(words[number]) and not pause:
            ends.add(number)
    ends.update(_find_marked_ends(words))
    return frozenset(ends)


def _find_marked_ends(words: Sequence[str]) -> Iterator[int]:
    """The words that end with a mark Punkt does not know, as other scripts have them: nothing else is written so."""
    for number, word in enumerate(words):
        if not word.isascii() and ends_by_mark_alone(word):
            following = words[number + 1] if number + 1 < len(words) else ""
            # a quotation that the sentence goes on after
            if word[-1] not in CLOSING or not following.startswith(_QUOTING):
                yield number


def _may_end(word: str) -> bool:
    return not _MARKS.isdisjoint(word)


@lru_cache(maxsize=8)
def _tokenizer(lexicon: Lexicon) -> PunktSentenceTokenizer:
    # late: importing nltk costs a quarter of a second
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(lexicon.abbreviations)
    parameters.sent_starters = set(lexicon.pronouns | lexicon.articles | lexicon.coordinators)
    return PunktSentenceTokenizer(parameters)


def find_plain_ends(words: Sequence[str], lexicon: Lexicon) -> frozenset[int]:
    """Find sentence ends without nltk: punctuation and a following capital, enough for a cue's few words.

    The linter checks tens of thousands of cues and must not load nltk for it.
    """
    ends: set[int] = set()
    for number, word in enumerate(words):
        if not _may_end(word):
            continue
        bare = word.translate(_STRAIGHT).rstrip(CLOSING)
        following = words[number + 1].lstrip("\"'“‘([") if number + 1 < len(words) else "A"
        if not bare.endswith((".", "?", "!")):
            continue
        short = bare.endswith(".") and bare[:-1].lower().lstrip("\"'([") in lexicon.abbreviations
        pause = bare.endswith("..") or word.rstrip(CLOSING).endswith("…")
        if not short and not (pause and following[:1].islower()):
            ends.add(number)
    ends.update(_find_marked_ends(words))
    return frozenset(ends)
