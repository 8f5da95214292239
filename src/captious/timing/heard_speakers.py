"""The speakers that word timings name, for the words of a transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.timing.matching import match
from captious.timing.parts import parts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.model import Word
    from captious.word_timings.model import WordTrack


def hears_speakers(track: WordTrack) -> bool:
    """Whether word timings tell at least two speakers apart."""
    return len({word.speaker for word in track.words if word.speaker is not None}) > 1


def hear_speakers(words: Sequence[Word], track: WordTrack) -> list[str | None]:
    """Find who says each word of a transcript, by the word timings.

    Args:
        words: all words of the transcript.
        track: the word timings.

    Returns:
        The speaker of each word as the track writes it; ``None`` where it says nothing, or the word is not found.
    """
    written = parts_of(word.text if not word.sound else "" for word in words)
    recognised = parts_of(word.text for word in track.words)
    heard: list[str | None] = [None] * len(words)
    for pair in match(written.parts, recognised.parts):
        heard[written.owners[pair.left]] = track.words[recognised.owners[pair.right]].speaker
    return heard
