"""The odds of punctuation between two words, by the words alone.

Learned from the punctuation of transcripts: it shows where clauses end in text without punctuation, and how well a
boundary without a mark bears a break in text with punctuation.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_DATA = Path(__file__).parent / "data"

PLACES = ("before_last", "last", "first", "after_first", "both")
"""The words considered: the two before a boundary, the two after it, and the two around it as a pair."""

Odds = tuple[float, float]
"""Logarithms of the odds of any punctuation mark, and of one that ends a sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Boundaries:
    """The contribution of each word in each place to the odds of a punctuation mark.

    Args:
        bias: the odds without any known word.
        weights: a mapping for each of `PLACES`, from a word (or ``"left right"``) to its contribution.
    """

    bias: Odds
    weights: Sequence[Mapping[str, Odds]]

    def odds(self, words: Sequence[str]) -> list[Odds]:
        """The odds of a punctuation mark after each word but the last.

        Args:
            words: in lower case, without punctuation; empty for a mark alone.
        """
        before_last, last, first, after_first, both = self.weights
        none = (0.0, 0.0)
        found: list[Odds] = []
        edge = ["<s>", *words, "</s>"]
        for number in range(1, len(edge) - 2):
            left, right = edge[number], edge[number + 1]
            a, b = last.get(left, none), first.get(right, none)
            c, d = before_last.get(edge[number - 1], none), after_first.get(edge[number + 2], none)
            e = both.get(f"{left} {right}", none)
            found.append(
                (
                    self.bias[0] + a[0] + b[0] + c[0] + d[0] + e[0],
                    self.bias[1] + a[1] + b[1] + c[1] + d[1] + e[1],
                )
            )
        return found


@cache
def load_boundaries(language: str) -> Boundaries | None:
    """Load the model of a language by its primary subtag; ``None`` if there is none."""
    path = _DATA / f"boundaries-{language}.json"
    if not path.is_file():
        return None
    table = json.loads(path.read_text(encoding="utf-8"))
    return Boundaries(
        bias=(table["bias"][0], table["bias"][1]),
        weights=[{word: (odds[0], odds[1]) for word, odds in table[place].items()} for place in PLACES],
    )
