"""Words with a pause in them: some programs let a word begin where the one before it ends.

A word of one syllable lasts a fifth of a second; one that lasts a second and follows at once has the pause of the
speaker in it. Whether the pause is before the word or after it is a habit of the program, and can be seen where
sentences begin and end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.timing.edges import ends_sentence
from captious.timing.syllables import count_syllables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.timing.matching import Pair
    from captious.timing.parts import Side
    from captious.transcripts.model import Word
    from captious.word_timings.model import TimedWord

_LONG_MS, _LONG_SYLLABLE_MS = 800, 250
_WORD_MS, _SYLLABLE_MS = 100, 120
"""Milliseconds above which a word is long, and what it lasts without the pause.

Sources:
    Our own measurement (earnings21, five calls): 128 long words of Google begin a sentence 30 times and end one 6
    times, and are .95 s early; with these figures .17. 113 of Amazon begin one 10 times and end one 18 times, and are
    better left alone; the other three engines have 2.
"""
_TOUCHING_MS = 50
_FEWEST, _RATIO = 2, 2
"""At least so many more of the long words begin a sentence than this many times those that end one."""


def start_after_pauses(
    timed: Sequence[TimedWord],
    words: Sequence[Word],
    pairs: Sequence[Pair],
    *,
    written: Side,
    recognised: Side,
) -> tuple[list[TimedWord], frozenset[int]]:
    """Let long words begin after the pause they contain, if the program writes the pause before the word.

    Args:
        timed: the words of the word timings, each with a start.
        words: the words of the transcript.
        pairs: matches of their parts.
        written: the parts of the words of the transcript.
        recognised: the parts of those of the word timings.

    Returns:
        The words, and the numbers of long ones that were left as they are: some begin later than their time says.
    """
    long = dict(_long_words(timed))
    begins = ends = 0
    for pair in pairs if long else ():
        number = recognised.owners[pair.right]
        if pair.same and number in long:
            word = written.owners[pair.left]
            is_first = word > 0 and ends_sentence(words[word - 1].text)
            is_last = ends_sentence(words[word].text)
            begins += is_first and not is_last
            if is_last and not is_first:
                ends += 1
                del long[number]
    if begins < _FEWEST + _RATIO * ends:
        return list(timed), frozenset(long)
    return [
        replace(word, start_ms=long.get(number, word.start_ms)) for number, word in enumerate(timed)
    ], frozenset()


def _long_words(timed: Sequence[TimedWord]) -> Iterator[tuple[int, int]]:
    """The long words without a pause before them, and where they may begin instead."""
    touched: int | None = None
    for number, word in enumerate(timed):
        start, end = word.start_ms, word.end_ms
        if start is not None and end is not None and touched is not None and start - touched <= _TOUCHING_MS:
            syllables = count_syllables(word.text)
            if end - start > _LONG_MS + _LONG_SYLLABLE_MS * syllables:
                yield number, round(end - _WORD_MS - _SYLLABLE_MS * syllables)
        touched = end
