"""Titles of chapters: the question or the announcement that opens each, shortened."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from captious.episode.cohesion import stemmer
from captious.episode.shortening import capitalise, clauses, shorten
from captious.episode.topic_words import topic_words
from captious.episode.topics import bare, is_question
from captious.episode.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.episode.topics import Said
    from captious.lexicon import Lexicon

_OPENING_WORDS = 150
"""A title is looked for in the first minute of a chapter."""
_MOST_SENTENCES = 12
_MOST_CHARS = 600
"""Characters of a sentence that are looked at: a word may be a megabyte long."""
_ASKED, _ANNOUNCED, _TOLD = 2.0, 2.0, 0.0
"""What a candidate is worth by its kind: a question, the subject of an announcement, any other sentence. These and the
rest are our own."""
_LATER = 0.12
"""What each sentence before it costs."""
_KEY = 1.0
"""What words are worth that the chapter uses more than the others do."""
_POINTS, _THIN = 0.5, 0.4
"""What a candidate loses if it also points elsewhere, and that has less than two words of content: "Why is it so?"."""
_CUT = 1.0
"""What a candidate loses that was shortened in the middle of a clause."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    score: float


class Titles:
    """Titles for the chapters of one text.

    Args:
        turns: the text.
        lexicon: of its language.
        language: BCP 47 tag.
    """

    def __init__(self, turns: Sequence[Said], *, lexicon: Lexicon, language: str) -> None:
        self._turns = turns
        self._firsts = list(accumulate((len(turn.words) for turn in turns), initial=0))
        self._lexicon = lexicon
        self._language = language
        self._words = topic_words(language)
        self._stem = stemmer(language)
        self._empty = lexicon.function_words | lexicon.small_talk | lexicon.fillers

    def of(self, starts: Sequence[int]) -> list[str]:
        """A title for each chapter.

        Args:
            starts: the number of its first word in the whole text, rising; the first is 0, an introduction.
        """
        weights = self._weights(starts)
        titles = [say("introduction", self._language)]
        for start, weight in zip(starts[1:], weights[1:], strict=True):
            found = sorted(self._candidates(start, weight), key=lambda one: -one.score)
            fresh = [one for one in found if one.text not in titles]
            titles.append((fresh or found)[0].text if found else self._first_words(start))
        return titles

    def _weights(self, starts: Sequence[int]) -> list[dict[str, float]]:
        """How much more each chapter uses each word than the others do, 0 to 1."""
        stems = [
            self._stem(bare(word.text)) if self._has_content(word.text) else ""
            for turn in self._turns
            for word in turn.words
        ]
        ends = [*starts[1:], len(stems)]
        counts = [Counter(filter(None, stems[start:end])) for start, end in zip(starts, ends, strict=True)]
        held = Counter(stem for count in counts for stem in count)
        made = []
        for count in counts:
            raw = {stem: n * math.log(1 + len(starts) / held[stem]) for stem, n in count.items() if n > 1}
            most = max(raw.values(), default=1.0)
            made.append({stem: value / most for stem, value in raw.items()})
        return made

    def _has_content(self, text: str) -> bool:
        word = bare(text)
        return any(map(str.isalpha, word)) and word not in self._empty

    def _sentences(self, start: int) -> Iterator[tuple[int, str]]:
        """The sentences that open a chapter, each with the number of turns before it in the chapter."""
        first = bisect_right(self._firsts, start) - 1
        words = 0
        for number in range(first, len(self._turns)):
            turn = self._turns[number]
            for begin, end in zip(turn.starts, [*turn.starts[1:], len(turn.words)], strict=True):
                if self._firsts[number] + end <= start:
                    continue
                if words >= _OPENING_WORDS:
                    return
                said = turn.words[max(begin, start - self._firsts[number]) : end]
                words += len(said)
                text = "".join(("" if word.glued else " ") + word.text for word in said if not word.sound)
                if text.strip():
                    yield number - first, text.strip()[:_MOST_CHARS]

    def _candidates(self, start: int, weight: dict[str, float]) -> Iterator[_Candidate]:
        for number, (turns, sentence) in enumerate(self._sentences(start)):
            if number >= _MOST_SENTENCES:
                return
            later = _LATER * number + 2 * _LATER * turns
            for text, value in self._readings(sentence):
                short, whole = shorten(text, self._lexicon, self._words)
                content = [self._stem(bare(word)) for word in short.split() if self._has_content(word)]
                if not content:
                    continue
                score = value - later - (0 if whole else _CUT)
                if len(set(content)) < 2:
                    score -= _THIN + _POINTS * any(bare(word) in self._words.points for word in short.split())
                keys = sorted((weight.get(stem, 0.0) for stem in set(content)), reverse=True)
                if short.endswith("?") and self._lexicon.language == "es":
                    short = "¿" + capitalise(short.lstrip("¿"))
                yield _Candidate(capitalise(short), score + _KEY * sum(keys[:3]) / 2)

    def _readings(self, sentence: str) -> Iterator[tuple[str, float]]:
        """What of a sentence may be a title, with its worth."""
        asks = is_question(sentence)
        opens = asks or self._words.opens.search(sentence) is not None
        for match in self._words.about.finditer(sentence) if opens else ():
            subject = self._subject(sentence[match.end() :])
            if subject:
                yield subject, _ANNOUNCED
        asked = list(clauses(sentence, self._lexicon, self._words)) if asks else []
        yield from ((clause, _ASKED - 0.3 * number) for number, clause in enumerate(asked))
        if not asked:
            yield re.sub(r"[,–—-]\s*\S+(?:\s\S+)?[?？]$", "", sentence).rstrip(".!?…。！？ "), _TOLD

    def _subject(self, text: str) -> str:
        """The subject that follows "let's talk about": up to the end of its clause; empty if it only points."""
        again = self._words.opens.search(text)
        text = text[: again.start()] if again is not None else text
        words = re.split(r"[,.;:?!…]", text, maxsplit=1)[0].split()
        if not words or bare(words[0]) in self._words.points:
            return ""
        if bare(words[0]) in self._words.questions:
            return " ".join(words)
        links = self._lexicon.coordinators | self._lexicon.subordinators
        end = next(
            (number for number, word in enumerate(words) if number > 1 and bare(word) in links), len(words)
        )
        return " ".join(words[:end])

    def _first_words(self, start: int) -> str:
        first = bisect_right(self._firsts, start) - 1
        words = self._turns[first].words[start - self._firsts[first] :]
        said = [word.text for word in words if not word.sound][:5] or [words[0].text]
        return capitalise(" ".join(said).rstrip(".,;:!?…"))
