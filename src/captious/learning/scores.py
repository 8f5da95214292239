"""Score the cues and lines of a text against reference breaks."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Cues = Sequence[Sequence[Sequence[str]]]
"""A broken text: cues of lines of words."""

Tokens = Sequence[str]
"""Words, punctuation marks and `CUE_END` and `LINE_END` of one segment."""

CUE_END = "<eob>"
LINE_END = "<eol>"
_BREAKS = frozenset({CUE_END, LINE_END})

_LONGEST = 4
"""BLEU counts n-grams up to this long."""
_STOPS = (".", "?", "!")
_CLOSING = "\"'”’»)]}"
_MARKS = re.compile(r'([!"#$%&()*+/:;<=>?@\[\\\]^_`{|}~])')
_POINT_AFTER = re.compile(r"([^0-9])([.,])")
_POINT_BEFORE = re.compile(r"([.,])([^0-9])")
_HYPHEN = re.compile(r"([0-9])(-)")


@dataclass(frozen=True, slots=True)
class Hits:
    """Breaks of one kind, counted.

    Args:
        both: those in the reference and in the hypothesis.
        reference: all of the reference.
        hypothesis: all of the hypothesis.
    """

    both: int = 0
    reference: int = 0
    hypothesis: int = 0

    def __add__(self, other: Hits) -> Hits:
        return Hits(
            self.both + other.both, self.reference + other.reference, self.hypothesis + other.hypothesis
        )

    @property
    def f1_percent(self) -> float:
        """Harmonic mean of precision and recall, in percent; 100 where neither text has such a break."""
        total = self.reference + self.hypothesis
        return 200 * self.both / total if total else 100.0


@dataclass(frozen=True, slots=True)
class BreakScores:
    """The agreement of two broken texts; scores of several texts add up to pooled ones.

    Args:
        any: breaks of either kind.
        cue: cue ends.
        line: line ends inside a cue.
    """

    any: Hits = field(default_factory=Hits)
    cue: Hits = field(default_factory=Hits)
    line: Hits = field(default_factory=Hits)

    def __add__(self, other: BreakScores) -> BreakScores:
        return BreakScores(self.any + other.any, self.cue + other.cue, self.line + other.line)


def break_scores(reference: Cues, hypothesis: Cues) -> BreakScores:
    """Count the breaks that two versions of a text share; the end of the text is not one.

    Raises:
        ValueError: the texts have different words.
    """
    ours, theirs = _breaks(reference), _breaks(hypothesis)
    _check_same_words(reference, hypothesis)

    def count(kinds: frozenset[str]) -> Hits:
        one = {place for place, kind in ours.items() if kind in kinds}
        two = {place for place, kind in theirs.items() if kind in kinds}
        return Hits(len(one & two), len(one), len(two))

    return BreakScores(count(_BREAKS), count(frozenset({CUE_END})), count(frozenset({LINE_END})))


@lru_cache(maxsize=65_536)
def tokens(word: str) -> tuple[str, ...]:
    """A word and its punctuation, each a token of its own (``"(so,"`` gives ``( so ,``, ``3.5`` stays whole).

    Sources:
        mteval-v13a, the tokenizer that BLEU is customarily computed with: ASCII marks but apostrophes and hyphens, a
        point or comma unless between digits, a hyphen after a digit.
    """
    text = _MARKS.sub(r" \1 ", f" {word} ")
    text = _POINT_AFTER.sub(r"\1 \2 ", text)
    text = _POINT_BEFORE.sub(r" \1 \2", text)
    return tuple(_HYPHEN.sub(r"\1 \2 ", text).split())


def sentences(reference: Cues, hypothesis: Cues) -> tuple[list[Tokens], list[Tokens]]:
    """Split two versions of a text in parallel, where a cue of the reference ends with a sentence.

    Returns:
        The segments of the reference and those of the hypothesis: one or more whole sentences each, as tokens. A
        segment of the reference ends with a cue; one of the hypothesis only where it breaks there.

    Raises:
        ValueError: the texts have different words.
    """
    _check_same_words(reference, hypothesis)
    theirs = _breaks(hypothesis, end=True)
    ours = _breaks(reference, end=True)
    segments: tuple[list[Tokens], list[Tokens]] = ([], [])
    one: list[str] = []
    two: list[str] = []
    for place, word in enumerate(_words(reference), 1):
        parts = tokens(word)
        one += [*parts, ours[place]] if place in ours else parts
        two += [*parts, theirs[place]] if place in theirs else parts
        if ours.get(place) == CUE_END and word.rstrip(_CLOSING).endswith(_STOPS):
            segments[0].append(one)
            segments[1].append(two)
            one, two = [], []
    if one:
        segments[0].append(one)
        segments[1].append(two)
    return segments


def sigma(reference: Sequence[Tokens], hypothesis: Sequence[Tokens]) -> float:
    """Sigma: BLEU of a text with its breaks, as a percentage of the maximum for its words.

    The penalty for brevity stands in both and cancels: a text with fewer breaks than the reference loses by its
    n-grams alone.

    Args:
        reference: segments with break tokens, as `sentences` returns.
        hypothesis: as many segments; their words need not be the same.

    Returns:
        100 for the reference itself; 0 where no n-gram of some length is shared. With other words the bound is an
        estimate, which short texts can pass.

    Sources:
        Karakanta, Buet, Cettolo & Yvon, "Evaluating Subtitle Segmentation for End-to-end Generation Systems", LREC
        2022 (arXiv 2205.09360): the bound takes the precisions p of the text without breaks to
        ``((1 - (n - 1) a) p[n] + n a p[n - 1]) / (1 + a)``, with ``p[0] = 1`` and ``a`` breaks of the hypothesis for
        each of its words, times the brevity penalty of the text *with* breaks, as their tool EvalSubtitle has it.
        Papineni et al., "BLEU", ACL 2002.
    """
    if len(reference) != len(hypothesis):
        raise ValueError(f"{len(reference)} segments of reference, {len(hypothesis)} of hypothesis")
    bare_reference = [_without_breaks(segment) for segment in reference]
    bare_hypothesis = [_without_breaks(segment) for segment in hypothesis]
    words = sum(map(len, bare_hypothesis))
    if not words or not any(bare_reference):
        return 0.0 if words or any(bare_reference) else 100.0
    share = sum(map(len, hypothesis)) / words - 1
    # Texts too short for an n-gram without breaks have no bound for it.
    plain = _precisions(bare_reference, bare_hypothesis)
    broken = _precisions(reference, hypothesis)[: len(plain)]
    before = [1.0, *plain]
    bounds = [
        ((1 - (n - 1) * share) * p + n * share * before[n - 1]) / (1 + share) for n, p in enumerate(plain, 1)
    ]
    bound = _geometric_mean(bounds)
    return 100 * _geometric_mean(broken) / bound if bound else 0.0


def _words(cues: Cues) -> Iterator[str]:
    return (word for cue in cues for line in cue for word in line)


def _check_same_words(reference: Cues, hypothesis: Cues) -> None:
    one, two = list(_words(reference)), list(_words(hypothesis))
    if one != two:
        place = next((n for n, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), None)
        where = f"from word {place + 1} on" if place is not None else f"{len(one)} and {len(two)} of them"
        raise ValueError(f"reference and hypothesis have different words: {where}")


def _breaks(cues: Cues, *, end: bool = False) -> dict[int, str]:
    """The break after each number of words; ``end`` = at the end of the text, too."""
    found: dict[int, str] = {}
    place = 0
    for cue in cues:
        for line in cue:
            place += len(line)
            found[place] = LINE_END
        found[place] = CUE_END
    if not end:
        found.pop(place, None)
    return found


def _without_breaks(segment: Tokens) -> Tokens:
    return [token for token in segment if token not in _BREAKS]


def _precisions(reference: Sequence[Tokens], hypothesis: Sequence[Tokens]) -> list[float]:
    """Share of the hypothesis' n-grams that the reference has, too, for each n it has any of."""
    found = []
    for n in range(1, _LONGEST + 1):
        same = total = 0
        for one, two in zip(reference, hypothesis, strict=True):
            known, given = _ngrams(one, n), _ngrams(two, n)
            same += (known & given).total()  # no n-gram counts more often than the reference has it
            total += given.total()
        if not total:
            break
        found.append(same / total)
    return found


def _ngrams(segment: Tokens, n: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(segment[start:] for start in range(n)), strict=False))


def _geometric_mean(values: Sequence[float]) -> float:
    if min(values) <= 0:
        return 0.0
    return math.exp(sum(map(math.log, values)) / len(values))
