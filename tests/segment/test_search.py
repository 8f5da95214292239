from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from captious.segment import search as search_module
from captious.segment.problem import Limits, Problem
from captious.segment.search import search
from captious.segment.tables import PUNCTUATED, shipped_table
from captious.style import load_style
from captious.style.break_table import SHAPES, STEPS, BreakTable

BREAKS = load_style("base").profile(format="srt", language="en").breaks
if TYPE_CHECKING:
    import random

TABLE = shipped_table(PUNCTUATED)


def problem(
    widths: list[int], costs: list[float], ends: list[bool], times: list[int], silent: int = 0
) -> Problem:
    return Problem(
        widths=widths, silent=silent, cue_costs=costs, line_costs=costs, sentence_ends=ends,
        starts_ms=times[:-1], ends_ms=times[1:], space=1,
    )  # fmt: skip


def price(task: Problem, limits: Limits, layouts: list[tuple[int, ...]], table: BreakTable = TABLE) -> float:
    """The cost of a way to break, from the definition and nothing else."""
    total, start = 0.0, 0
    count = len(task.widths)
    for layout in layouts:
        end = layout[-1]
        spoken = sum(task.widths[start:end]) + end - start - 1
        duration = task.ends_ms[end - 1] - task.starts_ms[start]
        if duration < limits.min_ms:
            total += BREAKS.too_short * (1 - duration / limits.min_ms)
        if limits.max_cps and spoken * 1000 > limits.max_cps * duration:
            total += BREAKS.too_fast * min(spoken * 1000 / (limits.max_cps * max(duration, 1)) - 1, 4.0)
        lengths = []
        for stop in layout:
            length = sum(task.widths[start:stop]) + stop - start - 1
            if length > limits.width:
                return float("inf")
            lengths.append(length)
            # a sentence that begins within a line may not go on on the next one
            goes_on = 0.0 if stop == count or task.sentence_ends[stop - 1] else search_module.GOES_ON
            total += (table.sentence_end_in_line + goes_on) * sum(task.sentence_ends[start : stop - 1])
            if stop != end:
                total += task.line_costs[stop - 1]
            start = stop
        step = STEPS / limits.width
        whole = int((sum(lengths) + len(lengths) - 1) * step)
        total += table.one_line[whole] if len(lengths) == 1 else table.two_lines[min(whole, 2 * STEPS)]
        for one, other in itertools.pairwise(lengths):
            total += table.difference[int((one - other) * step + STEPS)]
            total += table.shorter[int(min(one, other) * step)]
        if end < count:
            total += task.cue_costs[end - 1]
    return total


def fewest(task: Problem, limits: Limits, start: int, end: int) -> int:
    """Lines that greedy filling needs, which is the fewest."""
    lines, used = 1, -1
    for width in task.widths[start:end]:
        if used + 1 + width > limits.width:
            lines, used = lines + 1, width
        else:
            used += 1 + width
    return lines


def all_layouts(task: Problem, limits: Limits) -> list[list[tuple[int, ...]]]:
    count = len(task.widths)
    found = []
    for marks in itertools.product((0, 1, 2), repeat=count - 1):
        layouts: list[tuple[int, ...]] = []
        lines: list[int] = []
        start = 0
        for number, mark in enumerate((*marks, 2), start=1):
            if mark:
                lines.append(number)
            if mark == 2:
                if len(lines) > limits.lines or len(lines) > fewest(task, limits, start, number):
                    break
                layouts.append(tuple(lines))
                lines, start = [], number
        else:
            found.append(layouts)
    return found


def any_table(chance: random.Random) -> BreakTable:
    """Costs as no captions would teach them: what is pruned must not depend on what is usual."""
    shapes = {name: [chance.uniform(-9, 9) for _ in range(size)] for name, size in SHAPES.items()}
    return BreakTable("", {}, **shapes, sentence_end_in_line=chance.uniform(0, 20), weak_end=0)


@settings(max_examples=150)
@given(st.randoms(use_true_random=False), st.integers(1, 6), st.sampled_from([1, 2, 3]))
def test_the_best_way_is_found_whatever_the_table(chance: random.Random, count: int, lines: int) -> None:
    table = any_table(chance)
    widths = [chance.randint(1, 10) for _ in range(count)]
    costs = [chance.uniform(-9, 9) for _ in range(count)]
    ends = [chance.random() < 0.3 for _ in range(count)]
    task = problem(widths, costs, ends, [0, *itertools.accumulate(chance.randint(200, 2000) for _ in widths)])
    limits = Limits(width=12, lines=lines, one_line_if_fits=True, min_ms=1000, max_ms=None, max_cps=15)
    found = search(task, limits, BREAKS, table)
    best = min(price(task, limits, layouts, table) for layouts in all_layouts(task, limits))
    assert abs(price(task, limits, found, table) - best) < 1e-6


@given(st.randoms(use_true_random=False), st.integers(1, 5))
def test_a_cue_costs_what_the_definition_says(chance: random.Random, count: int) -> None:
    table = any_table(chance)
    costs, ends = [chance.uniform(-9, 9)] * count, [chance.random() < 0.3] * count
    task = problem([5] * count, costs, ends, list(range(0, 2000 * count + 1, 2000)))
    limits = Limits(width=12, lines=3, one_line_if_fits=True, min_ms=0, max_ms=None, max_cps=None)
    for layouts in all_layouts(task, limits):
        if len(layouts) == 1:
            expected = price(task, limits, layouts, table)
            assert search_module.price(task, layouts[0], limits, BREAKS, table) == pytest.approx(expected)


@settings(max_examples=150)
@given(st.data(), st.integers(1, 7), st.sampled_from([1, 2, 3]))
def test_no_other_way_to_break_is_cheaper(data: st.DataObject, count: int, lines: int) -> None:
    numbers = st.lists(st.integers(1, 10), min_size=count, max_size=count)
    widths = data.draw(numbers)
    costs = [float(number - 5) for number in data.draw(numbers)]
    ends = data.draw(st.lists(st.booleans(), min_size=count, max_size=count))
    times = [0, *itertools.accumulate(200 * number for number in data.draw(numbers))]
    task = problem(widths, costs, ends, times)
    limits = Limits(width=12, lines=lines, one_line_if_fits=True, min_ms=1000, max_ms=None, max_cps=15)
    found = search(task, limits, BREAKS, TABLE)
    best = min(price(task, limits, layouts) for layouts in all_layouts(task, limits))
    assert abs(price(task, limits, found) - best) < 1e-6


def test_three_lines_are_balanced_with_their_neighbours() -> None:
    """Found by the test above: the second line was chosen without a look at the first."""
    task = problem([1, 1, 9, 1, 1, 1, 1], [1, 1, 4, 1, 1, 1, 1], [False] * 7, list(range(0, 1401, 200)))
    limits = Limits(width=12, lines=3, one_line_if_fits=True, min_ms=1000, max_ms=None, max_cps=15)
    best = min(price(task, limits, layouts) for layouts in all_layouts(task, limits))
    assert abs(price(task, limits, search(task, limits, BREAKS, TABLE)) - best) < 1e-6


def test_one_word_is_one_cue() -> None:
    limits = Limits(width=42, lines=2, one_line_if_fits=True, min_ms=1000, max_ms=7000, max_cps=21)
    assert search(problem([5], [0], [True], [0, 300]), limits, BREAKS, TABLE) == [(1,)]


def test_a_turn_in_which_no_break_is_allowed_is_still_broken() -> None:
    limits = Limits(width=10, lines=2, one_line_if_fits=True, min_ms=1000, max_ms=7000, max_cps=21)
    count = 50
    task = problem([3] * count, [float("inf")] * count, [False] * count, list(range(0, 300 * count + 1, 300)))
    layouts = search(task, limits, BREAKS, TABLE)
    assert layouts[-1][-1] == count
    assert price(task, limits, layouts) != float("inf") or all(len(layout) <= 2 for layout in layouts)


def test_a_cue_does_not_last_longer_than_the_maximum_if_words_allow_it() -> None:
    limits = Limits(width=42, lines=2, one_line_if_fits=True, min_ms=1000, max_ms=7000, max_cps=21)
    task = problem([4] * 8, [1.0] * 8, [False] * 8, [number * 3000 for number in range(9)])
    start = 0
    for layout in search(task, limits, BREAKS, TABLE):
        assert task.ends_ms[layout[-1] - 1] - task.starts_ms[start] <= 7000
        start = layout[-1]


def test_a_second_line_that_is_not_needed_is_used_only_when_the_style_allows_it() -> None:
    task = problem([8, 8], [0.0, 0.0], [False, True], [0, 1000, 2000])
    strict = Limits(width=20, lines=2, one_line_if_fits=True, min_ms=1000, max_ms=7000, max_cps=21)
    assert search(task, strict, BREAKS, TABLE) == [(2,)]
