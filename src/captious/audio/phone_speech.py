"""Speech by its phones: music and noise have hardly any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.audio.phones import BLANK, BOUNDARY, FRAME_MS, STEPS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LIKELY = 0.3
_REACH_MS = 400
_LEAST_PHONES, _MANY_PHONES = 0.9, 4.0
"""Phones of a second with speech; fewer than the second number count only near more: music has one now and then."""
_NEAR_MS = 3_000
_BEFORE_MS, _AFTER_MS = 100, 60
_WINDOW_MS = 1_000


def speech_spans(heard: NDArray[np.uint8]) -> list[tuple[int, int]]:
    """The spans of speech, in milliseconds from the first frame.

    Args:
        heard: the frames, as `captious.audio.phones` says it.
    """
    import numpy as np

    if not len(heard):
        return []
    shares = np.exp(heard.astype(np.float32) / -STEPS)
    phones = 1 - shares[:, BLANK] - shares[:, BOUNDARY]
    phones[phones < _LIKELY] = 0
    size = _WINDOW_MS // FRAME_MS
    around = np.convolve(phones, np.ones(size, np.float32))[size // 2 : size // 2 + len(phones)]
    voiced = np.flatnonzero((phones > 0) & (around >= _LEAST_PHONES))
    if not len(voiced):
        return []
    breaks = np.flatnonzero(np.diff(voiced) * FRAME_MS > _REACH_MS)
    firsts, lasts = np.append(voiced[0], voiced[breaks + 1]), np.append(voiced[breaks], voiced[-1])
    many = np.flatnonzero(around >= _MANY_PHONES)
    near = _NEAR_MS // FRAME_MS
    length = len(heard) * FRAME_MS
    return [
        (max(first * FRAME_MS - _BEFORE_MS, 0), min((last + 1) * FRAME_MS + _AFTER_MS, length))
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)
        if np.searchsorted(many, first - near) < np.searchsorted(many, last + near, side="right")
    ]
