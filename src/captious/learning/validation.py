"""Score tables on captions they were not learned from."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.learning.perceptron import learn_table
from captious.learning.scores import BreakScores, break_scores, sentences, sigma
from captious.learning.training_examples import Settings, fixed_breaks, problem_of, words_of
from captious.segment.belonging.reading import load_reader
from captious.segment.break_costs import GapCosts
from captious.segment.search import lay_out, search
from captious.segment.sentences import find_plain_ends
from captious.segment.tables import PLAIN, PUNCTUATED, shipped_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.learning.scores import Tokens
    from captious.learning.training_examples import Text, Turn
    from captious.lexicon import Lexicon
    from captious.style.break_table import BreakTable

_FOLDS = 5


@dataclass(frozen=True, slots=True)
class CrossValidation:
    """Scores of tables learned from a part of some texts on the rest.

    Args:
        learned_sigma: Sigma of the learned tables, 0 to 100.
        default_sigma: Sigma of the table that ships, on the same texts.
        learned_any_f1: F1 of all breaks, in percent.
        default_any_f1: the same of the table that ships.
        folds: number of parts the texts were divided into.
    """

    learned_sigma: float
    default_sigma: float
    learned_any_f1: float
    default_any_f1: float
    folds: int


def cross_validate(
    texts: Sequence[Text], *, lexicon: Lexicon, width: float, lines: int = 2
) -> CrossValidation:
    """Learn from some of the texts and score on the others; a single text is split into parts.

    Args:
        texts: one text per file.
        lexicon: word classes of their language.
        width: characters in a line.
        lines: lines in a cue.
    """
    reader = load_reader(lexicon.language)
    settings = Settings(lexicon, reader, width, lines)
    parts = list(texts) if len(texts) > 1 else _split(texts[0], _FOLDS)
    folds = min(_FOLDS, len(parts))
    default = shipped_table(PLAIN if reader is None else PUNCTUATED)
    pairs: dict[bool, list[tuple[Turn, Turn]]] = {True: [], False: []}
    for fold in range(folds):
        others = [text for place, text in enumerate(parts) if place % folds != fold]
        table = learn_table(others, lexicon=lexicon, width=width, lines=lines)
        for text in parts[fold::folds]:
            for turn in text:
                pairs[True].append((turn, break_turn(turn, settings, table)))
                pairs[False].append((turn, break_turn(turn, settings, default)))
    learned, shipped = score(pairs[True]), score(pairs[False])
    return CrossValidation(learned.sigma, shipped.sigma, learned.any_f1, shipped.any_f1, folds)


class Score(NamedTuple):
    """A score of broken turns.

    Args:
        sigma: 0 to 100.
        any_f1: F1 of all breaks, in percent.
    """

    sigma: float
    any_f1: float


def score(turns: Sequence[tuple[Turn, Turn]]) -> Score:
    """Score turns, each given as the reference and as broken again."""
    reference: list[Tokens] = []
    hypothesis: list[Tokens] = []
    breaks = BreakScores()
    for people, other in turns:
        one, two = sentences(people, other)
        reference += one
        hypothesis += two
        breaks += break_scores(people, other)
    return Score(sigma(reference, hypothesis), breaks.any.f1_percent)


def _split(text: Text, parts: int) -> list[Text]:
    cues = [(number, cue) for number, turn in enumerate(text) for cue in turn]
    size = -(-len(cues) // parts)
    split: list[Text] = []
    for start in range(0, len(cues), size):
        turns: dict[int, Turn] = {}
        for number, cue in cues[start : start + size]:
            turns.setdefault(number, []).append(cue)
        split.append(list(turns.values()))
    return split


def break_turn(turn: Turn, settings: Settings, table: BreakTable, *, keep_cues: bool = False) -> Turn:
    """Break the words of a turn again by a table; ``keep_cues`` = only the lines of each cue, as fixes do."""
    words = words_of(turn)
    ends = find_plain_ends(words, settings.lexicon)
    # a word longer than a line, such as a URL, has a line to itself
    widths = [min(float(len(word)), settings.width) for word in words]
    costs = GapCosts(
        settings.lexicon,
        table,
        settings.reader,
        width=settings.width,
        hidden=settings.hidden,
        terms=settings.terms,
        inside_term=fixed_breaks().terms,
        inside_phrase=fixed_breaks().set_phrases,
        cohesion=fixed_breaks().cohesion,
        function_word_end=settings.function_word_end,
    )
    cue_costs, line_costs = costs.costs(words, widths, ends)
    stretches = [len(words)]
    if keep_cues:
        stretches = list(accumulate(sum(len(line) for line in cue) for cue in turn))
    cues: Turn = []
    for start, end in pairwise((0, *stretches)):
        problem = problem_of(
            widths[start:end],
            cue_costs[start:end],
            line_costs[start:end],
            [n in ends for n in range(start, end)],
        )
        # a cue that is wider than the limits is broken into several, and no other
        whole = lay_out(problem, settings.limits, fixed_breaks(), table) if keep_cues else None
        layouts = [whole] if whole else search(problem, settings.limits, fixed_breaks(), table)
        for first, layout in zip((0, *(one[-1] for one in layouts)), layouts, strict=False):
            lines = pairwise((first, *layout))
            cues.append(tuple(tuple(words[start + one : start + two]) for one, two in lines))
    return cues
