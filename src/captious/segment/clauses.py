"""Clauses and sentences of scripts that have spaces between them, and no marks: Thai, Lao, Burmese, Khmer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.measure.scripts import is_spaced_by_clauses

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_POLITE = ("ครับ", "ค่ะ", "คะ", "ครับผม", "จ้ะ", "จ้า")
"""Particles that end a Thai sentence in polite speech.

Sources:
    Iwasaki & Ingkaphirom, A Reference Grammar of Thai, Cambridge University Press 2005, chapter 14 (speech level
    particles are sentence-final).
"""


class Spaces(NamedTuple):
    """What the spaces of a text end.

    Args:
        clauses: numbers of the words that end a clause.
        sentences: of those that end a sentence.
    """

    clauses: frozenset[int]
    sentences: frozenset[int]


def find_spaced_clauses(words: Sequence[str], spaced: Sequence[bool]) -> Spaces:
    """Find the words of such a script that a space follows.

    Args:
        words: of a turn.
        spaced: whether a space follows each.
    """
    clauses = frozenset(
        number
        for number, (word, space) in enumerate(zip(words, spaced, strict=True))
        if space
        and number + 1 < len(words)
        and is_spaced_by_clauses(word[-1])
        and is_spaced_by_clauses(words[number + 1][0])
    )
    return Spaces(clauses, frozenset(number for number in clauses if words[number].endswith(_POLITE)))


def with_pauses(words: Sequence[str], clauses: Collection[int]) -> list[str]:
    """The words as their breaks are priced: with a comma where a space ends a clause."""
    return [f"{word}," if number in clauses else word for number, word in enumerate(words)]
