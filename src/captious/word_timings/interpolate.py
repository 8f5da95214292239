"""Interpolate the times of words within a longer span of time."""

from __future__ import annotations

from captious.word_timings.model import TimedWord


def interpolate(
    text: str,
    start_ms: int,
    end_ms: int,
    speaker: str | None = None,
    confidence: float | None = None,
) -> list[TimedWord]:
    """Interpolate the times of the words of a text: each gets a share of the span by its number of characters.

    The first word begins with the span and the last ends with it; in between, each begins where the one before it
    ends.

    Args:
        text: words separated by spaces.
        start_ms: when it begins, in milliseconds.
        end_ms: when it ends, in milliseconds; an end before the start counts as the start.
        speaker: who says it.
        confidence: how sure the source is of the whole; it applies to each word.

    Returns:
        No word if the text is blank.
    """
    texts = text.split()
    total = sum(len(one) for one in texts)
    length_ms = max(0, end_ms - start_ms)
    words = []
    characters, begins_ms = 0, start_ms
    for one in texts:
        characters += len(one)
        ends_ms = start_ms + length_ms * characters // total
        words.append(TimedWord(one, begins_ms, ends_ms, confidence, speaker))
        begins_ms = ends_ms
    return words
