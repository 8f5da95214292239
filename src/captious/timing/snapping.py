"""Snap times to shot changes, where that harms neither the cue nor its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.timing.gaps import GapPolicy, Grid, whole
from captious.timing.shot_zones import SLACK_MS, ShotZones

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from captious.style.profile import Timing

MOST_ROUNDS = 8
"""A cue that moves can make room for its neighbour, which moves in the next round; few need more than two."""


def snap_to_shots(
    times: Sequence[tuple[int, int]],
    *,
    needs_ms: Sequence[int],
    shots_ms: Sequence[int],
    timing: Timing,
    media_ms: int | None = None,
    frame_rate: Fraction | None = None,
) -> tuple[list[tuple[int, int]], int]:
    """Snap cues that begin or end beside a shot change to it, where their time allows.

    Args:
        times: start and end of each cue in milliseconds, in order, not overlapping.
        needs_ms: the least time on screen at which each cue keeps the style's reading speed and minimum.
        shots_ms: the shot changes, rising.
        timing: the style's limits: its longest duration and its gaps.
        media_ms: length of the media, which no cue passes; ``None`` = unknown.
        frame_rate: frames per second the times are on; ``None`` = milliseconds.

    Returns:
        The times, and the number of moved cues. No cue gets shorter than it needs, or any shorter if it already is.
    """
    grid = Grid(frame_rate)
    policy = GapPolicy(timing, grid)
    zones = ShotZones(shots_ms, grid=grid)
    longest_ms = whole(timing.max_duration_ms) if timing.max_duration_ms else None
    made = list(times)
    moved: set[int] = set()

    def fits(index: int, start: int, end: int) -> bool:
        old_start, old_end = made[index]
        length, before = end - start, old_end - old_start
        if length <= 0 or (length < needs_ms[index] - SLACK_MS and length < before):
            return False
        if longest_ms is not None and length > longest_ms:
            return False
        if media_ms is not None and end > old_end and end > media_ms:
            return False
        gaps = []
        if start != old_start and index:
            gaps.append(grid.floor(start) - grid.nearest(made[index - 1][1]))
        if end != old_end and index + 1 < len(made):
            gaps.append(grid.floor(made[index + 1][0]) - grid.nearest(end))
        return start >= 0 and all(map(policy.allows, gaps))

    for _ in range(MOST_ROUNDS):
        changed = False
        for index, (start, end) in enumerate(made):
            beside = zones.beside(start, end)
            if beside is not None and fits(index, beside.start_ms, beside.end_ms):
                made[index] = beside.start_ms, beside.end_ms
                moved.add(index)
                changed = True
        if not changed:
            break
    return made, len(moved)
