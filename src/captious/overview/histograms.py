"""Histograms of the figures of a file, with the limits of a style among them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.analysis.line_languages import cue_speeds
from captious.core.display import short_repr
from captious.measure.speed import UNREADABLE_CPS
from captious.measure.width import line_width
from captious.overview.statistics import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.cue import Cue
    from captious.overview.statistics import Distribution
    from captious.style.limits import Limit
    from captious.style.profile import Profile

BINS = 24
"""Bins at most; their edges are round numbers."""
_STEPS = (0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100)


@dataclass(frozen=True, slots=True)
class Mark:
    """A limit: its value, its kind (``"most"`` or ``"least"``), and whether the guide publishes it."""

    value: float
    side: str
    basis: str


@dataclass(frozen=True, slots=True)
class Histogram:
    """A distribution in bins.

    Args:
        name: the quantity.
        unit: of the values.
        edges: of the bins, rising, one more than bins; the first bin also holds lower values, and the last one higher
            values.
        counts: values in each bin; a value on an edge is in the bin that begins there.
        past: number of values past a limit.
        marks: limits.
        below: number of values below the least allowed.
        above: number of values above the most allowed.
        spread: the distribution of the values.
    """

    name: str
    unit: str
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    past: tuple[int, ...]
    marks: tuple[Mark, ...]
    below: int
    above: int
    spread: Distribution

    __repr__ = short_repr


def histograms(cues: Sequence[Cue], profile: Profile) -> tuple[Histogram, ...]:
    """Draw reading speed, line length, duration and gaps of a file against the limits of a style; those without a value
    are left out.
    """
    counting = profile.counting
    speeds = [
        speed
        for cue, speed in zip(cues, cue_speeds(cues, counting), strict=True)
        if cue.lines and speed < UNREADABLE_CPS
    ]
    widths = [line_width(line, counting) for cue in cues for line in cue.lines]
    durations = [cue.duration_ms / 1000 for cue in cues]
    gaps = [(after.start_ms - before.end_ms) / 1000 for before, after in pairwise(cues)]
    timing, rates = profile.timing, profile.speed
    made = (
        histogram("Reading speed", "characters per second", speeds, _marks(rates.min_cps, rates.max_cps)),
        histogram("Line length", "characters", widths, _marks(None, profile.layout.line_length_chars)),
        histogram(
            "Time on screen",
            "seconds",
            durations,
            _marks(timing.min_duration_ms, timing.max_duration_ms, 1000),
        ),
        # back-to-back cues are not a small gap where a style allows them
        histogram("Gaps", "seconds", gaps, () if timing.touching else _marks(timing.min_gap_ms, None, 1000)),
    )
    return tuple(one for one in made if one is not None)


def _marks(least: Limit | None, most: Limit | None, divisor: float = 1) -> tuple[Mark, ...]:
    found = []
    if least is not None:
        found.append(Mark(least.value / divisor, "least", least.basis))
    if most is not None:
        found.append(Mark(most.value / divisor, "most", most.basis))
    return tuple(found)


def histogram(name: str, unit: str, values: Sequence[float], marks: tuple[Mark, ...]) -> Histogram | None:
    """Count values in bins; ``None`` for no value. The longest hundredth does not extend the axis, but limits do."""
    if not values:
        return None
    ordered = sorted(values)
    low, high = ordered[len(ordered) // 200], ordered[-1 - len(ordered) // 100]
    low, high = min([low, *(mark.value for mark in marks)]), max([high, *(mark.value for mark in marks)])
    low = 0.0 if 0 <= low < high / 2 else low
    step = next(
        (step for step in _STEPS if (high - low) / step <= BINS - 2), (high - low) / (BINS - 2) or 1.0
    )
    first = math.floor(low / step + 1e-9)
    count = max(math.floor(high / step + 1e-9) - first + 1, 1)
    edges = tuple(round((first + number) * step, 6) for number in range(count + 1))
    least = next((mark.value for mark in marks if mark.side == "least"), -math.inf)
    most = next((mark.value for mark in marks if mark.side == "most"), math.inf)
    counts, past = [0] * count, [0] * count
    for value in values:
        place = min(max(math.floor(value / step + 1e-9) - first, 0), count - 1)
        counts[place] += 1
        past[place] += not least <= value <= most
    return Histogram(
        name,
        unit,
        edges,
        tuple(counts),
        tuple(past),
        marks,
        sum(value < least for value in values),
        sum(value > most for value in values),
        spread(values),
    )
