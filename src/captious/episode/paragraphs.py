"""Split long turns into readable paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.episode.model import Paragraph
from captious.segment.sentences import find_sentence_ends

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from captious.episode.model import EpisodeWord
    from captious.lexicon import Lexicon

ENOUGH_WORDS = 60
"""Words after which the next end of a sentence ends the paragraph."""
PAUSED_WORDS = 35
"""Words after which a pause at the end of a sentence ends it."""
MOST_WORDS = 110
"""Words after which a paragraph ends at the longest wait: a text without punctuation has no sentences."""
PAUSE_MS = 800
"""Our own choices, all four: four to six lines of a page, and a pause longer than between two sentences."""


def cut_into_paragraphs(
    words: Sequence[EpisodeWord], lexicon: Lexicon, *, forced: Collection[int] = (), measured: bool = False
) -> tuple[Paragraph, ...]:
    """Split one turn into paragraphs: every word, in order.

    Args:
        words: of the turn; at least one.
        lexicon: of its language, for the ends of sentences.
        forced: indices of the words that have to begin a paragraph.
        measured: whether the times come from the recording, so that waits between words mean something.
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
        starts.pop()  # three words are not a paragraph
    return tuple(
        Paragraph(tuple(words[start:end]))
        for start, end in zip(starts, [*starts[1:], len(words)], strict=True)
    )


def _longest_wait(words: Sequence[EpisodeWord], first: int, last: int) -> int:
    """The word with the longest wait before it; in a tie the last."""
    return max(
        range(first, last + 1),
        key=lambda number: (words[number].start_ms - words[number - 1].start_ms, number),
    )
