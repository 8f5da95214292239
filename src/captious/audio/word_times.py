"""A transcript and its recording: the track of the words, found or spread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.audio.forced_alignment import align_audio
from captious.audio.vad import vad_track

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from captious.transcripts.model import Word
    from captious.word_timings.model import WordTrack


def find_word_times(
    words: Sequence[Word],
    path: str | os.PathLike[str],
    *,
    language: str,
    vad: bool = False,
    progress: Callable[[float], None] | None = None,
    cache: Path | None = None,
    jobs: int | None = None,
) -> WordTrack:
    """The words of a transcript with their times in a recording.

    Args:
        words: all words of the transcript; sounds are not looked for.
        path: the recording.
        language: of the words.
        vad: whether to go by where somebody speaks alone, in any language; the times are approximate then.
        progress: called with the share that is done, 0 to 1.
        cache: a file that keeps what was heard, so that an interrupted run goes on where it was.
        jobs: how many processes; ``None`` = as many as there are processors.

    Raises:
        MediaError: a recording that cannot be read, or a library that is missing.
        TimingError: another recording, one too short, another language.
    """
    texts = ["" if word.sound else word.text for word in words]
    if vad:
        track = vad_track(texts, path, progress=progress)
    else:
        track = align_audio(texts, path, language=language, progress=progress, cache=cache, jobs=jobs)
    own = zip(words, track.words, strict=True)
    return replace(track, words=tuple(replace(heard, text=word.text) for word, heard in own))
