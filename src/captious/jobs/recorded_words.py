"""What the recording tells of the words of a transcript: when they are said, and by whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from captious.captioning import all_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from captious.timing.recording import Recording
    from captious.transcripts.model import Transcript, Word
    from captious.word_timings.model import WordTrack


def hearing(words: WordTrack | None) -> Callable[[Sequence[Word]], list[str | None]] | None:
    """What finds the speaker of each word of a transcript; ``None`` without word timings that name speakers."""
    if words is None:
        return None
    from captious.timing.heard_speakers import hear_speakers, hears_speakers  # late: most jobs have none

    return partial(hear_speakers, track=words) if hears_speakers(words) else None


def timed_words(
    transcript: Transcript, recording: Recording, progress: Callable[[float], None] | None
) -> WordTrack | None:
    """The word timings of a recording, by forced alignment of its audio if there is one; ``None`` = none.

    Args:
        transcript: what is said.
        recording: all that is known of the media.
        progress: called with the share of the audio that is processed, 0 to 1.

    Raises:
        CaptiousError: the audio cannot be read, or is of something else.
    """
    if recording.audio is None:
        return recording.words
    from captious.audio.word_times import audio_cache, find_word_times  # late: an extra, and slow to load

    return find_word_times(
        all_words(transcript),
        recording.audio,
        language=transcript.language,
        vad=recording.vad,
        progress=progress,
        cache=audio_cache(recording.audio),
    )
