"""Features of a word boundary, by their names in a table of break costs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.segment.kinds import Token

SENTENCE = "sentence"
_FIFTHS = 5
_FURTHEST = 8
"""Distances to the punctuation on both sides are counted in fifths of a line, up to this many."""


def pair_features(left: Token, right: Token, *, is_end: bool) -> list[str]:
    """Features of the two words around a boundary, by their names in a table."""
    mark = SENTENCE if is_end else left.mark
    if not mark:
        features = ["no mark", f"after {left.kind}", f"before {right.kind}"]
    elif is_end:
        features = [mark]
    else:
        features = [mark, f"{mark} before {right.kind}"]
    if right.opens:
        features.append(f"{mark or 'no mark'} before an opening")
    return features


_DISTANCES = {
    mark: (
        tuple(f"{mark}, next mark after {fifths}/5 of a line" for fifths in range(_FURTHEST + 1)),
        tuple(f"{mark}, last mark before {fifths}/5 of a line" for fifths in range(_FURTHEST + 1)),
    )
    for mark in ("no mark", "mark", SENTENCE)
}


def sorts_of(tokens: Sequence[Token], ends: frozenset[int]) -> list[str]:
    """What stands after each word: ``"sentence"``, ``"mark"`` or ``"no mark"``."""
    return [
        SENTENCE if number in ends else "mark" if token.mark else "no mark"
        for number, token in enumerate(tokens)
    ]


def context_features(sorts: Sequence[str], widths: Sequence[float], *, width: float) -> list[tuple[str, ...]]:
    """Features at each word boundary beyond the pair of words around it: the distance to the punctuation on both sides.

    Args:
        sorts: what stands after each word of a turn, as `sorts_of` says.
        widths: of the words.
        width: characters of a full line.

    Returns:
        Names of features, one tuple per boundary, one fewer than words.
    """
    count = len(sorts)
    scale = _FIFTHS / width
    following = [_FURTHEST] * count
    reach = 99.0 * width
    for number in range(count - 1, -1, -1):
        following[number] = min(_FURTHEST, int(reach * scale))
        reach = widths[number] + 1 + (reach if sorts[number] == "no mark" else 0.0)
    rows: list[tuple[str, ...]] = []
    reach = 0.0
    for number in range(count - 1):
        sort = sorts[number]
        reach += widths[number] + 1
        nexts, lasts = _DISTANCES[sort]
        rows.append((nexts[following[number]], lasts[min(_FURTHEST, int(reach * scale))]))
        if sort != "no mark":
            reach = 0.0
    return rows


@cache
def network_features(sort: str) -> tuple[tuple[str, ...], ...]:
    """The names of the network's answers in a table, for each of its questions, where a mark stands or none; empty for
    the questions that are not asked there, as at the end of a sentence."""
    from captious.segment.belonging.gap_features import QUESTIONS

    if sort == SENTENCE:
        return ()
    return tuple(
        tuple("" if one.only_without_mark and sort != "no mark" else f"{sort}, {name}" for name in one.names)
        for one in QUESTIONS
    )
