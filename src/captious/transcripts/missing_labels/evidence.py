"""Evidence of who speaks: each sentence by its words, and each place by what stands around it."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.transcripts.missing_labels.habits import FEWEST_TURNS, FEWEST_WORDS, Habits, Speakers, mix
from captious.transcripts.missing_labels.sentences import cut_into_sentences, fold_word
from captious.transcripts.names import is_section_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.missing_labels.habits import Fit
    from captious.transcripts.missing_labels.sentences import Sentence
    from captious.transcripts.model import Turn

_BEFORE, _AFTER = 4.0, 2.0
"""How much likelier the speaker of the turn before comes in again than any other, and the speaker of the next turn."""
_HEARD = 2.0
"""Weight of the speakers that word timings name: our own, there are no transcripts to learn it from."""
_SHORT_WORDS = 6


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_YOU = _word_set("you your yours yourself you're you've you'd you'll y'all")
_WE = _word_set("i me my mine myself i'm i've i'd i'll we our us we're we've we'd we'll")
_ASSENT = _word_set(
    """
    yeah yes no right okay ok mm-hmm mhm hmm exactly sure wow cool nice awesome great absolutely definitely totally
    interesting gotcha oh ah uh-huh yep yup true correct perfect indeed huh mm
    """
)

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with what speaks for and against another speaker.

    Args:
        sentence: the sentence.
        spoken: that it is said by another speaker than the label says.
        change: that the speaker changes before it; empty for the first sentence of a turn.
        heard: what the voices of word timings add to `spoken`; positive = another speaker.
        fits: how well its words fit each other speaker.
    """

    sentence: Sentence
    spoken: Features
    change: Features
    heard: float
    fits: dict[str, Fit]


class Conversation:
    """The turns of a transcript, and the habits of each speaker.

    Args:
        turns: as read.
        lexicon: word lists of the language.
        heard: for each turn, the speaker of each word by the word timings; ``None`` where they name none.
        breaks: lines on which the talk is interrupted, as by a jingle, in order.
    """

    def __init__(
        self,
        turns: Sequence[Turn],
        lexicon: Lexicon,
        *,
        heard: Sequence[Sequence[str | None]] | None = None,
        breaks: Sequence[int] = (),
    ) -> None:
        talk = [number for number, turn in enumerate(turns) if not is_section_name(turn.speaker or "")]
        self.turns = [turns[number] for number in talk]
        self.sentences = [cut_into_sentences(turn.words, lexicon) for turn in self.turns]
        self._heard = [heard[number] if heard is not None else () for number in talk]
        self._followed = [
            after == number + 1 and not _lies_between(breaks, turns[number].words[-1].line, turns[after].line)
            for number, after in pairwise(talk)
        ]
        habits: dict[str, Habits] = {}
        for turn, sentences, voices in zip(self.turns, self.sentences, self._heard, strict=True):
            if turn.speaker is not None:
                habits.setdefault(turn.speaker, Habits()).add(sentences, voices)
        self._habits = habits
        self._everyone = Speakers(habits, lexicon)
        self._english = lexicon.language == "en"
        self._names = {name: _parts(name, lexicon) for name in habits}
        self.speakers = [
            name for name, each in habits.items() if each.turns >= FEWEST_TURNS and each.total >= FEWEST_WORDS
        ]
        repeated = sum(self.following(number) == turn.speaker for number, turn in enumerate(self.turns))
        self._alternation = math.log((len(self.turns) - repeated + 1) / (repeated + 1))
        self._paragraph, self._rarity = self._find_paragraphs()

    def following(self, number: int) -> str | None:
        """The speaker of the turn after one; ``None`` at the end, and before a break."""
        follows = number + 1 < len(self.turns) and self._followed[number]
        return self.turns[number + 1].speaker if follows else None

    def others(self, number: int) -> dict[str, float]:
        """The other speakers for a turn, each with the logarithm of how likely they come in."""
        own, following = self.turns[number].speaker, self.following(number)
        before = self.turns[number - 1].speaker if number else None
        shares = {
            name: self._habits[name].turns
            * (_BEFORE if name == before else 1.0)
            * (_AFTER if name == following else 1.0)
            for name in self.speakers
            if name != own
        }
        total = sum(shares.values())
        return {name: math.log(share / total) for name, share in shares.items()}

    def end(self, number: int) -> Features:
        """Evidence that the last sentence of a turn is said by another speaker: whose label follows."""
        following = self.following(number)
        if following is None:
            return {"no label follows": 1.0}
        if following == self.turns[number].speaker:
            return {"same label follows": 1.0, "same label follows, times alternation": self._alternation}
        if len(self.speakers) > 2:
            return {"other label follows, of several": 1.0}
        return {"other label follows": 1.0, "other label follows, times alternation": self._alternation}

    def passages(self, number: int) -> list[Passage]:
        """The sentences of a turn, which has a speaker, with their evidence."""
        own = self.turns[number].speaker or ""
        sentences, others, everyone = self.sentences[number], self.others(number), self._everyone
        said = Counter(word for sentence in sentences for word in sentence.words)
        heard = Counter(name for name in self._heard[number] if name is not None)
        total = said.total()
        usual, usual_other = everyone.usual_length((own,), without=total), everyone.usual_length(others)
        asks, other_asks = everyone.asks((own,)), everyone.asks(others)
        named = frozenset().union(*(self._names[name] for name in others))
        passages = []
        before = 0
        for at, sentence in enumerate(sentences):
            fits = everyone.fits(own, others, sentence.words, said=said)
            root = math.sqrt(len(sentence.words) + 1)
            question = sentence.mark == "?"
            spoken = {
                "any": 1.0,
                "length": math.log(len(sentence.words) + 1),
                "common words": _clip(mix(others, {name: fit[0] for name, fit in fits.items()}) / root, 2),
                "other words": _clip(mix(others, {name: fit[1] for name, fit in fits.items()}) / root, 2),
                "asks": _clip(math.log(other_asks / asks if question else (1 - other_asks) / (1 - asks)), 2),
            }
            if at and self._names[own] & sentence.names:
                spoken["names the speaker"] = 1.0
            if at and named & sentence.names:
                spoken["names another"] = 1.0
            change: Features = {}
            if at:
                change = self._around(number, at, named)
                if sentence.words:
                    change["opens like another"] = _clip(everyone.opens(own, others, sentence.words[0]), 3)
                change["length before"] = math.log((before + 5) / (usual + 5))
                change["length after"] = math.log((total - before + 5) / (usual_other + 5))
                for name in ("length before", "length after"):
                    change[f"{name}, squared"] = change[name] ** 2
                change["length"] = math.log((total + 5) / (usual + 5))
            voices = [name for name in self._heard[number][sentence.start : sentence.end] if name is not None]
            sound = mix(others, everyone.sounds(own, others, voices, heard=heard)) if voices else 0.0
            passages.append(Passage(sentence, spoken, change, _HEARD * _clip(sound, 3), fits))
            before += len(sentence.words)
        return passages

    def _around(self, number: int, at: int, named: frozenset[str]) -> Features:
        """What stands on both sides of a place."""
        sentences = self.sentences[number]
        left, right = sentences[at - 1], sentences[at]
        asked, asks = left.mark == "?", right.mark == "?"
        left_you, left_we = not _YOU.isdisjoint(left.words), not _WE.isdisjoint(left.words)
        right_you, right_we = not _YOU.isdisjoint(right.words), not _WE.isdisjoint(right.words)
        turn_before = self.sentences[number - 1] if number else []
        present = {
            "any": True,
            "after a question": asked,
            "before a question": asks,
            "between questions": asked and asks,
            "after two questions": asked and not asks and at > 1 and sentences[at - 2].mark == "?",
            "after a question to you": asked and left_you,
            "a question, and I": asked and right_we and not right_you,
            "from you to I": left_you and not left_we and right_we and not right_you,
            "from I to you": left_we and not left_you and right_you and not right_we,
            "after a question with a name": asked and not named.isdisjoint(left.names),
            "after a sentence cut off": left.mark == "…",
            "after an exclamation": left.mark == "!",
            "after a sound": right.after_sound,
            "within a quotation": right.quoted,
            "assent": _ASSENT.issuperset(right.words),
            "after assent that begins the turn": at == 1 and _ASSENT.issuperset(left.words),
            "second sentence after a question": at == 1 and bool(turn_before) and turn_before[-1].mark == "?",
            "last sentence": at == len(sentences) - 1,
            "one word": len(right.words) <= 1,
            "up to three words": 1 < len(right.words) <= 3,
            "up to six words": 3 < len(right.words) <= _SHORT_WORDS,
            "only questions follow": asks and not asked and all(each.mark == "?" for each in sentences[at:]),
        }
        features = {name: 1.0 for name, value in present.items() if value}
        features["sentences"] = math.log(len(sentences))
        if self._paragraph and min(right.gap, 2) == self._paragraph:
            features["paragraph"] = self._rarity
        return features | self._words_around(left, right) if self._english else features

    @staticmethod
    def _words_around(left: Sentence, right: Sentence) -> Features:
        features: Features = {}
        if right.words:
            first = right.words[0] + ("," if right.comma else "." if len(right.words) == 1 else "")
            features[f"first {first}"] = 1.0
            if len(right.words) > 1:
                features[f"two {first} {right.words[1]}"] = 1.0
            if len(right.words) <= _SHORT_WORDS:
                features.update((f"in short {word}", 1.0) for word in right.words)
            if left.words:
                features[f"last {left.words[-1]}{left.mark}"] = 1.0
        return features

    def _find_paragraphs(self) -> tuple[int, float]:
        """How many lines a label usually is from the words before it, and how rare such a gap is within turns."""
        gaps = Counter(min(after.line - turn.words[-1].line, 2) for turn, after in pairwise(self.turns))
        usual = gaps.most_common(1)[0][0] if gaps else 0
        if usual <= 0:
            return 0, 0.0
        inside = sum(min(each.gap, 2) == usual for sentences in self.sentences for each in sentences[1:])
        return usual, _clip(math.log((len(self.turns) + 1) / (inside + 1)), 5)


def _lies_between(lines: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(lines, first)
    return at < len(lines) and lines[at] <= last


def _parts(name: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of a name that somebody would call a person by."""
    parts = [fold_word(part) for part in name.split()]
    return frozenset(
        part for part in parts if len(part) > 2 and part.isalpha() and part not in lexicon.titles
    )


def _clip(value: float, limit: float) -> float:
    return max(-limit, min(value, limit))
