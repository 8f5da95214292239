"""Ends of sentences that only the lines of a transcript show: titles, credits and sounds have no full stop."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from captious.measure.sentence_marks import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.transcripts.model import Turn, Word

_FEWEST = 3
_LEAST_SHARE = 0.7
"""Line ends of a kind, and the share of them that end a sentence, from which on lines are paragraphs and none is broken
within a sentence. Our own: wrapped text ends a sentence at one line end in ten."""
_LONGEST_TITLE = 10
"""Words of a block between blank lines that is a title where a text has too few blocks to tell."""


def find_line_ends(turns: Sequence[Turn]) -> list[frozenset[int]]:
    """The words of each turn after which a sentence is over because its line is, though no mark says so.

    Args:
        turns: all turns of a transcript: how its lines end is a habit of the whole.

    Returns:
        For each turn the numbers of words.
    """
    total, marked = {False: 0, True: 0}, {False: 0, True: 0}
    for turn in turns:
        for number, blank in _line_ends(turn.words):
            total[blank] += 1
            marked[blank] += ends_sentence(turn.words[number].text)
    whole = {
        blank: total[blank] >= _FEWEST and marked[blank] >= _LEAST_SHARE * total[blank] for blank in total
    }
    return [frozenset(_unmarked(turn.words, whole, few=total[True] <= _FEWEST)) for turn in turns]


def _line_ends(words: Sequence[Word]) -> Iterator[tuple[int, bool]]:
    """The last word of each line but the last, and whether a blank line follows."""
    for number, (word, following) in enumerate(pairwise(words)):
        if following.line > word.line and not (word.sound or following.sound):
            yield number, following.line > word.line + 1


def _unmarked(words: Sequence[Word], whole: dict[bool, bool], *, few: bool) -> Iterator[int]:
    start = 0
    was_blank = True
    for number, blank in _line_ends(words):
        text, following = words[number].text, words[number + 1].text
        alone = few and blank and was_blank and number + 1 - start <= _LONGEST_TITLE
        goes_on = ends_sentence(text) or text[-1] in ",;:-–—" or following[0].islower()
        if (whole[blank] or alone) and not goes_on:
            yield number
        start, was_blank = number + 1, blank
    for number, (word, after) in enumerate(pairwise(words)):
        if after.line > word.line and (word.sound or after.sound):
            yield number
