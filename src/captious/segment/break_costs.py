"""The cost of a break between two words, from features of the word boundary and a table of weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.lexicon.weak_ends import weak_end
from captious.measure.joints import is_bound
from captious.segment.gap_names import (
    SENTENCE,
    context_features,
    network_features,
    pair_features,
    sorts_of,
)
from captious.segment.kinds import Classifier, Token
from captious.segment.phrasing import rules_of_the_eye
from captious.segment.set_phrases import SetPhrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from captious.lexicon import Lexicon
    from captious.segment.belonging.reading import Reader
    from captious.style.break_table import BreakTable

    Foretold = NDArray[np.int8]
    """What the network says at every gap of a text."""

FORBIDDEN = float("inf")
"""Cost of a forbidden break."""

_INSIDE_NAME = 200.0
"""Cost of a break inside a name: more than any learned cost, less than one after a title, since a name may be longer
than a line."""

_LEADING = frozenset({"article", "possessive", "pronoun", "pronoun-with-verb", "modal", "negated"})
_LEADING_TIMES = 2.0
"""Kinds of words that hardly ever close a phrase, and the factor for ending a line on one (*one thing I | have*,
*you can | recognize*); *have* and *get* may be main verbs (*they have | the right category*)."""


_COMPOUND = "no mark, linked: compound"


class GapCosts:
    """Compute the costs of breaks by one table; pairs of word kinds are cached.

    Args:
        lexicon: word classes of the language.
        table: weights of features.
        reader: the network of which words belong together; ``None`` where the language has none.
        width: characters of a full line.
        hidden: whether the text has no punctuation.
        terms: pairs of words, in lower case, that the text uses as one.
        inside_term: the style's extra cost of a break inside one of the terms.
        inside_phrase: the style's extra cost of a break inside a set phrase.
        cohesion: the style's extra cost of a break inside what the network says is a compound.
        function_word_end: the style's extra cost of a line that ends on a function word.
    """

    __slots__ = (
        "_added",
        "_classify",
        "_cohesion",
        "_far",
        "_function_word_end",
        "_hidden",
        "_inside_phrase",
        "_inside_term",
        "_lexicon",
        "_pairs",
        "_phrases",
        "_reader",
        "_table",
        "_terms",
        "_weak",
        "_width",
    )

    def __init__(
        self,
        lexicon: Lexicon,
        table: BreakTable,
        reader: Reader | None,
        *,
        width: float,
        hidden: bool = False,
        terms: frozenset[tuple[str, str]] = frozenset(),
        inside_term: float = 0.0,
        inside_phrase: float = 0.0,
        cohesion: float = 0.0,
        function_word_end: float = 0.0,
    ) -> None:
        self._classify = Classifier(lexicon)
        self._lexicon = lexicon
        self._table = table
        self._reader = reader
        self._width = width
        self._hidden = hidden
        self._terms = terms
        self._inside_term = inside_term
        self._inside_phrase = inside_phrase
        self._cohesion = cohesion
        self._phrases = SetPhrases(lexicon.phrases)
        self._function_word_end = function_word_end
        self._pairs: dict[tuple[str, str, str, bool], tuple[float, float]] = {}
        self._far: dict[tuple[str, ...], tuple[float, float]] = {}
        self._weak: dict[tuple[str, str], bool] = {}
        self._added: dict[str, list[tuple[NDArray[np.float64], NDArray[np.float64]]]] = {}

    def marked(self, mark: str) -> tuple[float, float]:
        """The costs of a cue break and a line break after a mark (``"sentence"``, ``"comma"``), nothing else known."""
        return self._table.gaps.get(mark, (0.0, 0.0))

    def foretell(self, texts: Sequence[Sequence[str]]) -> list[Foretold | None]:
        """What the network says about some texts: together they take less time than one by one."""
        if self._reader is None:
            return [None] * len(texts)
        return [*self._reader.features(texts, hidden=self._hidden)]

    def costs(
        self,
        words: Sequence[str],
        widths: Sequence[float],
        ends: frozenset[int],
        foretold: Foretold | None = None,
    ) -> tuple[list[float], list[float]]:
        """Compute the cost of a break after each word.

        Args:
            words: the words of one turn.
            widths: their widths.
            ends: the numbers of the words that end a sentence.
            foretold: what the network says about the words, where that is known already.

        Returns:
            For cue breaks and for line breaks one number per word, `FORBIDDEN` where no break may be; the last is 0,
            because a turn ends a cue anyway.
        """
        cues: list[float] = []
        lines: list[float] = []
        tokens = [self._classify(word) for word in words]
        weak_cost, terms = self._table.weak_end, self._terms
        torn = self._phrases.gaps_inside(tokens)
        sorts = sorts_of(tokens, ends)
        if foretold is None and len(words) > 1:
            (foretold,) = self.foretell([words])
        added = self._add(foretold, sorts) if foretold is not None else None
        for number, features in enumerate(context_features(sorts, widths, width=self._width)):
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
            if added is not None:
                cue += added[0][number]
                line += added[1][number]
            if terms and (left.bare, right.bare) in terms and not left.mark:
                cue += self._inside_term
                line += self._inside_term
            if number in torn:
                cue += self._inside_phrase
                line += self._inside_phrase
            if number not in ends and _is_inside_name(left, right):
                cue += _INSIDE_NAME
                line += _INSIDE_NAME
            if left.leads and not left.mark and number not in ends:
                extra = self._function_word_end
                if self._is_weak(left, right):
                    extra += weak_cost * (_LEADING_TIMES if left.kind in _LEADING else 1.0)
                cue += extra
                line += extra
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

    def _add(self, foretold: Foretold, sorts: Sequence[str]) -> tuple[list[float], list[float]]:
        """What the network's answers add to the cost of a cue break and of a line break at every gap."""
        import numpy as np

        cues, lines = np.zeros(len(foretold)), np.zeros(len(foretold))
        kinds = np.array(sorts[:-1])
        for sort in ("no mark", "mark"):
            at = np.flatnonzero(kinds == sort)
            tables = self._added.get(sort)
            if tables is None:
                tables = self._added[sort] = [
                    (costs[:, 0], costs[:, 1])
                    for names in network_features(sort)
                    for costs in (np.array([self._cost_of(name) for name in names]),)
                ]
            for column, (cue, line) in enumerate(tables):
                steps = foretold[at, column]
                cues[at] += cue[steps]
                lines[at] += line[steps]
        return cues.tolist(), lines.tolist()

    def _cost_of(self, name: str) -> tuple[float, float]:
        cue, line = self._table.gaps.get(name, (0.0, 0.0))
        extra = self._cohesion if name == _COMPOUND else 0.0
        return cue + extra, line + extra

    def _is_weak(self, left: Token, right: Token) -> bool:
        key = (left.word, right.word)
        weak = self._weak.get(key)
        if weak is None:
            # a word of its own before it: a lone capitalised word may be a sentence's first
            weak = weak_end(f"x {left.word}", right.word, self._lexicon) is not None
            self._weak[key] = weak
        return weak


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
