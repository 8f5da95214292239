"""Word times of a transcript from its recording: by forced alignment or by VAD."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from captious.audio.forced_alignment import align_audio
from captious.audio.vad import vad_track

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence

    from captious.transcripts.model import Word
    from captious.word_timings.model import WordTrack


def audio_cache(path: str | os.PathLike[str]) -> Path | None:
    """The file of the user's cache that keeps what was recognised in a recording, by its path.

    ``None`` without platformdirs, which comes with the extras that audio needs anyway.
    """
    try:
        from platformdirs import user_cache_path
    except ImportError:
        return None
    import hashlib

    name = hashlib.sha256(str(Path(path).resolve()).encode()).hexdigest()[:24]
    return user_cache_path("captious") / f"{name}.jsonl"


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
    """Find the times of a transcript's words in a recording.

    Args:
        words: all words of the transcript; sounds get no time.
        path: the recording.
        language: of the words.
        vad: whether to use voice activity detection only, in any language; the times are approximate then.
        progress: called with the share done, 0 to 1.
        cache: a file that keeps what was recognised, so that an interrupted run can resume.
        jobs: number of processes, or threads; ``None`` = as many as there are processors.

    Raises:
        MediaError: a recording that cannot be read, or a library that is missing.
        TimingError: another recording, one too short, another language.
    """
    texts = ["" if word.sound else word.text for word in words]
    if vad:
        track = vad_track(texts, path, progress=progress, cache=cache, jobs=jobs)
    else:
        track = align_audio(texts, path, language=language, progress=progress, cache=cache, jobs=jobs)
    own = zip(words, track.words, strict=True)
    return replace(track, words=tuple(replace(timed, text=word.text) for word, timed in own))
