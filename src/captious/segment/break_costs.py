"""The cost of a break between two words, from features of the word boundary and a table of weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.lexicon.weak_ends import weak_end
from captious.measure.joints import is_bound
from captious.segment.kinds import Classifier, Token
from captious.segment.phrasing import rules_of_the_eye

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.lexicon import Lexicon
    from captious.segment.boundaries import Boundaries
    from captious.style.break_table import BreakTable

FORBIDDEN = float("inf")
"""Cost of a forbidden break."""

_INSIDE_TERM = 5.0
"""Cost of a break inside a term of the text, on top of the learned cost."""
_INSIDE_NAME = 200.0
"""Cost of a break inside a name: more than any learned cost, less than one after a title, since a name may be longer
than a line."""

_LEADING = frozenset({"article", "possessive", "pronoun", "pronoun-with-verb", "modal", "negated"})
_LEADING_TIMES = 2.0
"""Kinds of words that hardly ever close a phrase, and the factor for ending a line on one (*one thing I | have*,
*you can | recognize*); *have* and *get* may be main verbs (*they have | the right category*)."""

SENTENCE = "sentence"
_FIFTHS = 5
_FURTHEST = 8
"""Distances to the punctuation on both sides are counted in fifths of a line, up to this many."""


class GapCosts:
    """Compute the costs of breaks by one table; pairs of word kinds are cached.

    Args:
        lexicon: word classes of the language.
        table: weights of features.
        boundaries: odds of punctuation by the words alone; ``None`` where the language has none.
        width: characters of a full line.
        terms: pairs of words, in lower case, that the text uses as one.
        function_word_end: the style's extra cost of a line that ends on a function word.
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
        """The costs of a cue break and a line break after a mark (``"sentence"``, ``"comma"``), nothing else known."""
        return self._table.gaps.get(mark, (0.0, 0.0))

    def costs(
        self, words: Sequence[str], widths: Sequence[float], ends: frozenset[int]
    ) -> tuple[list[float], list[float]]:
        """Compute the cost of a break after each word.

        Args:
            words: the words of one turn.
            widths: their widths.
            ends: the numbers of the words that end a sentence.

        Returns:
            For cue breaks and for line breaks one number per word, `FORBIDDEN` where no break may be; the last is 0,
            because a turn ends a cue anyway.
        """
        cues: list[float] = []
        lines: list[float] = []
        tokens = [self._classify(word) for word in words]
        weak_cost, terms = self._table.weak_end, self._terms
        for number, features in enumerate(
            context_features(tokens, widths, ends, self._boundaries, width=self._width)
        ):
            left, right = tokens[number], tokens[number + 1]
            if _is_forbidden(left, right, is_end=number in ends):
                cues.append(FORBIDDEN)
                lines.append(FORBIDDEN)
                continue
            cue, line = self._pair(left, right, is_end=number in ends)
            far = self._far.get(features)
            if far is None:
                far = self._far[features] = self._sum(features)
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
        for number, (more_cue, more_line) in rules_of_the_eye(tokens, ends, self._lexicon):
            cues[number] += more_cue
            lines[number] += more_line
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

    def _sum(self, features: Iterable[str]) -> tuple[float, float]:
        each = [self._table.gaps.get(name, (0.0, 0.0)) for name in features]
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
_ODDS = {  # in halves, from -4 to 4
    name: tuple(f"{name} {step / 2 - 4:+g}" for step in range(17)) for name in ("mark likely", "end likely")
}


def context_features(
    tokens: Sequence[Token],
    widths: Sequence[float],
    ends: frozenset[int],
    boundaries: Boundaries | None,
    *,
    width: float,
) -> list[tuple[str, ...]]:
    """Features at each word boundary beyond the pair of words around it: the distance to the punctuation on both sides,
    and, where there is none, how likely it would be.

    Args:
        tokens: the words of a turn.
        widths: their widths.
        ends: the numbers of the words that end a sentence.
        boundaries: odds of punctuation by the words alone, or ``None``.
        width: characters of a full line.

    Returns:
        Names of features, one tuple per boundary, one fewer than words.
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
    rows: list[tuple[str, ...]] = []
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
        rows.append(features)
    return rows


def _is_inside_name(left: Token, right: Token) -> bool:
    """Whether two words look like parts of a name; unknown where everything is in capitals."""
    if left.kind != "name" or right.kind != "name" or left.mark:
        return False
    if left.word.endswith(("'s", "’s", "'", "’")):  # whose: App Engine's | Java runtime
        return False
    return not (left.word.isupper() and right.word.isupper())


def _is_forbidden(left: Token, right: Token, *, is_end: bool) -> bool:
    """Whether no break may be: within a number, before a lone dash, after a title, between a number and its unit."""
    if right.kind == "dash" or is_bound(left.word, right.word):
        return True
    if is_end or left.mark:
        return False
    return (left.kind == "title" and right.capitalised) or (left.kind == "number" and right.unit)
