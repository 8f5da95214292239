"""What the network says about a gap between two words, as features with a name: a few steps for each question.

Sums of floating-point numbers differ between machines by less than 0.00001 here, and an answer changes its step only
where it is that near to an edge (docs/adr/0020).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LINKS = (
    "none", "determiner", "modifier", "compound", "preposition", "object of a preposition", "auxiliary", "object",
    "subject", "conjunct", "adverb", "clause", "other",
)  # fmt: skip
"""How two words can be linked, as a parser's labels in groups."""

_MOST_ODDS = 4.0
_STEPS_A_UNIT = 2
_LEAST_CHANCE = 1e-9
_TIE = np.float32(1e-3)
"""Answers less apart than this count as equal, and the first is taken."""


class Question(NamedTuple):
    """A question, and the names of its answers.

    Args:
        names: of the steps.
        only_without_mark: whether it is asked only where no punctuation stands.
    """

    names: tuple[str, ...]
    only_without_mark: bool = False


def _steps(name: str, most: float) -> tuple[str, ...]:
    return tuple(f"{name} {step / _STEPS_A_UNIT:g}" for step in range(int(most * _STEPS_A_UNIT) + 1))


def _odds(name: str) -> tuple[str, ...]:
    count = int(_MOST_ODDS * _STEPS_A_UNIT)
    return tuple(f"{name} {step / _STEPS_A_UNIT:+g}" for step in range(-count, count + 1))


QUESTIONS = (
    Question(tuple(f"linked: {name}" for name in LINKS)),
    Question(tuple(f"shortest link across: {name}" for name in LINKS)),
    Question(_steps("links across", 4)),
    Question(_steps("length of the shortest link across", 6)),
    Question(_steps("phrase that ends", 5)),
    Question(_steps("phrase that begins", 5)),
    Question(_odds("cue likely")),
    Question(_odds("line likely")),
    Question(_odds("mark likely"), only_without_mark=True),
    Question(_odds("end likely"), only_without_mark=True),
)
"""What is asked at every gap; the order is that of the columns of `bin_answers`."""


def bin_answers(rows: Floats, answers: Mapping[str, slice]) -> NDArray[np.int8]:
    """The step of each answer at some gaps.

    Args:
        rows: the network's answers, one row for each gap.
        answers: which columns belong to which question.

    Returns:
        One row for each gap, with a column for each of `QUESTIONS`.
    """
    columns = [
        _likeliest(rows[:, answers["link"]]),
        _likeliest(rows[:, answers["xl"]]),
        *(_expected(rows[:, answers[name]]) for name in ("cross", "slen", "left", "right")),
        _odds_of(rows[:, answers["cap"]], (2,)),
        _odds_of(rows[:, answers["cap"]], (1,)),
        _odds_of(rows[:, answers["marks"]], range(1, 5)),
        _odds_of(rows[:, answers["marks"]], (2,)),
    ]
    return np.stack(columns, axis=1).astype(np.int8)


def _likeliest(logits: Floats) -> NDArray[np.intp]:
    found: NDArray[np.intp] = np.argmax(logits >= logits.max(axis=1, keepdims=True) - _TIE, axis=1)
    return found


def _expected(logits: Floats) -> NDArray[np.intp]:
    chances = np.exp((logits - logits.max(axis=1, keepdims=True)).astype(np.float64))
    # one column after the other: a sum in this order is the same on every machine
    total, mean = np.zeros((2, len(logits)))
    for answer, chance in enumerate(chances.T):
        total += chance
        mean += answer * chance
    steps: NDArray[np.intp] = np.rint(mean / total * _STEPS_A_UNIT).astype(np.intp)
    return steps


def _odds_of(logits: Floats, wanted: Sequence[int]) -> NDArray[np.intp]:
    chances = np.exp((logits - logits.max(axis=1, keepdims=True)).astype(np.float64))
    inside, outside = np.full((2, len(logits)), _LEAST_CHANCE)
    for answer, chance in enumerate(chances.T):
        if answer in wanted:
            inside += chance
        else:
            outside += chance
    odds = np.clip(np.log(inside / outside), -_MOST_ODDS, _MOST_ODDS)
    steps: NDArray[np.intp] = np.rint((odds + _MOST_ODDS) * _STEPS_A_UNIT).astype(np.intp)
    return steps
