"""Training examples from reference captions: words, features at each word boundary, and the breaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from captious.segment.break_costs import GapCosts
from captious.segment.gap_names import context_features, network_features, pair_features, sorts_of
from captious.segment.kinds import Classifier
from captious.segment.problem import Limits, Problem
from captious.segment.sentences import find_plain_ends
from captious.style import load_style
from captious.style.break_table import BreakTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.lexicon import Lexicon
    from captious.segment.belonging.reading import Reader
    from captious.segment.break_costs import Foretold
    from captious.style.profile import Breaks

Cue = tuple[tuple[str, ...], ...]
"""A cue as lines of words."""
Turn = list[Cue]
Text = list[Turn]
"""The turns of a file."""

_EXAMPLE_WORDS = 40
"""Fewest words of an example: our own, by leaving out one set after the other of free captions."""
SENTENCE_IN_LINE = 12.0
WEAK_END = 4.0
"""Costs that are not learned, because human captions are less strict than captious is."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings a table is learned for.

    Args:
        lexicon: word classes of the language.
        reader: the network of which words belong together, or ``None``.
        width: characters in a line.
        lines: lines in a cue.
        hidden: whether the text has no punctuation.
        terms: pairs of words that the text uses as one.
        function_word_end: the style's extra cost of a line that ends on a function word; 0 to score a table.
    """

    lexicon: Lexicon
    reader: Reader | None
    width: float
    lines: int
    hidden: bool = False
    terms: frozenset[tuple[str, str]] = frozenset()
    function_word_end: float = 0.0

    @property
    def limits(self) -> Limits:
        """The limits of every cue."""
        return Limits(self.width, self.lines, True, 0, None, None)


@cache
def fixed_breaks() -> Breaks:
    """The costs that are not learned, as the base style has them."""
    return load_style("base").profile(format="srt").breaks


def problem_of(
    widths: Sequence[float], cue_costs: Sequence[float], line_costs: Sequence[float], ends: Sequence[bool]
) -> Problem:
    """A problem without times and labels: only the breaks matter."""
    silence = [0] * len(widths)
    return Problem(widths, 0, cue_costs, line_costs, ends, silence, silence, 1.0)


@dataclass(frozen=True, slots=True)
class Example:
    """Some words as the learner takes them.

    Args:
        widths: of the words.
        ends: whether a sentence ends with each.
        features: numbers of the features at each word boundary, one fewer than words.
        fixed: costs of a cue break and a line break that are not learned: infinity where no break may be, the costs of
            ending a line on a function word. Not what a style adds within set phrases: the table would take it back.
        layouts: the cues of the reference as ends of lines.
        settings: the settings it is broken for.
    """

    widths: list[float]
    ends: list[bool]
    features: list[list[int]]
    fixed: list[tuple[float, float]]
    layouts: list[tuple[int, ...]]
    settings: Settings


def split_turn(turn: Turn) -> list[Turn]:
    """Split a turn into parts of some words, at cue ends of the reference."""
    parts: list[Turn] = []
    part: Turn = []
    count = 0
    for cue in turn:
        part.append(cue)
        count += sum(len(line) for line in cue)
        if count >= _EXAMPLE_WORDS:
            parts.append(part)
            part, count = [], 0
    return [*parts, part] if part else parts


def examples_of(text: Text, settings: Settings, names: dict[str, int]) -> Iterator[Example]:
    """Make examples of a text, without what the limits do not allow: lines too long, too many in a cue.

    Args:
        text: its turns.
        settings: to break it for.
        names: a number for each feature; new ones are added.
    """
    foretold: Sequence[Foretold | None] = [None] * len(text)
    if settings.reader is not None:
        foretold = settings.reader.features([words_of(turn) for turn in text], hidden=settings.hidden)
    for turn, said in zip(text, foretold, strict=True):
        first = 0
        for part in split_turn(turn):
            last = first + len(words_of(part))
            example = _example_of(part, settings, names, said[first : last - 1] if said is not None else None)
            if example is not None:
                yield example
            first = last


def words_of(cues: Turn) -> list[str]:
    """The words of some cues."""
    return [word for cue in cues for line in cue for word in line]


def _example_of(
    cues: Turn, settings: Settings, names: dict[str, int], foretold: Foretold | None
) -> Example | None:
    words = words_of(cues)
    widths = [float(len(word)) for word in words]
    layouts: list[tuple[int, ...]] = []
    start = 0
    for cue in cues:
        ends = []
        for line in cue:
            if sum(len(word) + 1 for word in line) - 1 > settings.width:
                return None
            start += len(line)
            ends.append(start)
        if len(cue) > settings.lines:
            return None
        layouts.append(tuple(ends))
    sentence_ends = find_plain_ends(words, settings.lexicon)
    tokens = [_classifier(settings.lexicon)(word) for word in words]
    sorts = sorts_of(tokens, sentence_ends)
    features: list[list[int]] = []
    for number, far in enumerate(context_features(sorts, widths, width=settings.width)):
        near = pair_features(tokens[number], tokens[number + 1], is_end=number in sentence_ends)
        said: list[str] = []
        if foretold is not None:
            asked = zip(network_features(sorts[number]), foretold[number].tolist(), strict=False)
            said = [name for answers, step in asked if (name := answers[step])]
        features.append([names.setdefault(name, len(names)) for name in (*near, *far, *said)])
    # a table with only the fixed weights shows where no break may be
    bare = BreakTable("", {}, (), (), (), (), SENTENCE_IN_LINE, WEAK_END)
    costs = GapCosts(settings.lexicon, bare, None, width=settings.width).costs(words, widths, sentence_ends)
    fixed = [*zip(*costs, strict=True)]
    return Example(
        widths, [n in sentence_ends for n in range(len(words))], features, fixed, layouts, settings
    )


@lru_cache(maxsize=4)
def _classifier(lexicon: Lexicon) -> Classifier:
    return Classifier(lexicon)
