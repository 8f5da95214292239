"""Where a subject may begin: the beginnings of turns and sentences, each with a score."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from captious.episode.cohesion import similarities, stemmer
from captious.episode.topic_words import topic_words
from captious.measure.sentence_marks import asks
from captious.segment.sentences import find_sentence_ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.episode.model import EpisodeWord, Speech
    from captious.lexicon import Lexicon

WIDE_WORDS, NEAR_WORDS = 350, 200
COMMON_WIDE, COMMON_NEAR = -6.0, -3.0
USUAL_COMMON = 0.15
"""Words compared before and after a place, two minutes of talk and one; the score of all in common; and how much is in
common on average. All of these are our own, chosen on chapters that shows published, and on episodes joined from others
(bench/chapters.py)."""
OPENER, OPENER_NEXT = 0.7, 0.3
"""Score of a sentence that announces a subject, and of one before such a sentence."""
QUESTION, ANSWER, BEFORE, TURN = 0.2, 0.3, 1.0, 0.4
"""Score of a question to come in this turn; of a long answer; of a long turn before; of the beginning of a turn."""
LONG_TURN_WORDS = 8
""" "Mhm." begins nothing."""
_NEXT_TURN_WORDS = 12
"""Words of a turn that is no interjection: an answer ends there."""
_LONG_ANSWER_WORDS = 600
_LONG_BEFORE_WORDS = 400
_ASKING_WORDS = 130
"""Longest stretch in which somebody asks; what is longer tells something."""
_OPENER_CHARS = 200
_EVERY_WORDS = 60
"""A text without sentences may begin a subject anywhere: every sixty words."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a speaker says in one turn, as sentences.

    Args:
        speaker: ``None`` where none is named.
        words: at least one.
        starts: 0-based numbers of the words that begin a sentence, or what is as long as one; the first is 0.
    """

    speaker: str | None
    words: tuple[EpisodeWord, ...]
    starts: tuple[int, ...]


def read_turns(speeches: Sequence[Speech], lexicon: Lexicon) -> list[Said]:
    """The turns of an episode, as sentences."""
    turns = []
    for speech in speeches:
        words = tuple(word for paragraph in speech.paragraphs for word in paragraph.words)
        turns.append(Said(speech.speaker, words, tuple(_starts(words, lexicon))))
    return turns


@dataclass(frozen=True, slots=True)
class Place:
    """A word that may begin a chapter: its time, its number in the whole text, and its score."""

    start_ms: int
    word: int
    score: float


def find_places(turns: Sequence[Said], *, lexicon: Lexicon, language: str) -> list[Place]:
    """The places where a subject may begin, besides the first word, in order."""
    wide, near = _common(turns, lexicon, language)
    opens = topic_words(language).opens
    found: list[Place] = []
    at = 0
    for number, turn in enumerate(turns):
        sentences = [
            " ".join(word.text for word in turn.words[start:end])[:_OPENER_CHARS]
            for start, end in zip(turn.starts, [*turn.starts[1:], len(turn.words)], strict=True)
        ]
        announced = [opens.search(sentence) is not None for sentence in sentences]
        asked = _last_question(turn.words)
        answer = _answer(turns, number)
        before = min(len(turns[number - 1].words), _LONG_BEFORE_WORDS) if number else 0
        for index, start in enumerate(turn.starts):
            rest = len(turn.words) - start
            if at + start == 0 or (start and rest < LONG_TURN_WORDS):
                continue
            score = COMMON_WIDE * wide[at + start] + COMMON_NEAR * near[at + start]
            score += OPENER * announced[index] + OPENER_NEXT * any(announced[index + 1 : index + 2])
            if rest <= _ASKING_WORDS:
                score += ANSWER * answer + QUESTION * (asked >= start)
            if not start:
                score += BEFORE * math.log1p(before) / math.log1p(_LONG_BEFORE_WORDS)
                score += TURN * (1 if rest >= LONG_TURN_WORDS else -1)
            found.append(Place(turn.words[start].start_ms, at + start, score))
        at += len(turn.words)
    return found


def _common(
    turns: Sequence[Said], lexicon: Lexicon, language: str
) -> tuple[dict[int, float], dict[int, float]]:
    """What the words around each beginning of a sentence have in common, in a wide and a near window.

    Against the average of the text: one person's talk about one thing has much in common everywhere.
    """
    stem = stemmer(language)
    stops = lexicon.function_words | lexicon.small_talk | lexicon.fillers
    held = frozenset(map(stem, stops)) | {""}
    stems = [stem(bare(word.text)) for turn in turns for word in turn.words]
    firsts = accumulate((len(turn.words) for turn in turns), initial=0)
    places = [first + start for first, turn in zip(firsts, turns, strict=False) for start in turn.starts]
    return _against_average(places, similarities(stems, held, places, size=WIDE_WORDS)), _against_average(
        places, similarities(stems, held, places, size=NEAR_WORDS)
    )


def _against_average(places: Sequence[int], values: Sequence[float]) -> dict[int, float]:
    average = sum(values) / len(values)
    return {place: value - average + USUAL_COMMON for place, value in zip(places, values, strict=True)}


def bare(text: str) -> str:
    """A word in lower case, without punctuation and without a genitive's *s*."""
    return text.lower().replace("’", "'").strip("\"'“”‘«»()[]{}.,;:!?…¿¡-–—").removesuffix("'s")


def _starts(words: Sequence[EpisodeWord], lexicon: Lexicon) -> Iterator[int]:
    ends = find_sentence_ends([word.text for word in words], lexicon)
    last = 0
    yield 0
    for number in range(1, len(words)):
        if number - 1 in ends or number - last >= _EVERY_WORDS:
            last = number
            yield number


def _last_question(words: Sequence[EpisodeWord]) -> int:
    """The number of the last word with a question mark; -1 for none."""
    return next((n for n in range(len(words) - 1, -1, -1) if is_question(words[n].text)), -1)


def is_question(text: str) -> bool:
    """Whether a word ends a question."""
    return asks(text)


def _answer(turns: Sequence[Said], number: int) -> float:
    """How much others say until the speaker of a turn says more than a few words again: 0 to 1."""
    words = 0
    for turn in turns[number + 1 :]:
        own = turn.speaker == turns[number].speaker
        if words >= _LONG_ANSWER_WORDS or (own and len(turn.words) >= _NEXT_TURN_WORDS):
            break
        words += len(turn.words)
    return math.log1p(min(words, _LONG_ANSWER_WORDS)) / math.log1p(_LONG_ANSWER_WORDS)
