"""Find silence in a recording: places to split it without splitting a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.audio.reading import PER_MS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FRAME_MS = 10
_SMOOTH = 20


def loudness(samples: NDArray[np.int16]) -> NDArray[np.float32]:
    """Energy of each 10 ms, as a decimal logarithm; a shorter rest is not counted."""
    import numpy as np

    size = FRAME_MS * PER_MS
    count = len(samples) // size
    energy = np.empty(count, np.float32)
    # in parts: floats of the whole would take four times the recording
    for start in range(0, count, 1 << 14):
        part = (
            samples[start * size : min(start + (1 << 14), count) * size].astype(np.float32).reshape(-1, size)
        )
        energy[start : start + len(part)] = np.square(part).mean(axis=1)
    level: NDArray[np.float32] = np.log10(energy + 1.0, dtype=np.float32)
    return level


def split_points(samples: NDArray[np.int16], *, shortest_ms: int, longest_ms: int) -> list[int]:
    """Find times to split a recording at, each in the quietest fifth of a second within reach.

    Args:
        samples: the recording.
        shortest_ms: least length of a piece but the last, in milliseconds.
        longest_ms: most.

    Returns:
        Times in milliseconds, rising, the start and the end of the recording among them.
    """
    import numpy as np

    level = loudness(samples)
    smooth = np.convolve(level, np.ones(_SMOOTH, np.float32) / _SMOOTH, mode="same")
    points, end_ms = [0], len(samples) // PER_MS
    while end_ms - points[-1] > longest_ms:
        first = (points[-1] + shortest_ms) // FRAME_MS
        last = (points[-1] + longest_ms) // FRAME_MS
        points.append((first + int(np.argmin(smooth[first:last]))) * FRAME_MS)
    return [*points, end_ms]
