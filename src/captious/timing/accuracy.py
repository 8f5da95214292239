"""How far off estimated times usually are: half of them, measured on recordings whose times are known."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.timing.estimate import WordTimes

_MEASURED = ((0, 0), (15, 460), (60, 1030), (480, 7780), (960, 12_580), (3600, 27_660))
"""Seconds between two known times, and the milliseconds that half of the times between them are within.

Sources:
    bench/results/timing.txt: calls with an anchor every 15 and 60 s; podcasts with one every 8 and 16 minutes, and with
    their length alone, about an hour.
"""


def half_within_ms(times: WordTimes, duration_ms: int | None) -> int | None:
    """What half of the times of a draft are within, in milliseconds.

    Args:
        times: estimated from the text, the length and known times.
        duration_ms: length of the recording; ``None`` = unknown, and with it every time after the last known one.

    Returns:
        ``None`` where it cannot be told: the times are measured, or neither the length nor any time is known.
    """
    if not times.is_draft:
        return None
    known = sorted({0, duration_ms or 0, *(times.starts_ms[word] for word in times.anchored)})
    if len(known) < 2:
        return None
    # each stretch counts by its length: that many of the words are in it
    stretches = sorted((end - start for start, end in pairwise(known) if end > start), reverse=True)
    halves = [(_half_ms(length / 1000), length) for length in stretches]
    return _weighted_median(halves)


def _half_ms(seconds: float) -> float:
    at = bisect_left(_MEASURED, (seconds, 0))
    if at == len(_MEASURED):
        return _MEASURED[-1][1]
    if not at:
        return 0.0
    (low, low_ms), (high, high_ms) = _MEASURED[at - 1], _MEASURED[at]
    return low_ms + (high_ms - low_ms) * (seconds - low) / (high - low)


def _weighted_median(values: list[tuple[float, int]]) -> int:
    half = sum(weight for _, weight in values) / 2
    seen = 0
    for value, weight in sorted(values):
        seen += weight
        if seen >= half:
            return round(value)
    return 0
