"""What the network sees of a word: its number in the vocabulary, its ending, its length, its look and its punctuation.

Inference and the script that trains the network (`.ci/`) share this module, and it imports nothing heavy.
"""

from __future__ import annotations

from typing import NamedTuple

ENDINGS = 600
"""Numbers that the last three letters of a word are hashed to; 0 is for a mark without letters."""

LONGEST = 15
"""Lengths from this on count the same."""

MARKS = ("none", "comma", "end", "colon", "dash", "other")
"""Names of the punctuation after a word; the network foretells all but the last, which is a closing quotation mark or
bracket without another mark."""

CAPITAL, DIGIT, OPENING = 1, 2, 4
"""The looks of a word, which add up: it begins with a capital, has a digit among its first two letters, begins with a
quotation mark or bracket."""

_CLOSING = "\"'”’»)]}"
_QUOTES_AND_BRACKETS = "\"'“‘«([{"
_CLINGING = "\"'“‘«([{¿¡”’»)]}.,;:!?…-—–"
_LONE_DASHES = frozenset({"—", "–", "-", "--"})


class WordFeatures(NamedTuple):
    """What the network sees of a word.

    Args:
        bare: in lower case without punctuation, as the vocabulary has it; empty for a mark alone.
        ending: a number for its last three letters, below `ENDINGS`.
        look: a sum of `CAPITAL`, `DIGIT` and `OPENING`.
        mark: the punctuation after it, as a place in `MARKS`.
        length: its letters, at most `LONGEST`.
    """

    bare: str
    ending: int
    look: int
    mark: int
    length: int


def word_features(word: str) -> WordFeatures:
    """What the network sees of a non-empty word, punctuation included."""
    bare = bare_word(word)
    inner = word.lstrip(_QUOTES_AND_BRACKETS)
    look = (
        (CAPITAL if inner[:1].isupper() else 0)
        + (DIGIT if any(letter.isdigit() for letter in inner[:2]) else 0)
        + (OPENING if word[0] in '"“([' else 0)
    )
    return WordFeatures(bare, _hash_ending(bare), look, _mark_after(word), min(len(bare), LONGEST))


def bare_word(word: str) -> str:
    """A word in lower case without the punctuation around it, as the vocabulary has it."""
    return word.strip(_CLINGING).lower().replace("’", "'")


def _mark_after(word: str) -> int:
    if word in _LONE_DASHES:
        return MARKS.index("dash")
    inner = word.rstrip(_CLOSING)
    if inner.endswith((".", "?", "!", "…")):
        return MARKS.index("end")
    if inner.endswith(","):
        return MARKS.index("comma")
    if inner.endswith((";", ":")):
        return MARKS.index("colon")
    if inner.endswith(("—", "–", "--")):
        return MARKS.index("dash")
    return MARKS.index("other" if word[-1] in '"”»)]' else "none")


def _hash_ending(bare: str) -> int:
    if not bare:
        return 0
    value = 0
    for letter in bare[-3:]:
        value = (value * 131 + ord(letter)) & 0xFFFFFFFF
    return 1 + value % (ENDINGS - 1)
