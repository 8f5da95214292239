"""How likely the speaker changes within a turn: a chain of sentences, each by the label's speaker or by another.

A conditional random field with two states, whose weights are learned from transcripts that lost labels at random
(bench/missing_labels.py). The first sentence is by the speaker of the label.

Sources:
    Lafferty, McCallum & Pereira 2001, Conditional random fields, ICML.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from captious.transcripts.missing_labels.evidence import Features, Passage

WEIGHTS = Path(__file__).parent / "weights.json"


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What each feature adds to the score of a speaker or a change; a feature without a weight adds nothing.

    Args:
        spoken: for a sentence said by another speaker.
        change: for a change of speaker.
        end: for a turn that ends with another speaker.
    """

    spoken: Mapping[str, float]
    change: Mapping[str, float]
    end: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Changes:
    """Where the speaker may change within a turn.

    Args:
        anywhere: the probability that the speaker changes at all.
        away: for each sentence, the probability that another speaker begins with it.
        back: for each sentence, the probability that the speaker of the label goes on with it.
    """

    anywhere: float
    away: tuple[float, ...]
    back: tuple[float, ...]


@cache
def load_weights() -> Weights:
    """The weights that ship."""
    table = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(table["spoken"], table["change"], table["end"])


def find_changes(passages: Sequence[Passage], end: Features, weights: Weights) -> Changes:
    """The probability of each change of speaker within a turn, by the forward-backward algorithm.

    Args:
        passages: the sentences of the turn, at least one.
        end: evidence that another speaker ends the turn.
        weights: of all features.
    """
    spoken = [_score(passage.spoken, weights.spoken) + passage.heard for passage in passages]
    change = [_score(passage.change, weights.change) for passage in passages]
    spoken[-1] += _score(end, weights.end)
    before = [(0.0, -math.inf)]
    for other, switch in zip(spoken[1:], change[1:], strict=True):
        own_before, other_before = before[-1]
        before.append(
            (_add(own_before, other_before + switch), _add(other_before, own_before + switch) + other)
        )
    after = [(0.0, 0.0)] * len(passages)
    for at in range(len(passages) - 1, 0, -1):
        own_after, other_after = after[at]
        goes_on = other_after + spoken[at]
        after[at - 1] = _add(own_after, goes_on + change[at]), _add(goes_on, own_after + change[at])
    whole = after[0][0]
    away, back = [0.0], [0.0]
    for at in range(1, len(passages)):
        own_before, other_before = before[at - 1]
        away.append(math.exp(min(own_before + change[at] + spoken[at] + after[at][1] - whole, 0.0)))
        back.append(math.exp(min(other_before + change[at] + after[at][0] - whole, 0.0)))
    return Changes(1 - math.exp(-whole), tuple(away), tuple(back))


def _score(features: Features, weights: Mapping[str, float]) -> float:
    return sum(value * weights.get(name, 0.0) for name, value in features.items())


def _add(one: float, other: float) -> float:
    """The logarithm of the sum of what two logarithms stand for."""
    most = max(one, other)
    return most if most == -math.inf else most + math.log1p(math.exp(min(one, other) - most))
