"""New line breaks for a single cue."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import inf
from typing import TYPE_CHECKING

from captious.measure.joints import is_bound
from captious.measure.width import line_width
from captious.segment.problem import Limits, Problem
from captious.segment.search import lay_out, price
from captious.segment.sentences import find_plain_ends
from captious.segment.tables import choose_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.lexicon import Lexicon
    from captious.segment.problem import Lines
    from captious.style.profile import Profile


class Rebreaker:
    """Find the best lines for the text of one cue after another.

    Args:
        profile: gives the limits, and the table of costs if it has its own.
        lexicon: word classes of the language.
        punctuated: whether the text of the file has punctuation.
        network: whether to ask the network of which words belong together, which loads numpy.
        terms: pairs of words that the file uses as one.
    """

    __slots__ = ("_breaks", "_choice", "_counting", "_lexicon", "_limits", "_space")

    def __init__(
        self,
        profile: Profile,
        lexicon: Lexicon,
        *,
        punctuated: bool = True,
        network: bool = True,
        terms: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        layout = profile.layout
        self._choice = choose_table(profile, lexicon, punctuated=punctuated, network=network, terms=terms)
        self._lexicon = lexicon
        self._breaks = profile.breaks
        self._counting = profile.counting
        self._space = line_width(" ", profile.counting)
        self._limits = Limits(
            layout.line_length_chars.value, int(layout.lines.value), layout.one_line_if_fits, 0, None, None
        )

    def __call__(self, text: str, *, before: str = "", after: str = "") -> tuple[str, ...] | None:
        """Find the best lines.

        Args:
            text: plain visible text on one line, words separated by single spaces, label included.
            before: text before it, such as the cue before: the cost of a break depends on the words around it.
            after: text after it.

        Returns:
            The lines; ``None`` if the text does not fit into one cue of the style, or only with a break where a space
            has to stay: within a number, before a dash.
        """
        return next(self.ranked(text, before=before, after=after), None)

    def ranked(self, text: str, *, before: str = "", after: str = "") -> Iterator[tuple[str, ...]]:
        """The best lines, and where they are two, all others that fit, the better ones first.

        Args:
            text: as for the best lines.
            before: text before it.
            after: text after it.
        """
        words = text.split(" ")
        problem = self._problem(words, before, after)
        best = lay_out(problem, self._limits, self._breaks, self._choice.table) if problem else None
        if problem is None or best is None:
            return
        # however much it costs, the search breaks what belongs together where nothing else fits
        if not any(is_bound(words[end - 1], words[end]) for end in best[:-1]):
            yield _broken(words, best)
        if len(best) != 2:
            return
        priced = [
            (price(problem, (end, len(words)), self._limits, self._breaks, self._choice.table), end)
            for end in range(1, len(words))
            if end != best[0] and not is_bound(words[end - 1], words[end])
        ]
        for cost, end in sorted(priced):
            if cost < inf:
                yield _broken(words, (end, len(words)))

    def gain(
        self, lines: Sequence[str], better: Sequence[str], *, before: str = "", after: str = ""
    ) -> float:
        """The cost that other lines of the same words save, on the scale of a break table.

        Args:
            lines: lines of words separated by single spaces, none too long.
            better: the same words on other lines, such as the best ones.
            before: text before.
            after: text after.

        Returns:
            0 where the words do not fit into one cue of the style; infinity where a line is too long.
        """
        problem = self._problem(" ".join(lines).split(" "), before, after)
        if problem is None:
            return 0.0
        one, other = (
            price(
                problem,
                tuple(accumulate(len(line.split(" ")) for line in each)),
                self._limits,
                self._breaks,
                self._choice.table,
            )
            for each in (lines, better)
        )
        return one - other

    def _problem(self, words: Sequence[str], before: str, after: str) -> Problem | None:
        widths = [line_width(word, self._counting) for word in words]
        space, width = self._space, self._limits.width
        if max(widths) > width or sum(widths) + space * (len(words) - 1) > width * self._limits.lines:
            return None
        first, last = before.split(), after.split()
        around = [*first, *words, *last]
        ends = find_plain_ends(around, self._lexicon)
        all_widths = [line_width(word, self._counting) for word in around]
        _, costs = self._choice.costs.costs(around, all_widths, ends)
        start, end = len(first), len(first) + len(words)
        return Problem(
            widths=widths,
            silent=0,
            cue_costs=costs[start:end],
            line_costs=costs[start:end],
            sentence_ends=[number in ends for number in range(start, end)],
            starts_ms=[0] * len(words),
            ends_ms=[0] * len(words),
            space=space,
        )


def _broken(words: Sequence[str], layout: Lines) -> tuple[str, ...]:
    return tuple(" ".join(words[start:end]) for start, end in pairwise((0, *layout)))
