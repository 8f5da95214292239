"""Forced alignment: the times of a transcript's words in a recording; English, offline.

Where a model hears phones, they are matched with those of the transcript; elsewhere a decoder that knows only the words
of the transcript recognises them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.audio.decoded_words import time_by_decoder
from captious.audio.phone_alignment import time_by_phones
from captious.audio.phones import has_listener
from captious.audio.plausibility import check_room
from captious.audio.pronunciation import spoken_forms
from captious.audio.reading import read_audio
from captious.audio.recognition import processes
from captious.errors import MediaError, TimingError
from captious.word_timings.model import TimedWord, WordTrack

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence
    from pathlib import Path


def align_audio(
    texts: Sequence[str],
    path: str | os.PathLike[str],
    *,
    language: str = "en",
    progress: Callable[[float], None] | None = None,
    cache: Path | None = None,
    jobs: int | None = None,
) -> WordTrack:
    """Find the times of a transcript's words in a recording.

    Args:
        texts: the words with their punctuation; an empty one for a sound, which is not spoken.
        path: the recording.
        language: of the words.
        progress: called with the share done, 0 to 1; first with what an earlier run kept.
        cache: a file that keeps what was recognised, so that an interrupted run can resume.
        jobs: number of processes, or threads; ``None`` = as many as there are processors.

    Returns:
        One word for each text, in order; without a time where it was not found. Speech without text is among the
        remarks.

    Raises:
        MediaError: a recording that cannot be read, or a library that is missing.
        TimingError: another language, more words than fit into the recording, or another recording.
    """
    if language.partition("-")[0].lower() != "en":
        raise TimingError(
            f"forced alignment is for English only, and this is {language}",
            hint="Use --vad: voice activity detection works in any language; the times are approximate.",
        )
    forms = [spoken_forms(text) for text in texts]
    spoken = [word for form in forms for word in form]
    owners = [number for number, form in enumerate(forms) for _ in form]
    if not spoken:
        raise TimingError("no word to align with the recording")
    audio = read_audio(path)
    check_room(texts, audio)
    jobs = jobs if jobs is not None else processes()
    try:
        if has_listener():
            ends = [_ends_sentence(texts, owners, place) for place in range(len(owners))]
            times, remarks = time_by_phones(spoken, ends, audio, jobs=jobs, progress=progress, cache=cache)
        else:
            times, remarks = time_by_decoder(spoken, audio, jobs=jobs, progress=progress, cache=cache)
    except MediaError as error:
        raise error.at(audio.path) from None
    words = _gather(texts, owners, times)
    share = sum(word.start_ms is not None for word in words) / len(set(owners))
    return WordTrack(
        f"forced alignment: {100 * share:.1f}% of the words found, the others interpolated",
        words,
        language="en",
        duration_ms=audio.duration_ms,
        remarks=remarks,
    )


def _ends_sentence(texts: Sequence[str], owners: Sequence[int], place: int) -> bool:
    """Whether a spoken word is the last of a text that ends a sentence."""
    if place + 1 < len(owners) and owners[place + 1] == owners[place]:
        return False
    return texts[owners[place]].rstrip("\"'”’)]").endswith((".", "?", "!", "…"))


def _gather(
    texts: Sequence[str], owners: Sequence[int], times: Sequence[tuple[int, int, float] | None]
) -> tuple[TimedWord, ...]:
    """Merge the times of spoken words into those of the transcript's words: *2.0* is three spoken words."""
    known: dict[int, tuple[int, int, float]] = {}
    broken: set[int] = set()
    for owner, time in zip(owners, times, strict=True):
        if time is None:
            broken.add(owner)
            continue
        first = known.setdefault(owner, time)
        known[owner] = (first[0], time[1], min(first[2], time[2]))
    made: list[TimedWord] = []
    for number, text in enumerate(texts):
        known_time = known.get(number)
        if known_time is None or number in broken:
            made.append(TimedWord(text, None))
        else:
            made.append(TimedWord(text, known_time[0], known_time[1], known_time[2]))
    return tuple(made)
