"""Words quoted from a transcript: where they stand, and which of them name a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.transcripts.model import Turn, Word

BAR = "|"
"""Between the words before a place and those after it."""
_FEWEST_WORDS = 5
_MOST_WORDS = 16
_RUN = re.compile(r"[^\W_]+")
_LEAST_ALIKE = 0.6
_MOST_TRIED = 200


class Place(NamedTuple):
    """A word of a transcript.

    Args:
        turn: index of its turn.
        word: its index in the turn.
    """

    turn: int
    word: int


class Quotations:
    """The words of all turns, to find what is quoted from them.

    Case and punctuation do not count, and a hyphen is as good as a space. Sounds are not quoted.

    Args:
        turns: as read.
    """

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns
        parts: list[str] = []
        self._starts: list[int] = []
        self._places: list[Place] = []
        self._spaced = True
        size = 0
        for turn_index, turn in enumerate(turns):
            for word_index, word in enumerate(turn.words):
                folded = "" if word.sound else fold_words(word.text)
                if not folded:
                    continue
                self._spaced &= not word.glued
                part = folded if word.glued else f" {folded}"
                self._starts.append(size + len(part) - len(folded))
                self._places.append(Place(turn_index, word_index))
                parts.append(part)
                size += len(part)
            parts.append(" \n")
            size += 2
        self._text = "".join(parts)

    def find(self, quoted: str) -> list[Place]:
        """The places where some words begin; with a bar among them, where those after it begin."""
        before, bar, after = quoted.partition(BAR)
        before, after = (fold_words(before), fold_words(after)) if bar else ("", fold_words(before))
        if not after:
            return []
        words = f"{before} {after}" if before else after
        shift = len(words) - len(after)
        found = []
        at = self._text.find(words)
        while at >= 0:
            end = at + len(words)
            whole = not self._spaced or self._text[end] == " "
            if whole and self._begins(at) and (place := self._begins(at + shift)):
                found.append(place)
            at = self._text.find(words, at + 1)
        return found

    def _begins(self, at: int) -> Place | None:
        index = bisect_left(self._starts, at)
        return self._places[index] if index < len(self._starts) and self._starts[index] == at else None

    def line(self, place: Place) -> int:
        """The line a place is on."""
        return self._turns[place.turn].words[place.word].line

    def quote(self, place: Place) -> str | None:
        """The words to quote for a place: as few as name it alone, and none that a shell would change.

        Returns:
            Words from the place on, or some before it, a bar, and those after it; ``None`` if even those stand
            elsewhere, too.
        """
        words = self._turns[place.turn].words
        after = _few_plain(words[at] for at in range(place.word, len(words)))
        before = _few_plain(words[at] for at in range(place.word - 1, -1, -1))[::-1]
        for count in range(min(_FEWEST_WORDS, len(after)), len(after) + 1):
            if self.find(quoted := " ".join(after[:count])) == [place]:
                return quoted
        for count in range(min(_FEWEST_WORDS - 1, len(before)), len(before) + 1):
            quoted = f"{' '.join(before[len(before) - count :])} {BAR} {' '.join(after[:_FEWEST_WORDS])}"
            if self.find(quoted) == [place]:
                return quoted
        return None

    def nearest(self, quoted: str) -> Place | None:
        """The place whose words are most like some that stand nowhere; ``None`` if none are much alike."""
        words = fold_words(quoted.rpartition(BAR)[2]).split()
        wanted = " ".join(words)
        positions = [(found, number) for number, word in enumerate(words) if (found := self._positions(word))]
        best, place = _LEAST_ALIKE, None
        for found, number in sorted(positions, key=lambda pair: len(pair[0]))[:2]:
            for at in found[:_MOST_TRIED]:
                start = max(bisect_left(self._starts, at) - number, 0)
                begin = self._starts[start]
                there = self._text[begin : begin + len(wanted)]
                alike = SequenceMatcher(None, wanted, there, autojunk=False).ratio()
                if alike > best:
                    best, place = alike, self._places[start]
        return place

    def _positions(self, word: str) -> list[int]:
        found = []
        at = self._text.find(f" {word} ")
        while at >= 0:
            found.append(at + 1)
            at = self._text.find(f" {word} ", at + 1)
        return found


def fold_words(text: str) -> str:
    """The words of a text in lower case, with single spaces between them and nothing else."""
    if text.isalpha():
        return text.casefold()
    return " ".join(_RUN.findall(text.replace("'", "").replace("’", "").casefold()))


def _few_plain(words: Iterable[Word]) -> list[str]:
    """The first words of some that can be quoted, without those that cannot."""
    plain = (_plain(word.text) for word in words if not word.sound)
    return list(islice(filter(None, plain), _MOST_WORDS))


def _plain(text: str) -> str:
    """A word as it is shown in a quotation: without the punctuation around it, and without what a shell would read."""
    bare = text.strip("\"'“”‘’„‚«»()[]{}<>—–-.,;:!?…¿¡*_~#%&@+/")
    if re.search(r"[\"$`\\!=|%^&<>]", bare):
        bare = " ".join(_RUN.findall(bare))
    return bare if fold_words(bare) else ""
