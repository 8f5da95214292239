"""What a break between two words costs, from the words around it and what a table says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.lexicon.weak_ends import weak_end
from captious.segment.kinds import Classifier, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.lexicon import Lexicon
    from captious.segment.boundaries import Boundaries
    from captious.style.break_table import BreakTable

FORBIDDEN = float("inf")
"""Cost of a break that must not be."""

_INSIDE_TERM = 5.0
"""Cost of a break inside a term of the text, over what is learned."""
_INSIDE_NAME = 200.0
"""Cost of a break inside a name: more than anything that is learned, less than one after a title, since a name may be
longer than a line."""

_LEADING = frozenset({"article", "possessive", "pronoun", "pronoun-with-verb", "modal", "negated"})
_LEADING_TIMES = 2.0
"""Kinds of words that hardly ever close a phrase, and how many times as much a weak line end on one costs (*one thing
I | have*, *you can | recognize*); *have* and *get* may be verbs of their own (*they have | the right category*)."""

SENTENCE = "sentence"
_FIFTHS = 5
_FURTHEST = 8
"""Distances to the marks on both sides are told in fifths of a line, up to this many."""


class GapCosts:
    """Tells what breaks cost by one table; remembers pairs of kinds it has seen.

    Args:
        lexicon: word classes of the language.
        table: what is seen at a gap and what it costs.
        boundaries: odds of marks by the words alone; ``None`` where the language has none.
        width: characters of a full line.
        terms: pairs of words, in lower case, that the text uses as one.
        function_word_end: what a style adds to the cost of a line that ends on a function word.
    """

    __slots__ = (
        "_boundaries",
        "_classify",
        "_far",
        "_function_word_end",
        "_lexicon",
        "_pairs",
        "_table",
        "_terms",
        "_weak",
        "_width",
    )

    def __init__(
        self,
        lexicon: Lexicon,
        table: BreakTable,
        boundaries: Boundaries | None,
        *,
        width: float,
        terms: frozenset[tuple[str, str]] = frozenset(),
        function_word_end: float = 0.0,
    ) -> None:
        self._classify = Classifier(lexicon)
        self._lexicon = lexicon
        self._table = table
        self._boundaries = boundaries
        self._width = width
        self._terms = terms
        self._function_word_end = function_word_end
        self._pairs: dict[tuple[str, str, str, bool], tuple[float, float]] = {}
        self._far: dict[tuple[str, ...], tuple[float, float]] = {}
        self._weak: dict[tuple[str, str], bool] = {}

    def marked(self, mark: str) -> tuple[float, float]:
        """The costs of a cue break and a line break after a mark (``"sentence"``, ``"comma"``), all else unknown."""
        return self._table.gaps.get(mark, (0.0, 0.0))

    def costs(
        self, words: Sequence[str], widths: Sequence[float], ends: frozenset[int]
    ) -> tuple[list[float], list[float]]:
        """What a break after each word costs.

        Args:
            words: the words of one turn.
            widths: their widths.
            ends: the numbers of the words that end a sentence.

        Returns:
            For cue breaks and for line breaks one number a word, `FORBIDDEN` where no break may be; the last is 0,
            because a turn ends a cue anyway.
        """
        cues: list[float] = []
        lines: list[float] = []
        tokens = [self._classify(word) for word in words]
        weak_cost, terms = self._table.weak_end, self._terms
        for number, seen in enumerate(look(tokens, widths, ends, self._boundaries, width=self._width)):
            left, right = tokens[number], tokens[number + 1]
            if _is_forbidden(left, right, is_end=number in ends):
                cues.append(FORBIDDEN)
                lines.append(FORBIDDEN)
                continue
            cue, line = self._pair(left, right, is_end=number in ends)
            far = self._far.get(seen)
            if far is None:
                far = self._far[seen] = self._sum(seen)
            cue += far[0]
            line += far[1]
            if terms and (left.bare, right.bare) in terms and not left.mark:
                cue += _INSIDE_TERM
                line += _INSIDE_TERM
            if number not in ends and _is_inside_name(left, right):
                cue += _INSIDE_NAME
                line += _INSIDE_NAME
            if left.leads and not left.mark and number not in ends:
                added = self._function_word_end
                if self._is_weak(left, right):
                    added += weak_cost * (_LEADING_TIMES if left.kind in _LEADING else 1.0)
                cue += added
                line += added
            cues.append(cue)
            lines.append(line)
        if tokens:
            cues.append(0.0)
            lines.append(0.0)
        return cues, lines

    def _pair(self, left: Token, right: Token, *, is_end: bool) -> tuple[float, float]:
        mark = SENTENCE if is_end else left.mark
        key = (mark, left.kind, right.kind, right.opens)
        found = self._pairs.get(key)
        if found is None:
            found = self._pairs[key] = self._sum(pair_features(left, right, is_end=is_end))
        return found

    def _sum(self, seen: Iterable[str]) -> tuple[float, float]:
        each = [self._table.gaps.get(name, (0.0, 0.0)) for name in seen]
        return sum(cue for cue, _ in each), sum(line for _, line in each)

    def _is_weak(self, left: Token, right: Token) -> bool:
        key = (left.word, right.word)
        weak = self._weak.get(key)
        if weak is None:
            # a word of its own before it: a lone capitalised word may be a sentence's first
            weak = weak_end(f"x {left.word}", right.word, self._lexicon) is not None
            self._weak[key] = weak
        return weak


def pair_features(left: Token, right: Token, *, is_end: bool) -> list[str]:
    """What is seen of the two words around a gap, by the names a table gives it."""
    mark = SENTENCE if is_end else left.mark
    if not mark:
        seen = ["no mark", f"after {left.kind}", f"before {right.kind}"]
    elif is_end:
        seen = [mark]
    else:
        seen = [mark, f"{mark} before {right.kind}"]
    if right.opens:
        seen.append(f"{mark or 'no mark'} before an opening")
    return seen


_DISTANCES = {
    mark: (
        tuple(f"{mark}, next mark after {fifths}/5 of a line" for fifths in range(_FURTHEST + 1)),
        tuple(f"{mark}, last mark before {fifths}/5 of a line" for fifths in range(_FURTHEST + 1)),
    )
    for mark in ("no mark", "mark", SENTENCE)
}
_ODDS = {  # told in halves, from -4 to 4
    name: tuple(f"{name} {step / 2 - 4:+g}" for step in range(17)) for name in ("mark likely", "end likely")
}


def look(
    tokens: Sequence[Token],
    widths: Sequence[float],
    ends: frozenset[int],
    boundaries: Boundaries | None,
    *,
    width: float,
) -> list[tuple[str, ...]]:
    """What is seen at each gap of a turn beyond the pair of words around it: how far the marks are on both sides,
    and, where there is no mark, how likely people would put one.

    Args:
        tokens: the words of a turn.
        widths: their widths.
        ends: the numbers of the words that end a sentence.
        boundaries: odds of marks by the words alone, or ``None``.
        width: characters of a full line.

    Returns:
        Names of features, one tuple a gap, one gap fewer than words.
    """
    count = len(tokens)
    sorts = [
        SENTENCE if number in ends else "mark" if token.mark else "no mark"
        for number, token in enumerate(tokens)
    ]
    scale = _FIFTHS / width
    following = [_FURTHEST] * count
    reach = 99.0 * width
    for number in range(count - 1, -1, -1):
        following[number] = min(_FURTHEST, int(reach * scale))
        reach = widths[number] + 1 + (reach if sorts[number] == "no mark" else 0.0)
    odds = boundaries.odds([token.bare for token in tokens]) if boundaries is not None else None
    seen: list[tuple[str, ...]] = []
    reach = 0.0
    for number in range(count - 1):
        sort = sorts[number]
        reach += widths[number] + 1
        nexts, lasts = _DISTANCES[sort]
        fifths = int(reach * scale)
        features: tuple[str, ...] = (
            nexts[following[number]],
            lasts[min(_FURTHEST, fifths)],
        )
        if sort != "no mark":
            reach = 0.0
        elif odds is not None:
            mark, end = odds[number]
            features += (
                _ODDS["mark likely"][min(max(int(mark * 2 + 8.5), 0), 16)],
                _ODDS["end likely"][min(max(int(end * 2 + 8.5), 0), 16)],
            )
        seen.append(features)
    return seen


def _is_inside_name(left: Token, right: Token) -> bool:
    """Whether two words look like parts of a name; where all is written in capitals nothing tells one."""
    if left.kind != "name" or right.kind != "name" or left.mark:
        return False
    if left.word.endswith(("'s", "’s", "'", "’")):  # whose: App Engine's | Java runtime
        return False
    return not (left.word.isupper() and right.word.isupper())


def _is_forbidden(left: Token, right: Token, *, is_end: bool) -> bool:
    """Whether no break may be: before a lone dash, after a title, between a number and its unit."""
    if right.kind == "dash":
        return True
    if is_end or left.mark:
        return False
    return (left.kind == "title" and right.capitalised) or (left.kind == "number" and right.unit)
