"""The timeline of a file: reading speed of each cue and gaps, as numbers for SVG."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from captious.analysis.line_languages import cue_speeds
from captious.core.clock import short_time
from captious.core.numbers import count
from captious.measure.speed import UNREADABLE_CPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.cue import Cue
    from captious.style.profile import Profile

HEIGHT = 96.0
_SPEEDS = 72.0
"""Full height, and the height of the speeds; gaps are below them."""
PIXELS_PER_CUE = 5
LEAST_PIXELS = 900
_TICKS_S = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
_LONG_S = 3.0


def timeline(cues: Sequence[Cue], profile: Profile, end_ms: int) -> dict[str, Any]:
    """Lay out bars of reading speed, gaps, limits and ticks; the width in pixels grows with the number of cues.

    Returns:
        ``bars`` and ``gaps`` (x, width, y, height, over), ``limit`` (y, text) or ``None``, ``ticks`` (x, text), sizes,
        and a ``summary`` in words.
    """
    width = float(max(LEAST_PIXELS, len(cues) * PIXELS_PER_CUE))
    scale = width / max(end_ms, 1)
    limit = profile.speed.max_cps.value if profile.speed.max_cps is not None else None
    speeds = cue_speeds(cues, profile.counting)
    top = max([1.5 * limit if limit else 30.0, *(min(speed, 2 * (limit or 30.0)) for speed in speeds)])
    bars = []
    for cue, speed in zip(cues, speeds, strict=True):
        height = round(min(speed / top, 1.0) * _SPEEDS, 1)
        bars.append(
            {
                "x": round(cue.start_ms * scale, 1),
                "width": round(max(cue.duration_ms * scale - 0.5, 0.8), 1),
                "y": round(_SPEEDS - height, 1),
                "height": height,
                "over": limit is not None and speed > limit,
            }
        )
    least = 0.0 if profile.timing.touching else profile.timing.min_gap_ms.value
    gaps = []
    for before, after in pairwise(cues):
        length = after.start_ms - before.end_ms
        if length > 0 or length < 0 or least:
            gaps.append(
                {
                    "x": round(min(before.end_ms, after.start_ms) * scale, 1),
                    "width": round(max(abs(length) * scale, 1.0), 1),
                    "over": length < least,
                }
            )
    step = next((step for step in _TICKS_S if step * 1000 * scale >= 80), _TICKS_S[-1])
    ticks = range(0, end_ms // 1000 + 1, step)
    return {
        "width": width,
        "height": HEIGHT,
        "speeds": _SPEEDS,
        "bars": bars,
        "gaps": gaps,
        "limit": {"y": round(_SPEEDS - limit / top * _SPEEDS, 1), "text": f"{limit:g}"} if limit else None,
        "ticks": [
            {"x": round(second * 1000 * scale, 1), "text": short_time(second * 1000)} for second in ticks
        ],
        "summary": _summary(cues, speeds, limit, gaps),
    }


def _summary(
    cues: Sequence[Cue], speeds: Sequence[float], limit: float | None, gaps: Sequence[dict[str, Any]]
) -> str:
    fastest = max((speed for speed in speeds if speed < UNREADABLE_CPS), default=0.0)
    text = f"{count(len(cues), 'cue')}; the fastest has {fastest:g} characters per second"
    if limit is not None:
        over = sum(speed > limit for speed in speeds)
        text += f", {count(over, 'is', 'are')} over the limit of {limit:g}"
    small = sum(bool(gap["over"]) for gap in gaps)
    long = sum(after.start_ms - before.end_ms >= _LONG_S * 1000 for before, after in pairwise(cues))
    gaps_are = count(small, "gap is", "gaps are")
    return f"{text}. {gaps_are} too small or negative, {count(long, 'lasts', 'last')} {_LONG_S:g} seconds or more."
