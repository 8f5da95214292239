"""Hear the phones of a whole recording piece by piece, in several threads; an interrupted run can resume."""

from __future__ import annotations

import base64
import binascii
import hashlib
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.audio import silence as quiet
from captious.audio.phones import FRAME_MS, FRAME_SAMPLES, WIDTH, PhoneListener, silence
from captious.audio.piece_queue import work_through
from captious.audio.piece_store import PieceStore
from captious.audio.reading import PER_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from captious.audio.reading import Audio

_SHORTEST_MS, _LONGEST_MS = 6_000, 12_000
"""Length of a piece.

Sources:
    Our own measurement: pieces of 10 s take 20% less time than pieces of 20 s (the model compares all frames of a
    piece with each other).
"""
_CONTEXT_MS = 240
"""What a piece hears of its neighbours."""
_QUIET_MS = 1_500
_MARGIN_MS = 300
_QUIET = 4.5
"""A stretch this long without a sound louder than 45 dB below the loud ones holds no speech."""
_VERSION = 1
"""Version of the pieces and the model: another one makes the cache invalid."""

_own = threading.local()


def hear_phones(
    audio: Audio,
    *,
    jobs: int,
    progress: Callable[[float], None] | None = None,
    cache: Path | None = None,
) -> NDArray[np.uint8]:
    """How likely each phone is in each frame of a recording, as `captious.audio.phones` says it.

    Args:
        audio: the recording; its quiet parts are not listened to.
        jobs: number of threads.
        progress: called with the share done, 0 to 1; first with what an earlier run kept.
        cache: what was heard is kept beside this file, piece by piece; an invalid file is replaced.

    Raises:
        ImportError: no model hears phones here.
    """
    frames = silence(-(-len(audio.samples) // FRAME_SAMPLES))
    pieces = list(_pieces(audio))
    kept = cache.with_suffix(".phones.jsonl") if cache is not None else None
    store = PieceStore(kept, _key(audio))
    done = {start: rows for start, rows in map(_unpacked, store.read().items()) if rows is not None}
    whole = max(sum(end - start for start, end in pieces), 1)
    done_ms = 0

    def place(piece: tuple[int, int], rows: NDArray[np.uint8]) -> None:
        nonlocal done_ms
        first = piece[0] // FRAME_MS
        frames[first : first + len(rows)] = rows
        done_ms += piece[1] - piece[0]

    left: list[tuple[int, int]] = []
    for piece in pieces:
        rows = done.get(piece[0])
        if rows is not None and len(rows) == _size(audio, piece):
            place(piece, rows)
        else:
            left.append(piece)
    if progress is not None:
        progress(done_ms / whole)
    with store:
        for piece, rows in _hear(audio, left, jobs):
            place(piece, rows)
            store.keep(piece[0], _packed(rows))
            if progress is not None:
                progress(done_ms / whole)
    return frames


def _pieces(audio: Audio) -> Iterator[tuple[int, int]]:
    """Pieces to listen to, cut where it is quiet; their times are those of frames."""
    for start, end in _loud_parts(audio):
        points = quiet.split_points(
            audio.between(start, end), shortest_ms=_SHORTEST_MS, longest_ms=_LONGEST_MS
        )
        frames = [start + point // FRAME_MS * FRAME_MS for point in points[:-1]]
        yield from pairwise([*frames, end])


def _loud_parts(audio: Audio) -> list[tuple[int, int]]:
    import numpy as np

    level = quiet.loudness(audio.samples)
    loud = np.flatnonzero(level > (np.percentile(level, 95) if len(level) else 0) - _QUIET)
    parts: list[tuple[int, int]] = []
    if not len(loud):
        return [(0, audio.duration_ms)]
    breaks = np.flatnonzero(np.diff(loud) * quiet.FRAME_MS > _QUIET_MS + 2 * _MARGIN_MS)
    firsts, lasts = np.append(loud[0], loud[breaks + 1]), np.append(loud[breaks], loud[-1])
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        start = max(first * quiet.FRAME_MS - _MARGIN_MS, 0) // FRAME_MS * FRAME_MS
        end = min((last + 1) * quiet.FRAME_MS + _MARGIN_MS, audio.duration_ms)
        parts.append((start, end))
    return parts


def _size(audio: Audio, piece: tuple[int, int]) -> int:
    """Number of frames of a piece."""
    return -(-min(piece[1] * PER_MS, len(audio.samples)) // FRAME_SAMPLES) - piece[0] // FRAME_MS


def _hear(
    audio: Audio, pieces: Sequence[tuple[int, int]], jobs: int
) -> Iterator[tuple[tuple[int, int], NDArray[np.uint8]]]:
    # threads: the library works without holding the interpreter, and the recording is there once
    jobs = max(jobs, 1)
    with ThreadPoolExecutor(jobs) as pool:
        yield from work_through(pool, pieces, lambda piece: pool.submit(_hear_piece, audio, piece), jobs=jobs)


def _hear_piece(audio: Audio, piece: tuple[int, int]) -> NDArray[np.uint8]:
    if not hasattr(_own, "listener"):
        _own.listener = PhoneListener()
    before = min(piece[0], _CONTEXT_MS)
    rows: NDArray[np.uint8] = _own.listener.hear(audio.between(piece[0] - before, piece[1] + _CONTEXT_MS))
    first = before // FRAME_MS
    return rows[first : first + _size(audio, piece)]


def _packed(rows: NDArray[np.uint8]) -> str:
    return base64.b64encode(zlib.compress(rows.tobytes())).decode("ascii")


def _unpacked(kept: tuple[int, object]) -> tuple[int, NDArray[np.uint8] | None]:
    import numpy as np

    start, value = kept
    try:
        rows = np.frombuffer(zlib.decompress(base64.b64decode(str(value))), np.uint8)
    except (zlib.error, binascii.Error):
        return start, None
    return start, rows.reshape(-1, WIDTH) if not len(rows) % WIDTH else None


def _key(audio: Audio) -> str:
    digest = hashlib.sha256(audio.samples.data)
    digest.update(f"phones {_VERSION} {_SHORTEST_MS} {_LONGEST_MS} {_CONTEXT_MS}".encode())
    return digest.hexdigest()
