"""Learn a break table from captions: an averaged structured perceptron over the segmentation search.

Each example is broken by the costs so far; where the breaks differ from the reference, the features at the reference's
breaks become cheaper and those at the others more expensive. The table is the mean over all steps.

Sources:
    Collins 2002, Discriminative Training Methods for Hidden Markov Models (averaged perceptron); Taskar, Guestrin &
    Koller 2003, Max-Margin Markov Networks (a wrong break has to lose by a margin).
"""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.learning.training_examples import (
    SENTENCE_IN_LINE,
    WEAK_END,
    Example,
    Settings,
    Text,
    examples_of,
    fixed_breaks,
    problem_of,
)
from captious.segment.belonging.reading import load_reader
from captious.segment.search import search
from captious.segment.tables import PLAIN, PUNCTUATED, shipped_table
from captious.style.break_table import SHAPES, STEPS, BreakTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.segment.problem import Problem

_STEP = 1 / 3
_MARGIN = 10 / 3
_ADAPTING_STEP = 0.02
_ADAPTING_MARGIN = 2.0
_ROUNDS = 6
_FEWEST_STEPS = 1200
_DECIMALS = 2
"""Size of a step and margin of the reference breaks over any other, from nothing and from a table; rounds over the
data; least steps on little data; decimals of a cost. Our own: the first two by leaving out one set after the other of
the freely licensed captions, the next two by adapting a table of the others to half of a set and scoring the other
half."""

_STRICTER = 2.0
"""Times the cost of a line that ends on a function word in a table that knows what the network says, which outweighs it
otherwise: twice costs 0.1 Sigma on captions that the table has not seen, and halves those ends. A house's own table has
what was learned: it may end its lines so."""


def learn_table(
    texts: Sequence[Text], *, lexicon: Lexicon, width: float, lines: int = 2, source: str = ""
) -> BreakTable:
    """Learn the table of costs that breaks texts most like the reference.

    It starts from the table that ships, so that it stays unchanged where a few files show nothing. The same texts
    give the same table.

    Args:
        texts: one text per file.
        lexicon: word classes of their language.
        width: characters in a line.
        lines: lines in a cue.
        source: the table's ``source``.
    """
    settings = Settings(lexicon, load_reader(lexicon.language), width, lines)
    start = shipped_table(PLAIN if settings.reader is None else PUNCTUATED)
    return learn([(text, settings) for text in texts], start=start, source=source)


def learn(
    texts: Sequence[tuple[Text, Settings]],
    *,
    start: BreakTable | None = None,
    source: str = "",
    orders: int = 1,
) -> BreakTable:
    """Learn from texts that may differ in width and language.

    Args:
        texts: each with the settings it is broken for.
        start: the table to start from; ``None`` = nothing.
        source: the table's ``source``.
        orders: how many orders of the examples to take the mean of: less chance, more time.
    """
    names = {name: number for number, name in enumerate(start.gaps)} if start is not None else {}
    examples = [example for text, settings in texts for example in examples_of(text, settings, names)]
    tables = [_Learner(dict(names), start).run(examples, seed=seed) for seed in range(1, orders + 1)]
    table = replace(_mean(tables), source=source)
    if start is None and any(settings.reader is not None for _, settings in texts):
        return replace(table, weak_end=WEAK_END * _STRICTER)
    return table


def _mean(tables: Sequence[BreakTable]) -> BreakTable:
    """The mean of some tables; a feature that one of them has not costs nothing there."""
    if len(tables) == 1:
        return tables[0]

    def mean(values: Sequence[float]) -> float:
        return round(sum(values) / len(values), _DECIMALS) + 0.0

    names = dict.fromkeys(name for table in tables for name in table.gaps)
    gaps = {
        name: (mean([pair[0] for pair in pairs]), mean([pair[1] for pair in pairs]))
        for name in names
        for pairs in ([table.gaps.get(name, (0.0, 0.0)) for table in tables],)
    }

    def shape(name: str) -> tuple[float, ...]:
        return tuple(mean(costs) for costs in zip(*(getattr(table, name) for table in tables), strict=True))

    return replace(
        tables[0],
        gaps=gaps,
        one_line=shape("one_line"),
        two_lines=shape("two_lines"),
        difference=shape("difference"),
        shorter=shape("shorter"),
    )


class _Learner:
    """Weights, and the sums for their means: a change at step t counts t times less in the mean."""

    def __init__(self, names: dict[str, int], start: BreakTable | None) -> None:
        self._names = names
        self._cue = [0.0] * len(names)
        self._line = [0.0] * len(names)
        self._cue_sums = [0.0] * len(names)
        self._line_sums = [0.0] * len(names)
        self._shapes = {name: [0.0] * count for name, count in SHAPES.items()}
        self._shape_sums = {name: [0.0] * count for name, count in SHAPES.items()}
        self._time = 1
        self._step, self._margin = (_STEP, _MARGIN) if start is None else (_ADAPTING_STEP, _ADAPTING_MARGIN)
        if start is not None:
            for name, (cue, line) in start.gaps.items():
                self._cue[names[name]], self._line[names[name]] = cue, line
            self._shapes = {name: list(getattr(start, name)) for name in SHAPES}

    def run(self, examples: list[Example], *, seed: int) -> BreakTable:
        table = BreakTable("", {}, **self._shapes, sentence_end_in_line=SENTENCE_IN_LINE, weak_end=WEAK_END)
        breaks = fixed_breaks()
        order = list(examples)
        chance = random.Random(seed)  # noqa: S311 - the same order every time
        for _ in range(max(_ROUNDS, -(-_FEWEST_STEPS // max(len(order), 1)))):
            chance.shuffle(order)
            for example in order:
                self._time += 1
                found = search(self._problem(example), example.settings.limits, breaks, table)
                if found != example.layouts:
                    self._change(example, example.layouts, -self._step)
                    self._change(example, found, self._step)
        return self._mean()

    def _problem(self, example: Example) -> Problem:
        cue, line = self._cue, self._line
        cue_ends = {layout[-1] for layout in example.layouts}
        line_ends = {end for layout in example.layouts for end in layout[:-1]}
        cue_costs, line_costs = [], []
        for number, features in enumerate(example.features):
            (fixed_cue, fixed_line), place = example.fixed[number], number + 1
            cue_costs.append(
                sum([cue[name] for name in features])
                + fixed_cue
                - (0.0 if place in cue_ends else self._margin)
            )
            line_costs.append(
                sum([line[name] for name in features])
                + fixed_line
                - (0.0 if place in line_ends else self._margin)
            )
        return problem_of(example.widths, [*cue_costs, 0.0], [*line_costs, 0.0], example.ends)

    def _change(self, example: Example, layouts: Sequence[tuple[int, ...]], step: float) -> None:
        last = len(example.widths)
        start = 0
        for layout in layouts:
            for end in layout[:-1]:
                self._add(self._line, self._line_sums, example.features[end - 1], step)
            if layout[-1] != last:
                self._add(self._cue, self._cue_sums, example.features[layout[-1] - 1], step)
            self._add_shape(example, start, layout, step)
            start = layout[-1]

    def _add(self, weights: list[float], sums: list[float], names: Sequence[int], step: float) -> None:
        for name in names:
            weights[name] += step
            sums[name] += step * self._time

    def _add_shape(self, example: Example, start: int, layout: tuple[int, ...], step: float) -> None:
        scale = STEPS / example.settings.width
        lengths = []
        begin = start
        for end in layout:
            lengths.append(sum(example.widths[begin:end]) + end - begin - 1)
            begin = end
        if len(lengths) == 1:
            self._add(self._shapes["one_line"], self._shape_sums["one_line"], [int(lengths[0] * scale)], step)
            return
        whole = int((sum(lengths) + len(lengths) - 1) * scale)
        places = [min(whole, SHAPES["two_lines"] - 1)]
        self._add(self._shapes["two_lines"], self._shape_sums["two_lines"], places, step)
        for left, right in pairwise(lengths):
            place = int((left - right) * scale + STEPS)
            self._add(self._shapes["difference"], self._shape_sums["difference"], [place], step)
            self._add(
                self._shapes["shorter"], self._shape_sums["shorter"], [int(min(left, right) * scale)], step
            )

    def _mean(self) -> BreakTable:
        time = self._time
        shapes = {
            name: tuple(
                round(weight - total / time, _DECIMALS) + 0.0
                for weight, total in zip(self._shapes[name], self._shape_sums[name], strict=True)
            )
            for name in SHAPES
        }
        gaps = {
            name: (
                round(self._cue[number] - self._cue_sums[number] / time, _DECIMALS) + 0.0,
                round(self._line[number] - self._line_sums[number] / time, _DECIMALS) + 0.0,
            )
            for name, number in self._names.items()
        }
        gaps = {name: costs for name, costs in gaps.items() if costs != (0.0, 0.0)}
        return BreakTable("", gaps, **shapes, sentence_end_in_line=SENTENCE_IN_LINE, weak_end=WEAK_END)
