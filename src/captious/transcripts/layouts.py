"""Which forms of line heads are labels: decided by repetition, coverage and alternation over the whole text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.transcripts.candidates import Candidate, candidate_name, is_boundary
from captious.transcripts.names import find_pair, fold, is_plausible, is_role, is_section_name
from captious.transcripts.timestamps import parse_timestamp
from captious.transcripts.tokens import INSIDE_LINE, OPENS_BLOCK

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from captious.lexicon import Lexicon
from captious.transcripts.tokens import Tokens


@dataclass(frozen=True, slots=True)
class _Demand:
    """What a form of labels must have.

    Args:
        fewest: labels.
        repeated: share of labels whose name is there more than once.
        names: different names.
        coverage: share of lines, or of blocks in a wrapped text, that a label opens; not asked of many sure labels.
    """

    fewest: int
    repeated: float
    names: int
    coverage: float


_DEMANDS = {
    "head": _Demand(2, 0.0, 1, 0.0),
    "below": _Demand(2, 0.0, 1, 0.0),
    "square": _Demand(3, 0.5, 1, 0.2),
    "angle": _Demand(2, 0.0, 1, 0.5),
    "heading": _Demand(3, 0.5, 1, 0.15),
    "run": _Demand(3, 0.5, 1, 0.2),
    "stop": _Demand(3, 0.5, 1, 0.25),
    "timed": _Demand(3, 0.5, 1, 0.3),
    "gap": _Demand(3, 0.6, 2, 0.3),
    "round": _Demand(4, 0.6, 2, 0.3),
    "dash": _Demand(4, 0.6, 2, 0.3),
    "prefix": _Demand(4, 0.7, 2, 0.5),
    "alone": _Demand(4, 0.7, 2, 0.2),
}
_SURE = frozenset({"square", "run", "heading", "stop", "head", "angle", "below"})
_MANY = 8
"""As many labels of a sure form, nearly all repeated, need not open most of the lines."""
_BELOW = frozenset({"heading", "alone", "head", "below"})
"""Forms whose text is on the lines below."""


def choose_layouts(
    tokens: Tokens,
    heads: Sequence[Candidate],
    lexicon: Lexicon,
    *,
    wrapped: bool,
    known: Set[str],
    labelled: bool,
) -> list[Candidate]:
    """The heads of lines that are labels, in order.

    Args:
        tokens: the whole text.
        heads: every head of a line that could be one.
        lexicon: word lists of the language.
        wrapped: whether lines are broken inside sentences, so that only blocks count.
        known: folded names of people who are known to speak.
        labelled: whether the text has labels with a colon, beside which a few messages of a chat may stand.
    """
    lines = _count_lines(tokens, wrapped=wrapped)
    by_form: dict[str, list[Candidate]] = {}
    for head in heads:
        if (
            wrapped
            and tokens.opens[head.opening] != OPENS_BLOCK
            and not _may_open_wrapped(tokens, head, lexicon)
        ):
            continue
        by_form.setdefault(head.marked, []).append(head)
    chosen: list[Candidate] = []
    for form, candidates in by_form.items():
        if form == "prefix":
            candidates = _choose_lengths(tokens, candidates, known)  # noqa: PLW2901
        if form == "angle":
            candidates = [one for one in candidates if one.end < tokens.line_end(one.first)]  # noqa: PLW2901
        if form in {"alone", "below"}:
            candidates = _with_text_below(tokens, candidates)  # noqa: PLW2901
        if form == "head" and 2 * len(_with_text_below(tokens, candidates, untimed=True)) < len(candidates):
            # short lines of speech with a time each
            continue
        if form == "below" and 10 * len(candidates) < 9 * _count_times(tokens):
            # lines of speech below times, some of them short
            form = "alone"  # noqa: PLW2901
        few = labelled and form == "angle"
        chosen += _choose(tokens, candidates, form, lexicon, lines=0 if few else lines, known=known)
    return sorted(chosen, key=lambda candidate: candidate.opening)


def _may_open_wrapped(tokens: Tokens, head: Candidate, lexicon: Lexicon) -> bool:
    """Whether a head could be a label on a line that opens no block, in a text of wrapped lines."""
    if head.marked in {"alone", "dash", "gap"}:
        return False
    letter = head.marked == "stop" and head.last == head.first + 1 and len(tokens.texts[head.first]) <= 2
    return letter or is_boundary(tokens, head.opening, lexicon.titles, wrapped=True)


def _choose(
    tokens: Tokens, candidates: list[Candidate], form: str, lexicon: Lexicon, *, lines: int, known: Set[str]
) -> list[Candidate]:
    keyed = [(candidate, key_of(tokens, candidate)) for candidate in candidates]
    pair = find_pair(key for _, key in keyed) if form != "prefix" else None
    asked = [candidate for candidate, key in keyed if pair and key in pair]
    if form in {"stop", "dash", "gap"} or pair:
        keyed = [
            (one, key) for one, key in keyed if (len(key) > 1 or key in known) and not (pair and key in pair)
        ]
    others = _by_repetition(
        [one for one, _ in keyed], [key for _, key in keyed], form, lexicon, lines=lines, known=known
    )
    return asked + others


def _by_repetition(
    candidates: list[Candidate], keys: list[str], form: str, lexicon: Lexicon, *, lines: int, known: Set[str]
) -> list[Candidate]:
    counts = Counter(keys)
    total = len(keys)
    demand = _DEMANDS[form]
    names = {key for key, times in counts.items() if _may_speak(key, times, form, lexicon, known)}
    repeated = sum(counts[key] for key in names if counts[key] > 1 or key in known)
    spoken = {key for key in names if counts[key] > 1 or key in known}
    if form == "below" and any(" " not in key for key in names - spoken):
        # "Right" may be all that is said at a time
        return []
    if form == "head" and total == 1 and candidates[0].opening == 0:
        return candidates
    if total < demand.fewest or repeated < demand.repeated * total or len(spoken or names) < demand.names:
        return []
    share = total * (2 if form in _BELOW else 1) / max(lines, 1)
    many = form in _SURE and total >= _MANY and repeated >= 0.8 * total
    if share < demand.coverage and not many:
        return []
    if form not in _SURE and _alternation(keys) < 0.5:
        return []
    # A name that is there once is one among repeated names, not among headings or sentences.
    lone = (
        form in {"angle", "head", "below"}
        or (repeated >= 0.7 * total and form in _SURE)
        or repeated >= 0.85 * total
    )
    return [
        candidate
        for candidate, key in zip(candidates, keys, strict=True)
        if key in names and (counts[key] > 1 or key in known or (lone and (form != "stop" or " " in key)))
    ]


def key_of(tokens: Tokens, candidate: Candidate) -> str:
    """The folded name of a candidate."""
    return fold(candidate_name(tokens, candidate, candidate.first))


def _may_speak(key: str, times: int, form: str, lexicon: Lexicon, known: Set[str]) -> bool:
    words = key.split()
    if key in known or form == "angle":
        return True
    if form == "head":
        return True
    if not words or is_section_name(key):
        return False
    if is_role(words):
        return True
    if len(words) == 1 and (words[0] in lexicon.small_talk or words[0] in lexicon.fillers):
        return False
    return is_plausible(words, lexicon, once=times == 1)


def _alternation(keys: Sequence[str]) -> float:
    """How often a label names another speaker than the one before."""
    changes = sum(one != other for one, other in pairwise(keys))
    return changes / max(len(keys) - 1, 1)


def _count_lines(tokens: Tokens, *, wrapped: bool) -> int:
    if wrapped:
        return sum(opens == OPENS_BLOCK for opens in tokens.opens)
    return sum(opens != INSIDE_LINE for opens in tokens.opens)


def _count_times(tokens: Tokens) -> int:
    """How many lines are a time and nothing else."""
    alone = [
        index
        for index, opens in enumerate(tokens.opens)
        if opens != INSIDE_LINE and tokens.line_end(index) == index + 1
    ]
    return sum(parse_timestamp(tokens.texts[index]) is not None for index in alone)


def _with_text_below(
    tokens: Tokens, candidates: list[Candidate], *, untimed: bool = False
) -> list[Candidate]:
    """Those with text below them, as names of a list have none; ``untimed`` for text without a time of its own."""
    openings = {candidate.opening for candidate in candidates}
    return [
        candidate
        for candidate in candidates
        if candidate.end < len(tokens)
        and candidate.end not in openings
        and not (untimed and parse_timestamp(tokens.texts[candidate.end]) is not None)
    ]


def _choose_lengths(tokens: Tokens, candidates: list[Candidate], known: Set[str]) -> list[Candidate]:
    """For each line the length of the name that most lines share, the longest in a tie.

    A name that is there once is as long as most of the others.
    """
    counts = Counter(key_of(tokens, candidate) for candidate in candidates)
    by_line: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_line.setdefault(candidate.opening, []).append(candidate)

    def weight(candidate: Candidate) -> tuple[bool, int, int]:
        key = key_of(tokens, candidate)
        return key in known, counts[key], candidate.last - candidate.first

    best = {opening: max(several, key=weight) for opening, several in by_line.items()}
    lengths = Counter(one.last - one.first for one in best.values() if counts[key_of(tokens, one)] > 1)
    usual = lengths.most_common(1)[0][0] if lengths else 1
    return [
        one
        if counts[key_of(tokens, one)] > 1 or key_of(tokens, one) in known
        else min(by_line[opening], key=lambda other: abs(other.last - other.first - usual))
        for opening, one in best.items()
    ]
