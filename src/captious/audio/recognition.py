"""Recognise a whole recording piece by piece, in several processes; an interrupted run can resume."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.audio.decode import DecodedWord, Decoder, Models
from captious.audio.piece_queue import work_through
from captious.audio.piece_store import PieceStore
from captious.audio.silence import split_points

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from captious.audio.reading import Audio

_SHORTEST_MS = 8_000
_LONGEST_MS = 20_000
_VERSION = 1
"""Version of the pieces and the decoder: another one makes the cache invalid."""

_decoder: Decoder | None = None


def recognise(
    audio: Audio,
    models: Models,
    words: Sequence[str],
    *,
    jobs: int,
    progress: Callable[[float], None] | None = None,
    cache: Path | None = None,
) -> list[DecodedWord]:
    """Recognise every word in a recording, in order of time.

    Args:
        audio: the recording.
        models: the decoder's models.
        words: the words the models were made of; with the recording, they decide whether a cache is valid.
        jobs: number of processes.
        progress: called with the share done, 0 to 1; first with what an earlier run kept.
        cache: a file that keeps recognised words, piece by piece; an invalid one is replaced.
    """
    points = split_points(audio.samples, shortest_ms=_SHORTEST_MS, longest_ms=_LONGEST_MS)
    pieces = list(pairwise(points))
    store = PieceStore(cache, _key(audio, words))
    kept = store.read()
    done = {start: found for start in points if (found := _words_of(kept.get(start))) is not None}
    left = [piece for piece in pieces if piece[0] not in done]
    whole = max(audio.duration_ms, 1)
    done_ms = sum(end - start for start, end in pieces if start in done)
    if progress is not None:
        progress(done_ms / whole)
    with store:
        for (start, end), found in _recognise(audio, models, left, jobs):
            done[start] = found
            store.keep(start, found)
            done_ms += end - start
            if progress is not None:
                progress(done_ms / whole)
    return [word for start, _ in pieces for word in done[start]]


def _recognise(
    audio: Audio, models: Models, pieces: Sequence[tuple[int, int]], jobs: int
) -> Iterator[tuple[tuple[int, int], list[DecodedWord]]]:
    if jobs < 2 or len(pieces) < 4:
        decoder = Decoder(models)
        for start, end in pieces:
            yield (start, end), decoder.recognise(audio.between(start, end), start)
        return
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(models,)) as pool:
        yield from work_through(
            pool,
            pieces,
            lambda piece: pool.submit(_recognise_piece, audio.between(*piece), piece[0]),
            jobs=jobs,
        )


def _begin(models: Models) -> None:
    import signal

    global _decoder  # noqa: PLW0603 - the only state a process of a pool can keep
    _decoder = Decoder(models)
    # Ctrl-C reaches every process of a terminal; the first one tells the user
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _recognise_piece(samples: NDArray[np.int16], start_ms: int) -> list[DecodedWord]:
    assert _decoder is not None  # noqa: S101 - made when the process began
    return _decoder.recognise(samples, start_ms)


def _words_of(value: object) -> list[DecodedWord] | None:
    """Words that an earlier run kept; ``None`` = there are none, or no words."""
    if not isinstance(value, list):
        return None
    try:
        return [DecodedWord(str(text), int(begin), int(end)) for text, begin, end in value]
    except (ValueError, TypeError):
        return None


def _key(audio: Audio, words: Sequence[str]) -> str:
    digest = hashlib.sha256(audio.samples.data)
    digest.update(" ".join(words).encode())
    digest.update(f"{_VERSION} {_SHORTEST_MS} {_LONGEST_MS}".encode())
    return digest.hexdigest()


def processes() -> int:
    """Number of processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
