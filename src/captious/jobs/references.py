"""Files that show when there is speech in a recording: captions in any format, or the recording."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from captious.conversion.job import open_captions
from captious.core.binary_files import is_recording
from captious.errors import CaptiousError, FormatError
from captious.formats.files import read_bytes
from captious.rhythm.reference import Reference, TimedText, texts_of
from captious.word_timings.registry import kind_of_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction


def read_reference(
    path: str | os.PathLike[str],
    *,
    frame_rate: Fraction | None = None,
    language: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> Reference:
    """Reads captions of any format, or finds the speech in a recording.

    The encoding of captions is the likeliest: only their times, and words that other captions have too, are used.

    Args:
        path: path of the file.
        frame_rate: frames per second of captions whose times count frames; ``None`` = unknown.
        language: which captions to read of a file in several languages; ``None`` = the first.
        progress: called with the share of a recording that is processed, 0 to 1.

    Raises:
        CaptiousError: the file cannot be read, or is of no known kind; with its name.
    """
    name = os.fspath(path)
    try:
        data = read_bytes(name)
        if is_recording(data):
            return hear_reference(name, progress=progress)
        document = open_captions(name, encoding="auto", frame_rate=frame_rate, language=language).document
    except FormatError as error:
        if kind_of_words(data.decode("utf-8", "replace")):
            error.hint = "They are a better clock than captions: give them as words (--words)."
        raise error.at(name) from None
    except CaptiousError as error:
        raise error.at(name) from None
    return Reference(os.path.basename(name), texts_of(document))  # noqa: PTH119


def hear_reference(
    path: str | os.PathLike[str], *, progress: Callable[[float], None] | None = None
) -> Reference:
    """Finds the speech in a recording, in any language.

    Args:
        path: path of the recording.
        progress: called with the share that is processed, 0 to 1.

    Raises:
        MediaError: it cannot be read, or a library is missing.
    """
    from captious.audio.reading import read_audio  # late: an extra, and slow to load
    from captious.audio.vad import find_speech
    from captious.audio.word_times import audio_cache

    audio = read_audio(path)
    speech, detector = find_speech(audio, progress=progress, cache=audio_cache(path))
    name = f"the speech in {os.path.basename(os.fspath(path))} ({detector})"  # noqa: PTH119
    return Reference(name, tuple(TimedText(one.start_ms, one.end_ms, "") for one in speech))
