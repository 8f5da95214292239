"""Zones around shot changes in which no cue should begin or end.

Both `captious.timing.fit` and the rule beside-shot-change use them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.timing.gaps import Grid

ZONE_MS = 500
"""Width of the zone on each side of a shot change.

Sources:
    Netflix timing guidelines (partnerhelp 360051554394): in-time on a shot change up to half a second before it;
    out-time two frames before a shot change that follows within half a second.
"""
OUT_GAP_MS = 83
"""Time before a shot change at which a cue ends, without a frame rate: two frames at 24 fps."""
OUT_GAP_FRAMES = 2
"""The same with a frame rate."""
SLACK_MS = 5
"""Tolerance: times are rounded to milliseconds or frames."""


class Beside(NamedTuple):
    """A cue that begins or ends beside a shot change.

    Args:
        start_ms: where it should begin.
        end_ms: where it should end.
        lag_ms: how long after a shot change it begins; ``None`` = not beside one.
        lead_ms: how long before a shot change it ends, negative after it; ``None`` = not beside one.
    """

    start_ms: int
    end_ms: int
    lag_ms: int | None
    lead_ms: int | None


class ShotZones:
    """The zones around the shot changes of a recording.

    Args:
        shots_ms: the shot changes, rising.
        grid: what times are counted in; a shot change is always on a frame.
        zone_ms: width of the zone on each side of a shot change.
        out_gap_ms: time before a shot change at which a cue ends, without a frame rate.
        out_gap_frames: the same with a frame rate.
    """

    __slots__ = ("_gap_ms", "_shots", "_zone_ms")

    def __init__(
        self,
        shots_ms: Iterable[int],
        *,
        grid: Grid,
        zone_ms: int = ZONE_MS,
        out_gap_ms: int = OUT_GAP_MS,
        out_gap_frames: int = OUT_GAP_FRAMES,
    ) -> None:
        # a list of shots may be rounded differently
        self._shots = [grid.ms(grid.nearest(shot)) for shot in shots_ms]
        self._gap_ms = grid.ms(out_gap_frames) if grid.frames else out_gap_ms
        self._zone_ms = zone_ms

    def beside(self, start_ms: int, end_ms: int) -> Beside | None:
        """Place a cue with these times; ``None`` if it is beside no shot change."""
        if end_ms <= start_ms:
            return None
        shots = self._shots
        before, after = bisect_right(shots, start_ms) - 1, bisect_left(shots, end_ms - SLACK_MS)
        lag = start_ms - shots[before] if before >= 0 else 0
        lead = shots[after] - end_ms if after < len(shots) else self._zone_ms + 1
        late = SLACK_MS < lag <= self._zone_ms
        early = lead <= self._zone_ms and abs(lead - self._gap_ms) > SLACK_MS
        if not (late or early):
            return None
        return Beside(
            shots[before] if late else start_ms,
            shots[after] - self._gap_ms if early else end_ms,
            lag if late else None,
            lead if early else None,
        )
