"""What each speaker of a conversation says elsewhere, and how well words fit it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.missing_labels.sentences import Sentence

FEWEST_TURNS, FEWEST_WORDS = 3, 40
"""With less, a speaker has no habits to compare with."""
_PRIOR_WORDS = 300
"""Words of everyone that are mixed into those of each speaker, so that a word nobody has said yet is no evidence."""
_HEARD_WORDS = 4
"""In shorter sentences the speakers of word timings are often those of the sentence before."""

Fit = tuple[float, float]
"""How much better words fit one speaker than another, as logarithms: the common words, and all others."""


@dataclass(slots=True)
class Habits:
    """What one speaker says.

    Args:
        turns: number of turns.
        words: each word with how often it is said.
        total: number of words.
        sentences: number of sentences.
        questions: how many of them are questions.
        openings: first words of turns.
        beginnings: first words of other sentences.
        voices: who speaks by the word timings, with the number of words.
    """

    turns: int = 0
    words: Counter[str] = field(default_factory=Counter)
    total: int = 0
    sentences: int = 0
    questions: int = 0
    openings: Counter[str] = field(default_factory=Counter)
    beginnings: Counter[str] = field(default_factory=Counter)
    voices: Counter[str] = field(default_factory=Counter)

    def add(self, sentences: Sequence[Sentence], voices: Iterable[str | None]) -> None:
        """Add a turn."""
        self.turns += 1
        self.voices.update(name for name in voices if name is not None)
        for number, sentence in enumerate(sentences):
            self.words.update(sentence.words)
            self.total += len(sentence.words)
            self.sentences += 1
            self.questions += sentence.mark == "?"
            if sentence.words:
                (self.beginnings if number else self.openings)[sentence.words[0]] += 1


class Speakers:
    """The habits of everyone.

    Args:
        habits: speaker to habits.
        lexicon: word lists of the language.
    """

    def __init__(self, habits: Mapping[str, Habits], lexicon: Lexicon) -> None:
        self._habits = habits
        self._common = lexicon.function_words | lexicon.small_talk
        self._everyone: Counter[str] = Counter()
        for each in habits.values():
            self._everyone.update(each.words)
        self._total = self._everyone.total()
        self._known: dict[str, dict[str, float]] = {name: {} for name in habits}

    def fits(
        self, own: str, others: Iterable[str], words: Sequence[str], *, said: Counter[str]
    ) -> dict[str, Fit]:
        """How much better words fit each other speaker than their own, whose turn they are in.

        Args:
            own: the speaker of the label.
            others: those to compare with.
            words: of a sentence.
            said: all words of the turn, which do not count as a habit.
        """
        habits = self._habits[own]
        size = math.log(habits.total - said.total() + _PRIOR_WORDS)
        mine = [math.log(habits.words[word] - said[word] + self._prior(word)) - size for word in words]
        fits = {}
        for name in others:
            known = self._known[name]
            common = other = 0.0
            for word, own_fit in zip(words, mine, strict=True):
                fit = known.get(word)
                if fit is None:
                    fit = known[word] = self._fit(self._habits[name], word)
                if word in self._common:
                    common += fit - own_fit
                else:
                    other += fit - own_fit
            fits[name] = (common, other)
        return fits

    def _fit(self, habits: Habits, word: str) -> float:
        return math.log((habits.words[word] + self._prior(word)) / (habits.total + _PRIOR_WORDS))

    def _prior(self, word: str) -> float:
        return _PRIOR_WORDS * (self._everyone[word] + 0.5) / (self._total + 1)

    def asks(self, names: Iterable[str]) -> float:
        """The share of questions among the sentences of some speakers."""
        habits = [self._habits[name] for name in names]
        return (sum(each.questions for each in habits) + 1) / (sum(each.sentences for each in habits) + 4)

    def opens(self, own: str, others: Iterable[str], word: str) -> float:
        """How much better a word opens a turn of another speaker than a sentence of the own, as a logarithm."""
        turns = [self._habits[name] for name in others]
        there = (sum(each.openings[word] for each in turns) + 0.5) / (sum(each.turns for each in turns) + 5)
        here = (self._habits[own].beginnings[word] + 0.5) / (self._habits[own].sentences + 5)
        return math.log(there / here)

    def usual_length(self, names: Iterable[str], *, without: int | None = None) -> float:
        """The words of a usual turn of some speakers, one turn with so many words not counted."""
        habits = [self._habits[name] for name in names]
        words, turns = sum(each.total for each in habits), sum(each.turns for each in habits)
        return words / turns if without is None else (words - without) / max(turns - 1, 1)

    def sounds(
        self, own: str, others: Iterable[str], voices: Sequence[str], *, heard: Counter[str]
    ) -> dict[str, float]:
        """How much better the voices of the word timings fit each other speaker.

        Args:
            own: the speaker of the label.
            others: those to compare with.
            voices: of the words of a sentence, at least one.
            heard: all voices of the turn, which do not count as a habit.
        """
        mine = self._habits[own].voices - heard
        here = {voice: math.log((mine[voice] + 1) / (mine.total() + 2)) for voice in set(voices)}
        fits = {}
        for name in others:
            theirs = self._habits[name].voices
            total = theirs.total() + 2
            fit = sum(math.log((theirs[voice] + 1) / total) - here[voice] for voice in voices)
            fits[name] = fit / max(len(voices), _HEARD_WORDS)
        return fits


def mix(weights: Mapping[str, float], values: Mapping[str, float]) -> float:
    """The logarithm of the weighted mean of what logarithms stand for."""
    terms = [weight + values[name] for name, weight in weights.items()]
    most = max(terms)
    return most + math.log(sum(math.exp(term - most) for term in terms))
