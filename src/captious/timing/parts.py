"""Words in comparable form: bare parts in lower case, numbers as digits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.timing.anchors import bare_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: str(number) for number, word in enumerate(_SMALL)} | {
    word: str(10 * tens) for tens, word in enumerate(_TENS, 3)
}
"""English numbers that may be digits in ASR output or in the transcript."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two versions of the same words.

    Args:
        parts: their bare parts, several for a word with a hyphen.
        owners: the index of the word each part belongs to.
    """

    parts: list[str]
    owners: list[int]


def parts_of(texts: Iterable[str]) -> Side:
    """Split words into parts, in order; a text without letters and digits has none."""
    side = Side([], [])
    for number, text in enumerate(texts):
        for part in bare_parts(text):
            side.parts.append(_NUMBERS.get(part, part))
            side.owners.append(number)
    return side
