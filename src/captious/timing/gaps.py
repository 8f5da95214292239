"""The gaps a style allows between two cues, and the grid of times they are counted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import frame_ms

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.style.limits import Limit
    from captious.style.profile import Timing


def whole(limit: Limit) -> int:
    """The value of a limit as a whole number."""
    return round(limit.value)


class Grid:
    """Units of time to count in: milliseconds, or frames.

    Args:
        frame_rate: frames per second; ``None`` = count milliseconds.
    """

    __slots__ = ("_frame_rate", "frames")

    def __init__(self, frame_rate: Fraction | None) -> None:
        self._frame_rate = frame_rate
        self.frames = frame_rate is not None

    def nearest(self, ms: int) -> int:
        """The unit nearest to a time; halves go to the later one."""
        return ms if self._frame_rate is None else int((ms * self._frame_rate / 500 + 1) / 2)

    def ceil(self, ms: int) -> int:
        """The first unit that is not before a time."""
        # a frame time is stored in whole milliseconds, so up to half a millisecond is rounding, not duration
        return ms if self._frame_rate is None else int(-(-(2 * ms - 1) * self._frame_rate // 2000))

    def floor(self, ms: int) -> int:
        """The last unit that is not after a time."""
        return ms if self._frame_rate is None else int((2 * ms + 1) * self._frame_rate // 2000)

    def ms(self, units: int) -> int:
        """The time of a unit in milliseconds."""
        return units if self._frame_rate is None else frame_ms(units, self._frame_rate)


class GapPolicy:
    """The gaps a style allows between two cues, in units of a grid.

    A gap is allowed when the cues are back-to-back and may be, or when it is at least the style's minimum and outside
    its forbidden band. Both `captious.timing.fit.fit` and the linter ask here.

    Args:
        timing: the style's limits.
        grid: what to count in.
    """

    __slots__ = ("forbidden_from", "forbidden_to", "least", "smallest", "touching")

    def __init__(self, timing: Timing, grid: Grid) -> None:
        self.touching = timing.touching
        if grid.frames and timing.min_gap_frames is not None:
            self.least = whole(timing.min_gap_frames)
        else:
            self.least = grid.ceil(whole(timing.min_gap_ms))
        self.smallest = 0 if timing.touching else self.least
        start, end = timing.forbidden_gap_from_ms, timing.forbidden_gap_to_ms
        self.forbidden_from = (
            self.smallest + 1 if start is None else max(grid.ceil(whole(start)), self.smallest + 1)
        )
        self.forbidden_to = 0 if end is None else grid.ceil(whole(end))

    def is_small(self, gap: int, tolerance: int = 0) -> bool:
        """Whether a gap is under the minimum, unless it is 0 and may be; negative gaps are overlaps, not gaps."""
        return (tolerance if self.touching else -1) < gap < self.least - tolerance

    def is_forbidden(self, gap: int, tolerance: int = 0) -> bool:
        """Whether a gap lies within the forbidden band, with a tolerance at both of its ends."""
        return self.forbidden_from + tolerance <= gap < self.forbidden_to - tolerance

    def allows(self, gap: int) -> bool:
        """Whether the style allows a gap."""
        return gap >= self.smallest and not self.is_small(gap) and not self.is_forbidden(gap)

    def close(self, start: int, end: int, following: int, need: int, longest: int | None) -> int:
        """The end of a cue so that the gap to the next one is allowed: closed if possible, else opened.

        Args:
            start: in-time of the cue.
            end: its present out-time.
            following: in-time of the next cue.
            need: least time on screen the cue has to keep.
            longest: most time on screen; ``None`` = no limit.

        Returns:
            The new out-time; ``end``, or the last one that leaves the smallest gap, if neither is possible.
        """
        touching = following - self.smallest
        end = min(end, touching)
        if self.allows(following - end):
            return end
        if longest is None or touching - start <= longest:
            return touching
        opened = following - self.next_allowed(following - end)
        return opened if opened - start >= need else end

    def next_allowed(self, gap: int) -> int:
        """The smallest allowed gap that is at least this long."""
        for longer in (gap, self.smallest, self.least, self.forbidden_to):
            if longer >= gap and self.allows(longer):
                return longer
        return max(gap, self.least, self.forbidden_to)
