"""Figures about the breaks of a text that need no reference, and their confidence intervals."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from captious.lexicon.weak_ends import weak_end

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from captious.learning.scores import Cues
    from captious.lexicon import Lexicon

Value = TypeVar("Value")

_OPENING = "\"'“‘«([{¿¡"


@dataclass(frozen=True, slots=True)
class Conformity:
    """Share of a text that keeps the limits.

    Args:
        lines_percent: lines no wider than allowed.
        cues_percent: cues of no more lines than allowed.
    """

    lines_percent: float
    cues_percent: float


def exact_line_breaks(
    cues: Cues, rebreak: Callable[[Sequence[str]], Sequence[Sequence[str]]]
) -> float | None:
    """Share of the two-line cues that get the lines of the reference, in percent.

    Args:
        cues: the reference.
        rebreak: breaks the words of one cue into lines.

    Returns:
        ``None`` where no cue has two lines.
    """
    asked = [[list(line) for line in cue] for cue in cues if len(cue) == 2]
    same = sum([list(line) for line in rebreak([*cue[0], *cue[1]])] == cue for cue in asked)
    return 100 * same / len(asked) if asked else None


def bad_ends(cues: Cues, lexicon: Lexicon) -> float:
    """Lines that end on a word that leads the next one, as the linter checks it (LAY005), in percent of all but the
    last of the text."""
    lines = [" ".join(line) for cue in cues for line in cue]
    bad = sum(weak_end(line, following, lexicon) is not None for line, following in pairwise(lines))
    return 100 * bad / (len(lines) - 1) if len(lines) > 1 else 0.0


def function_word_ends(cues: Cues, lexicon: Lexicon) -> float:
    """Lines that end on a bare function word, in percent of all but the last of the text, even where the word closes a
    phrase (*where we come from*, *improve it*)."""
    ends = [line[-1] for cue in cues for line in cue][:-1]
    # A word with punctuation after it is not in the lexicon, and its line may well end there.
    bad = sum(_bare(word) in lexicon.function_words for word in ends)
    return 100 * bad / len(ends) if ends else 0.0


def conformity(cues: Cues, *, width: int, lines: int) -> Conformity:
    """Share of a text that keeps a line length in characters and a number of lines."""
    every = [line for cue in cues for line in cue]
    return Conformity(
        lines_percent=_percent(sum(len(" ".join(line)) <= width for line in every), len(every)),
        cues_percent=_percent(sum(len(cue) <= lines for cue in cues), len(cues)),
    )


def bootstrap(
    values: Sequence[Value],
    statistic: Callable[[Sequence[Value]], float],
    *,
    rounds: int = 1000,
    seed: int = 0,
) -> tuple[float, float]:
    """The 95% interval of a statistic, from samples drawn with replacement; the same for the same seed.

    Sources:
        Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7(1), 1979: percentiles.
    """
    draw = random.Random(seed)  # noqa: S311 - statistics, not secrets
    found = sorted(statistic(draw.choices(values, k=len(values))) for _ in range(rounds))
    # the ranks that leave out 2.5% on either side
    return found[int(0.025 * rounds)], found[math.ceil(0.975 * rounds) - 1]


def _bare(word: str) -> str:
    return word.lstrip(_OPENING).lower().replace("’", "'")


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0
