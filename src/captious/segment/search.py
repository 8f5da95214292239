"""Find the best way to break a turn into cues and lines, exactly.

A dynamic program over the word boundaries chooses the cue breaks and, for every possible cue, its line breaks. A
cue holds a bounded number of words, so the work is linear in the length of the turn.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from captious.style.break_table import STEPS

if TYPE_CHECKING:
    from captious.segment.problem import Limits, Lines, Problem
    from captious.style.break_table import BreakTable
    from captious.style.profile import Breaks

_FORBIDDEN = 1e6
# A forbidden break is only very expensive: a turn of nothing but dashes still has to be broken somewhere.

_INFINITE = float("inf")
GOES_ON = 60.0
"""Cost of a sentence that begins within a line and goes on on the next one, on top of what the end before it costs: two
whole short ones may share a line. Our own: more than a cue that is far too short costs, or any gap."""


def search(problem: Problem, limits: Limits, breaks: Breaks, table: BreakTable) -> list[Lines]:
    """Find the cheapest cues for a turn.

    Args:
        problem: at least one word, each at most as wide as a line.
        limits: limits of every cue. Width and number of lines always hold; duration and speed as far
            as the words allow, because a single word can be too long for them.
        breaks: the costs that cannot be learned from captions: too fast, too short.
        table: the costs of shapes and of sentences that end within a line.

    Returns:
        The cues in order, each as its line ends.
    """
    return _Search(problem, limits, breaks, table).run()


def lay_out(problem: Problem, limits: Limits, breaks: Breaks, table: BreakTable) -> Lines | None:
    """Find the cheapest lines for words that are one cue already; ``None`` if they do not fit."""
    count = len(problem.widths)
    _, lines = _Search(problem, limits, breaks, table).lay_out(0, count, limits.lines, _INFINITE)
    return (
        lines if len(lines) > 1 or sum(problem.widths) + problem.space * (count - 1) <= limits.width else None
    )


def price(problem: Problem, layout: Lines, limits: Limits, breaks: Breaks, table: BreakTable) -> float:
    """The cost of the lines of one cue; infinity where one is too long."""
    return _Search(problem, limits, breaks, table).price(layout)


class _Search:
    __slots__ = (
        "_breaks", "_ends_before", "_in_line", "_least_line_cost", "_least_pair", "_limits", "_line_costs", "_offsets",
        "_problem", "_reach", "_space", "_step", "_table",
    )  # fmt: skip

    def __init__(self, problem: Problem, limits: Limits, breaks: Breaks, table: BreakTable) -> None:
        self._problem = problem
        self._limits = limits
        self._breaks = breaks
        self._table = table
        self._space = problem.space
        self._step = STEPS / limits.width
        # offsets[j] - offsets[i] is the width of the words i..j-1 with a space after each
        self._offsets = [0.0, *accumulate(width + problem.space for width in problem.widths)]
        self._ends_before = [0, *accumulate(problem.sentence_ends)]
        # for each sentence that ends within a line, by where the line ends
        self._in_line = [
            table.sentence_end_in_line + GOES_ON * (not end) for end in (True, *problem.sentence_ends)
        ]
        self._in_line[-1] = table.sentence_end_in_line
        self._line_costs = [min(cost, _FORBIDDEN) for cost in problem.line_costs]
        self._least_line_cost = min(self._line_costs)
        self._least_pair = min(table.difference) + min(table.shorter)
        self._reach = self._measure_reach()

    def _measure_reach(self) -> list[int]:
        """For each word, one past the last word that fits on a line beginning with it."""
        offsets, limit = self._offsets, self._limits.width + self._space
        reach: list[int] = []
        end = 0
        count = len(offsets) - 1
        for start in range(count):
            end = max(end, start + 1)
            while end < count and offsets[end + 1] - offsets[start] <= limit:
                end += 1
            reach.append(end)
        if self._limits.label_apart and self._limits.lines > 1 and self._problem.silent < count:
            for start in range(self._problem.silent):
                reach[start] = min(reach[start], self._problem.silent)
        return reach

    def run(self) -> list[Lines]:
        offsets, starts_ms, ends_ms = self._offsets, self._problem.starts_ms, self._problem.ends_ms
        limits = self._limits
        count = len(offsets) - 1
        widest = limits.lines * (limits.width + self._space) - self._space
        if limits.cue_width is not None:
            widest = min(widest, limits.cue_width)
        most_words = limits.words if limits.words is not None else count
        space, step, reach = self._space, self._step, self._reach
        # text longer than two lines costs as much as two full ones
        one_line, two_lines = self._table.one_line, [*self._table.two_lines]
        two_lines += two_lines[-1:] * (STEPS * limits.lines)
        silent = self._problem.silent
        spoken_from = offsets[silent]
        one_line_if_fits = limits.one_line_if_fits
        ends_before, in_lines = self._ends_before, self._in_line
        least_divided, least_shape = self._measure_least()
        best: list[float] = [0.0]
        cue_starts: list[int] = [0]
        layouts: list[Lines] = [()]
        min_ms, max_ms = limits.min_ms, limits.max_ms if limits.max_ms is not None else _INFINITE
        least_ms = 1000 / limits.max_cps if limits.max_cps is not None else 0.0
        for end in range(1, count + 1):
            lowest, chosen = _INFINITE, end - 1
            layout: Lines = (end,)
            here, ended_ms, ended = offsets[end] - space, ends_ms[end - 1], ends_before[end - 1]
            in_line = in_lines[end]
            for start in range(end - 1, -1, -1):
                width = here - offsets[start]
                if (width > widest or end - start > most_words) and end - start > 1:
                    break
                # the least it can cost by its shape: the rest is only computed where that is not too much
                fits = reach[start] >= end
                if not fits:
                    cost = best[start] + two_lines[int(width * step)] + least_divided[start]
                elif one_line_if_fits:
                    cost = best[start] + one_line[int(width * step)]
                else:
                    cost = best[start] + least_shape
                if cost >= lowest:
                    continue
                duration_ms = ended_ms - starts_ms[start]
                spoken = here - spoken_from if start < silent else width
                if min_ms <= duration_ms <= max_ms and spoken * least_ms <= duration_ms:
                    late = 0.0
                else:
                    late = self._time_cost(spoken, duration_ms, end - start)
                lines: Lines = (end,)
                if fits and one_line_if_fits:
                    cost += late + in_line * (ended - ends_before[start])
                else:
                    cost = best[start] + late
                    lines_cost, lines = self.lay_out(start, end, limits.lines, lowest - cost)
                    cost += lines_cost
                if cost < lowest:
                    lowest, chosen, layout = cost, start, lines
            if end < count:
                lowest += min(self._problem.cue_costs[end - 1], _FORBIDDEN)
            best.append(lowest)
            cue_starts.append(chosen)
            layouts.append(layout)
        cues: list[Lines] = []
        end = count
        while end:
            cues.append(layouts[end])
            end = cue_starts[end]
        cues.reverse()
        return cues

    def price(self, layout: Lines) -> float:
        """The cost of the lines of a cue that is the whole problem; infinity where one is too long."""
        table, step, space = self._table, self._step, self._space
        cost, start = 0.0, 0
        lengths: list[float] = []
        for end in layout:
            if self._reach[start] < end:
                return _INFINITE
            lengths.append(self._offsets[end] - self._offsets[start] - space)
            cost += self._in_line[end] * (self._ends_before[end - 1] - self._ends_before[start])
            start = end
        whole = int((self._offsets[-1] - space) * step)
        if len(layout) == 1:
            return cost + table.one_line[whole]
        cost += table.two_lines[min(whole, len(table.two_lines) - 1)]
        cost += sum(self._line_costs[end - 1] for end in layout[:-1])
        for left, right in pairwise(lengths):
            cost += (
                table.difference[int((left - right) * step + STEPS)]
                + table.shorter[int(min(left, right) * step)]
            )
        return cost

    def _measure_least(self) -> tuple[list[float], float]:
        """For each word, the least that dividing a cue that begins with it into lines costs; and the least of all."""
        pairs = min(self._least_pair * (self._limits.lines - 1), self._least_pair)
        lines = min(self._least_line_cost * (self._limits.lines - 2), 0.0)
        costs, reach = self._line_costs, self._reach
        least = [min(costs[start : reach[start]]) + pairs + lines for start in range(len(reach))]
        return least, min(*self._table.one_line, min(least) + min(self._table.two_lines))

    def _time_cost(self, spoken: float, duration_ms: int, words: int) -> float:
        limits, breaks = self._limits, self._breaks
        cost = 0.0
        if duration_ms < limits.min_ms:
            cost += breaks.too_short * (1 - duration_ms / limits.min_ms)
        if limits.max_cps is not None and spoken * 1000 > limits.max_cps * duration_ms:
            cost += breaks.too_fast * min(spoken * 1000 / (limits.max_cps * max(duration_ms, 1)) - 1, 4.0)
        if limits.max_ms is not None and duration_ms > limits.max_ms and words > 1:
            cost += _FORBIDDEN * duration_ms / limits.max_ms
        return cost

    def lay_out(self, start: int, end: int, lines: int, budget: float) -> tuple[float, Lines]:
        """Find the cheapest lines for one cue, and their cost; infinity if they do not fit or cost ``budget`` or more.

        A cue takes the fewest lines that hold it, except that two may stand for one if the style allows it.
        """
        reach = self._reach
        if reach[start] >= end:
            one_line = self._one_line(start, end)
            if lines == 1 or self._limits.one_line_if_fits or end - start == 1:
                return one_line, (end,)
            needless = self._breaks.needless_line_break
            cost, layout = self._divide(start, end, 2, min(budget, one_line) - needless)
            return (cost + needless, layout) if cost + needless < one_line else (one_line, (end,))
        needed, position = 1, reach[start]
        while position < end:
            needed, position = needed + 1, reach[position]
        if needed > lines:
            return _INFINITE, (end,)
        return self._divide(start, end, needed, budget)

    def _one_line(self, start: int, end: int) -> float:
        width = self._offsets[end] - self._offsets[start] - self._space
        inside = self._ends_before[end - 1] - self._ends_before[start]
        return self._table.one_line[int(width * self._step)] + inside * self._in_line[end]

    def _divide(self, start: int, end: int, lines: int, budget: float) -> tuple[float, Lines]:
        width = self._offsets[end] - self._offsets[start] - self._space
        steps = self._table.two_lines
        whole = steps[min(int(width * self._step), len(steps) - 1)]
        cost, layout = self._split(start, end, lines, budget - whole)
        return cost + whole, layout

    def _split(
        self, start: int, end: int, lines: int, budget: float, above: float | None = None
    ) -> tuple[float, Lines]:
        """Find the cheapest way to give the first line some of the words and the rest to the other lines.

        ``above`` is the width of the line above the first one, whose balance with it counts too.
        """
        offsets, reach, ends = self._offsets, self._reach, self._ends_before
        in_line, last_line = self._in_line, self._in_line[end]
        begin, finish = offsets[start] + self._space, offsets[end] - self._space
        lowest, found = budget, False
        layout: Lines = (end,)
        line_costs, least, step, table = self._line_costs, self._least_pair, self._step, self._table
        difference, shorter = table.difference, table.shorter
        last_two = lines == 2
        for middle in range(min(reach[start], end - 1), start, -1):
            if last_two and reach[middle] < end:
                break
            cost = line_costs[middle - 1]
            if last_two and cost + least >= lowest:
                continue
            left = offsets[middle] - begin
            cost += in_line[middle] * (ends[middle - 1] - ends[start])
            if above is not None:
                cost += difference[int((above - left) * step + STEPS)] + shorter[int(min(above, left) * step)]
            rest: Lines = (end,)
            if last_two:
                right = finish - offsets[middle]
                cost += difference[int((left - right) * step + STEPS)] + last_line * (
                    ends[end - 1] - ends[middle]
                )
                cost += shorter[int((min(right, left)) * step)]
            else:
                rest_cost, rest = self._split(middle, end, lines - 1, _INFINITE, left)
                cost += rest_cost
            if cost < lowest:
                lowest, layout, found = cost, (middle, *rest), True
        return (lowest, layout) if found else (_INFINITE, (end,))
