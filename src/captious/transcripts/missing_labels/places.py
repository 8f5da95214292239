"""The places where a label seems to be missing, and whose it would be."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.transcripts.missing_labels.evidence import Conversation
from captious.transcripts.missing_labels.model import find_changes, load_weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.missing_labels.evidence import Passage
    from captious.transcripts.missing_labels.model import Changes, Weights
    from captious.transcripts.model import Turn

LEAST_TURN = 0.5
"""How likely a turn must be to hold another speaker to be reported."""
LEAST_BEST = 0.2
LEAST_MORE = 0.5
"""How likely the likeliest place of a turn must be to be reported, and every further one."""
LEAST_NAME = 0.8
"""How likely a speaker must be to be named where several come into question."""
_MOST_SPEAKERS = 8


@dataclass(frozen=True, slots=True)
class MissingLabel:
    """A place within a turn where another speaker seems to begin.

    Args:
        turn: the turn.
        word: index of the first word of the other speaker in it.
        speaker: who begins; ``None`` where several come into question.
        likely: those who come into question, the likeliest first.
        turn_probability: how likely somebody else speaks in this turn.
        probability: how likely the speaker changes at this word.
        repeats: whether the next label is that of the same speaker again.
        after_question: whether a question stands right before.
    """

    turn: Turn
    word: int
    speaker: str | None
    likely: tuple[str, ...]
    turn_probability: float
    probability: float
    repeats: bool
    after_question: bool

    @property
    def line(self) -> int:
        """The line the other speaker's first word is on."""
        return self.turn.words[self.word].line


def find_places(
    turns: Sequence[Turn],
    lexicon: Lexicon,
    *,
    heard: Sequence[Sequence[str | None]] | None = None,
    breaks: Sequence[int] = (),
    weights: Weights | None = None,
) -> list[MissingLabel]:
    """Find the places where a label seems to be missing.

    Args:
        turns: as read.
        lexicon: word lists of the language.
        heard: for each turn, the speaker of each of its words by the word timings.
        breaks: lines on which the talk is interrupted, in order.
        weights: of the evidence; ``None`` = those that ship.

    Returns:
        The places in order; none in a text with fewer than two speakers that have habits, or with too many.
    """
    talk = Conversation(turns, lexicon, heard=heard, breaks=breaks)
    if not 2 <= len(talk.speakers) <= _MOST_SPEAKERS:
        return []
    weights = weights or load_weights()
    found = []
    for number, turn in enumerate(talk.turns):
        if turn.speaker is None or len(talk.sentences[number]) < 2 or not talk.others(number):
            continue
        passages = talk.passages(number)
        changes = find_changes(passages, talk.end(number), weights)
        if changes.anywhere >= LEAST_TURN:
            found += _in_turn(talk, number, passages, changes, weights)
    return found


def _in_turn(
    talk: Conversation, number: int, passages: Sequence[Passage], changes: Changes, weights: Weights
) -> list[MissingLabel]:
    turn = talk.turns[number]
    best = max(range(1, len(passages)), key=changes.away.__getitem__)
    if changes.away[best] < LEAST_BEST:
        return []
    # where the speaker goes on is a place only after somebody else began
    aways = {at for at in range(1, len(passages)) if at == best or changes.away[at] >= LEAST_MORE}
    backs = {at for at in range(min(aways) + 1, len(passages)) if changes.back[at] >= LEAST_MORE} - aways
    places = sorted(aways | backs)
    found = []
    for at, end in zip(places, [*places[1:], len(passages)], strict=True):
        if at in backs:
            likely = {turn.speaker or "": 1.0}
        else:
            following = talk.following(number) if end == len(passages) else None
            likely = _who(talk.others(number), passages[at:end], weights, not_this=following)
        names = sorted(likely, key=likely.__getitem__, reverse=True)
        found.append(
            MissingLabel(
                turn=turn,
                word=passages[at].sentence.start,
                speaker=names[0] if likely[names[0]] >= LEAST_NAME else None,
                likely=tuple(names),
                turn_probability=changes.anywhere,
                probability=changes.back[at] if at in backs else changes.away[at],
                repeats=talk.following(number) == turn.speaker,
                after_question=passages[at - 1].sentence.mark == "?",
            )
        )
    return found


def _who(
    others: dict[str, float], passages: Sequence[Passage], weights: Weights, *, not_this: str | None
) -> dict[str, float]:
    """How likely each other speaker says some sentences, likeliest those that fit the words."""
    scores = {
        name: share
        + sum(
            weights.spoken.get(kind, 0.0)
            * passage.fits[name][index]
            / math.sqrt(len(passage.sentence.words) + 1)
            for passage in passages
            for index, kind in enumerate(("common words", "other words"))
        )
        for name, share in others.items()
        if name != not_this or len(others) == 1
    }
    most = max(scores.values())
    fits = {name: math.exp(score - most) for name, score in scores.items()}
    total = sum(fits.values())
    return {name: fit / total for name, fit in fits.items()}
