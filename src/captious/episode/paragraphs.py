"""Long turns cut into paragraphs a reader can take in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.episode.model import Paragraph
from captious.segment.sentences import find_sentence_ends

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from captious.episode.model import SaidWord
    from captious.lexicon import Lexicon

ENOUGH_WORDS = 60
"""Words after which the next end of a sentence ends the paragraph."""
PAUSED_WORDS = 35
"""Words after which a pause at the end of a sentence ends it."""
MOST_WORDS = 110
"""Words after which a paragraph ends wherever the longest wait is: a text without marks has no sentences."""
PAUSE_MS = 800
"""Our own choices all four: four to six lines of a page, and a breath that is longer than between two sentences."""


def cut_into_paragraphs(
    words: Sequence[SaidWord], lexicon: Lexicon, *, forced: Collection[int] = (), measured: bool = False
) -> tuple[Paragraph, ...]:
    """The paragraphs of one turn: every word, in order.

    Args:
        words: of the turn; at least one.
        lexicon: of its language, for the ends of sentences.
        forced: numbers of the words that have to begin a paragraph.
        measured: whether the times were heard, so that waits between words mean something.
    """
    ends = find_sentence_ends([word.text for word in words], lexicon)
    starts = [0]
    for number in range(1, len(words)):
        length = number - starts[-1]
        if number in forced:
            starts.append(number)
            continue
        if length >= MOST_WORDS:
            starts.append(_longest_wait(words, starts[-1] + ENOUGH_WORDS, number))
            continue
        if number - 1 not in ends:
            continue
        paused = measured and words[number].start_ms - words[number - 1].start_ms >= PAUSE_MS
        if length >= ENOUGH_WORDS or (paused and length >= PAUSED_WORDS):
            starts.append(number)
    if len(starts) > 1 and len(words) - starts[-1] < PAUSED_WORDS // 4 and starts[-1] not in forced:
        starts.pop()  # three words are no paragraph
    return tuple(
        Paragraph(tuple(words[start:end]))
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
    )


def _longest_wait(words: Sequence[SaidWord], first: int, last: int) -> int:
    """The word with the longest time from the one before; the last of them where all are alike."""
    return max(
        range(first, last + 1),
        key=lambda number: (words[number].start_ms - words[number - 1].start_ms, number),
    )
