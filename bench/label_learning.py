"""Learns the weights of the search for missing labels: a conditional random field with two states, by L-BFGS (numpy).

Each change of speaker in the episodes is lost once, and some in pairs.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from captious.lexicon import load_lexicon
from captious.transcripts.missing_labels.evidence import Conversation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from captious.transcripts.model import Turn

DRAWS, PAIR_DRAWS = 20, 8
FEWEST = 20
"""How often a word has to occur in its place to get a weight."""
PAIR_SHARE = 0.04
STIFFNESS, WORD_STIFFNESS = 2.0, 30.0
"""How strongly weights are held at 0: those of features, and those of words."""
LEAST = 0.02
OFTEN = 3.0
"""How often a turn that lost nothing counts. It would be drawn as often as there are draws; the difference is made good
in the weight of a change. With fewer of them, more is learned about the place within a turn."""
WORDS = ("first ", "two ", "last ", "in short ")
SOURCE = (
    "Learned by bench/missing_labels.py --learn from 30 episodes of podcasts that lose labels at random: The Changelog "
    "transcripts, CC BY-SA 4.0 (github.com/thechangelog/transcripts), 2026-11-25"
)
Part = tuple[str, str]


@dataclass
class Chain:
    """A turn: the features of its sentences, and which of them another speaker says."""

    spoken: list[dict[str, float]]
    change: list[dict[str, float]]
    end: dict[str, float]
    other: list[bool]
    weight: float


def learn(episodes: Sequence[Sequence[Turn]], damage: Callable[..., object]) -> dict[str, object]:
    chains = list(read_chains(episodes, damage))
    counts = Counter(name for chain in chains for features in chain.change for name in features)
    people = {part.lower() for turns in episodes for turn in turns for part in (turn.speaker or "").split()}
    names: dict[Part, int] = {}
    for chain in chains:
        for part, features in (
            *(("spoken", each) for each in chain.spoken),
            *(("change", each) for each in chain.change),
            ("end", chain.end),
        ):
            for name in features:
                known = counts[name] >= FEWEST and people.isdisjoint(re.findall(r"[^ ,.?!…]+", name))
                if known or not name.startswith(WORDS):
                    names.setdefault((part, name), len(names))
    stiffness = np.array([WORD_STIFFNESS if name.startswith(WORDS) else STIFFNESS for _, name in names])
    field = Field(chains, names)
    damaged = sum(any(chain.other) for chain in chains)
    print(f"  {len(chains):,} turns, {damaged:,} of which lost a label, {len(names):,} weights")
    weights = minimise(lambda values: field.loss(values, stiffness), len(names))
    weights[names["change", "any"]] -= np.log(DRAWS / OFTEN)
    table: dict[str, object] = {"source": SOURCE}
    for part in ("spoken", "change", "end"):
        table[part] = {
            name: round(float(weights[number]), 2)
            for (place, name), number in sorted(names.items())
            if place == part and abs(weights[number]) >= LEAST
        }
    return table


def read_chains(episodes: Sequence[Sequence[Turn]], damage: Callable[..., object]) -> Iterable[Chain]:
    english = load_lexicon("en")
    for number, turns in enumerate(episodes):
        for draw in range(DRAWS + PAIR_DRAWS):
            chance = random.Random(f"{number} {draw}")  # noqa: S311 - no secret
            lose = partial(_every, draw) if draw < DRAWS else partial(_pairs, chance)
            show = damage(turns, lose, on_line=partial(_coin, chance))
            talk = Conversation(show.turns, english)
            lost = {id(turn): places for turn, places in zip(show.turns, show.lost, strict=True)}
            for at, turn in enumerate(talk.turns):
                places = lost[id(turn)]
                if not places and (draw >= DRAWS or 7 * at % DRAWS != draw):
                    continue
                if turn.speaker is None or len(talk.sentences[at]) < 2 or not talk.others(at):
                    continue
                passages = talk.passages(at)
                speaker, other = turn.speaker, []
                for passage in passages:
                    speaker = places.get(passage.sentence.start, speaker)
                    other.append(speaker != turn.speaker)
                yield Chain(
                    [passage.spoken for passage in passages],
                    [passage.change for passage in passages],
                    talk.end(at),
                    other,
                    1.0 if places else OFTEN,
                )


def _every(draw: int, at: int) -> int:
    return int(at % DRAWS == draw)


def _pairs(chance: random.Random, _: int) -> int:
    return 2 * (chance.random() < PAIR_SHARE)


def _coin(chance: random.Random) -> bool:
    return chance.random() < 0.5


class Field:
    """All chains as arrays, the longest first."""

    def __init__(self, chains: list[Chain], names: dict[Part, int]) -> None:
        chains = sorted(chains, key=lambda chain: -len(chain.other))
        self.lengths = np.array([len(chain.other) for chain in chains])
        self.shape = (len(chains), int(self.lengths[0]))
        self.weights = np.array([chain.weight for chain in chains])
        self.other = np.zeros(self.shape)
        self.switch = np.zeros(self.shape)
        rows: dict[str, list[tuple[int, int, float]]] = {"spoken": [], "change": [], "end": []}
        for number, chain in enumerate(chains):
            self.other[number, : len(chain.other)] = chain.other
            for at in range(len(chain.other)):
                place = number * self.shape[1] + at
                self.switch[number, at] = at > 0 and chain.other[at] != chain.other[at - 1]
                for part, features in (("spoken", chain.spoken[at]), ("change", chain.change[at])):
                    rows[part] += [
                        (place, names[part, n], v) for n, v in features.items() if (part, n) in names
                    ]
            rows["end"] += [(number, names["end", n], v) for n, v in chain.end.items()]
        self.rows = {
            part: (
                np.array([r[0] for r in some]),
                np.array([r[1] for r in some]),
                np.array([r[2] for r in some]),
            )
            for part, some in rows.items()
        }
        self.going = [int((self.lengths > at).sum()) for at in range(self.shape[1])]

    def scores(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        def of(part: str, size: int) -> np.ndarray:
            place, name, value = self.rows[part]
            return np.bincount(place, weights=values[name] * value, minlength=size)

        size = self.shape[0] * self.shape[1]
        return (
            of("spoken", size).reshape(self.shape),
            of("change", size).reshape(self.shape),
            of("end", self.shape[0]),
        )

    def loss(self, values: np.ndarray, stiffness: np.ndarray) -> tuple[float, np.ndarray]:
        count, length = self.shape
        every = np.arange(count)
        spoken, change, end = self.scores(values)
        real = (
            (self.other * spoken).sum(1)
            + (self.switch * change).sum(1)
            + self.other[every, self.lengths - 1] * end
        )
        spoken[every, self.lengths - 1] += end
        own, other = np.zeros(self.shape), np.full(self.shape, -1e9)
        for at in range(1, length):
            some = slice(self.going[at])
            own[some, at] = np.logaddexp(own[some, at - 1], other[some, at - 1] + change[some, at])
            other[some, at] = (
                np.logaddexp(other[some, at - 1], own[some, at - 1] + change[some, at]) + spoken[some, at]
            )
        own_after, other_after = np.zeros(self.shape), np.zeros(self.shape)
        for at in range(length - 2, -1, -1):
            some = slice(self.going[at + 1])
            goes_on = other_after[some, at + 1] + spoken[some, at + 1]
            stays, turns = own_after[some, at + 1], change[some, at + 1]
            own_after[some, at] = np.logaddexp(stays, goes_on + turns)
            other_after[some, at] = np.logaddexp(goes_on, stays + turns)
        whole = own_after[:, 0]
        likely = np.exp(np.minimum(other + other_after - whole[:, None], 0))
        turning = np.zeros(self.shape)
        for at in range(1, length):
            some = slice(self.going[at])
            away = own[some, at - 1] + change[some, at] + spoken[some, at] + other_after[some, at]
            back = other[some, at - 1] + change[some, at] + own_after[some, at]
            turning[some, at] = np.exp(away - whole[some]) + np.exp(back - whole[some])
        inside = np.arange(length)[None, :] < self.lengths[:, None]
        loss = float((self.weights * (whole - real)).sum() + 0.5 * stiffness @ (values * values))
        slope = stiffness * values
        by_weight = self.weights[:, None]
        ends = (likely[every, self.lengths - 1] - self.other[every, self.lengths - 1]) * self.weights
        for part, error in (
            ("spoken", ((likely - self.other) * inside * by_weight).ravel()),
            ("change", ((turning - self.switch) * by_weight).ravel()),
            ("end", ends),
        ):
            place, name, value = self.rows[part]
            slope += np.bincount(name, weights=error[place] * value, minlength=len(values))
        return loss, slope


def minimise(
    loss: Callable[[np.ndarray], tuple[float, np.ndarray]], size: int, *, steps: int = 150, memory: int = 8
) -> np.ndarray:
    """L-BFGS with a backtracking line search (Nocedal & Wright, Numerical Optimization, algorithm 7.5)."""
    values = np.zeros(size)
    here, slope = loss(values)
    kept: list[tuple[np.ndarray, np.ndarray]] = []
    for _ in range(steps):
        direction = slope.copy()
        factors = []
        for moved, bent in reversed(kept):
            factors.append((moved @ direction) / (bent @ moved))
            direction -= factors[-1] * bent
        direction *= (
            (kept[-1][0] @ kept[-1][1]) / (kept[-1][1] @ kept[-1][1]) if kept else 1 / np.abs(slope).max()
        )
        for (moved, bent), factor in zip(kept, reversed(factors), strict=True):
            direction += (factor - (bent @ direction) / (bent @ moved)) * moved
        step = 1.0
        while True:
            there = values - step * direction
            new, new_slope = loss(there)
            if new <= here - 1e-4 * step * (slope @ direction) or step < 1e-6:
                break
            step /= 2
        if (there - values) @ (new_slope - slope) > 1e-10:
            kept = [*kept, (there - values, new_slope - slope)][-memory:]
        done = abs(here - new) < 1e-5 * abs(here)
        values, here, slope = there, new, new_slope
        if done:
            break
    return values
