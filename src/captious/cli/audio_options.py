"""The recording heard for a command: how far it is, and where what was heard is kept."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from captious.cli.console import shows_progress
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from captious.transcripts.model import Word
    from captious.word_timings.model import WordTrack


def check_audio(audio: str | None, vad: bool, *, others: Sequence[str]) -> None:
    """Sees that the options about the recording go together.

    Args:
        audio: the recording.
        vad: whether to go by the voice alone.
        others: other options that tell the times and were given.

    Raises:
        OptionError: they do not.
    """
    if vad and audio is None:
        raise OptionError("--vad without --audio", hint="Name the recording: --audio talk.mp3.")
    if audio is not None and others:
        raise OptionError(
            f"--audio and {others[0]} both given", hint="One of them tells every time: drop the other."
        )


def hear(words: Sequence[Word], audio: str, *, language: str, vad: bool, quiet: bool) -> WordTrack:
    """The words of a transcript with their times in a recording; who watches sees how far it is.

    Raises:
        CaptiousError: see `captious.audio.word_times.find_word_times`.
    """
    from captious.audio.word_times import find_word_times

    with _progress(quiet=quiet) as progress:
        return find_word_times(
            words, audio, language=language, vad=vad, progress=progress, cache=_cache(audio)
        )


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[float], None] | None]:
    if quiet or not shows_progress():
        yield None
        return
    with click.progressbar(length=1000, label="listening", file=sys.stderr, show_eta=True) as bar:
        done = 0

        def progress(share: float) -> None:
            nonlocal done
            step = round(share * 1000) - done
            done += step
            bar.update(step)

        yield progress


def _cache(audio: str) -> Path | None:
    """A file of the user's cache for a recording, by its path."""
    try:
        from platformdirs import user_cache_path
    except ImportError:
        return None  # the recording cannot be heard without the extra either, which says so itself
    import hashlib

    name = hashlib.sha256(str(Path(audio).resolve()).encode()).hexdigest()[:24]
    return user_cache_path("captious") / f"{name}.jsonl"
