"""How much time a cue needs, how much is free around it, and how much of it a fix may use.

Every fix that moves a time uses this module, so that none makes a new issue: no overlap, no gap the style forbids, no
cue past the end of the media, and no cue left with less than it needs.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from captious.analysis.label_time import label_time_ms
from captious.analysis.passages import slowest_passage
from captious.analysis.subject import TOLERANCE_MS
from captious.measure.speed import needed_ms
from captious.timing.gaps import GapPolicy, Grid, whole
from captious.timing.shot_zones import ShotZones

if TYPE_CHECKING:
    from captious.analysis.subject import Subject

FRAME_MS = 42
"""How much a cue that breaks a limit already may lose: overlaps of up to a frame (1/24 s) come from rounding."""

NTSC = 1001 / 1000
"""How much longer a time counted in nominal frames is: Netflix's 7 s are 7,007 ms (SMPTE ST 12-1)."""


def find_shared(subject: Subject) -> frozenset[int]:
    """The cues that are on screen together with another one, by 0-based number; use ``subject.once(find_shared)``."""
    if all(gap >= 0 for gap in subject.gaps):
        return frozenset()
    shared: set[int] = set()
    latest = -1  # the cue that ends last of those that have begun
    for index in sorted(range(len(subject.cues)), key=subject.starts.__getitem__):
        if subject.durations[index] <= 0:
            continue
        if latest >= 0 and subject.starts[index] < subject.ends[latest]:
            shared |= {index, latest}
        if latest < 0 or subject.ends[index] > subject.ends[latest]:
            latest = index
    return frozenset(shared)


class FreeTime:
    """The time around the cues of a subject.

    Args:
        subject: the file; with a frame rate, every time a fix makes is on a frame.
    """

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.grid = Grid(subject.frame_rate)
        self.policy = GapPolicy(subject.profile.timing, self.grid)
        self.tolerance = 0 if self.grid.frames else TOLERANCE_MS
        """Tolerance for gaps, in units of the grid: on frames, the grid includes the rounding."""
        longest = subject.profile.timing.max_duration_ms
        self.longest_ms = whole(longest) if longest is not None else None

    # --- what a cue needs -------------------------------------------------------------------------------------------

    def limits(self, index: int) -> tuple[int, int]:
        """The least time on screen by the style's minimum, and by its reading speed, in milliseconds."""
        profile = self.subject.profile
        speed = slowest_passage(self.subject, index).profile.speed
        reading = 0
        if speed.max_cps is not None:
            reading = needed_ms(self.subject.cue_widths[index], speed.max_cps.value)
        words = self.subject.word_counts[index]
        if speed.max_wpm is not None:
            reading = max(reading, round(words * 60_000 / speed.max_wpm.value))
        if speed.min_ms_per_word is not None:
            reading = max(reading, round(words * speed.min_ms_per_word.value))
        if speed.reading_table is not None:
            reading = max(reading, speed.reading_table.least_ms(self.subject.cue_widths[index]))
        return whole(profile.timing.min_duration_ms), reading + label_time_ms(self.subject, index)

    def needs(self, index: int) -> int:
        """The least time on screen at which a cue keeps the style's minimum and reading speed."""
        return max(self.limits(index))

    def keeps(self, index: int, duration_ms: int) -> bool:
        """Whether a cue that is shown for this long breaks no limit it kept before.

        One that is broken already may lose `FRAME_MS`.
        """
        before = self.subject.durations[index]
        sliver = duration_ms > 0 and before - duration_ms <= FRAME_MS
        return all(
            duration_ms >= limit - TOLERANCE_MS or (sliver and before < limit - TOLERANCE_MS)
            for limit in self.limits(index)
        )

    def is_too_long(self, duration_ms: int) -> bool:
        """Whether a time on screen is over the style's maximum."""
        return self.longest_ms is not None and duration_ms > self.longest_ms * NTSC + TOLERANCE_MS

    # --- what is free -----------------------------------------------------------------------------------------------

    def gap_after(self, index: int) -> int:
        """From the end of a cue to the start of the next in the file, in units of the grid."""
        subject, grid = self.subject, self.grid
        return grid.floor(subject.starts[index + 1]) - grid.nearest(subject.ends[index])

    def following_ms(self, index: int) -> int | None:
        """In-time of the next cue; the cue's own if cues are out of order; ``None`` for the last one."""
        starts = self.subject.starts
        if self._rising:
            return starts[index + 1] if index + 1 < len(starts) else None
        place = bisect_right(self._sorted_starts, starts[index])
        nearest = self._sorted_starts[place] if place < len(starts) else None
        if index + 1 == len(starts):
            return nearest
        return nearest if nearest == starts[index + 1] else starts[index]

    def latest_end(self, index: int) -> int | None:
        """The last out-time a cue can have, in units of the grid; ``None`` = no limit."""
        grid, subject = self.grid, self.subject
        bounds = []
        following = self.following_ms(index)
        if following is not None:
            bounds.append(grid.floor(following) - self.policy.smallest)
        if subject.media_ms is not None:
            bounds.append(grid.floor(subject.media_ms))
        if self.longest_ms is not None:
            bounds.append(grid.floor(subject.starts[index] + self.longest_ms))
        return min(bounds, default=None)

    def free_after(self, index: int) -> int | None:
        """How many milliseconds later a cue could end; ``None`` = any number."""
        latest = self.latest_end(index)
        return None if latest is None else max(self.grid.ms(latest) - self.subject.ends[index], 0)

    def free_before(self, index: int) -> int:
        """How many milliseconds earlier a cue could begin."""
        earliest = self._earliest_start(index)
        return max(self.subject.starts[index] - self.grid.ms(earliest), 0)

    def _earliest_start(self, index: int) -> int:
        if not index:
            return 0
        return self.grid.ceil(max(self._ends_before[index - 1], 0)) + self.policy.smallest

    # --- what a fix may use -----------------------------------------------------------------------------------------

    def extend(self, index: int, duration_ms: int, *, lead_ms: int = 0) -> tuple[int, int] | None:
        """Times at which a cue is shown for at least this long, bounded by its neighbours.

        Args:
            index: 0-based number of the cue.
            duration_ms: the time on screen it needs.
            lead_ms: longest early in-time, used where there is not enough room after it.

        Returns:
            Start and end in milliseconds; ``None`` if there is not enough room.
        """
        grid, subject = self.grid, self.subject
        start_ms, end_ms = subject.starts[index], subject.ends[index]
        if start_ms < 0:
            return None
        wanted = max(grid.ceil(start_ms + duration_ms), grid.nearest(end_ms))
        latest = self.latest_end(index)
        if latest is None or wanted <= latest:
            end = self._settle(index, wanted, latest)
            if end is None or self._meets_shot(index, self._written(index, end)):
                return None
            return start_ms, self._written(index, end)
        if not lead_ms or latest < grid.nearest(end_ms):
            return None
        start = grid.floor(grid.ms(latest) - duration_ms)
        if start < self._earliest_start(index) or start_ms - grid.ms(start) > lead_ms:
            return None
        if index and not self.policy.allows(start - grid.nearest(subject.ends[index - 1])):
            return None
        end_at = self._settle(index, latest, latest)
        return None if end_at is None else (grid.ms(start), self._written(index, end_at))

    def _meets_shot(self, index: int, end_ms: int) -> bool:
        """Whether a cue would end beside a shot change, and does not now: `beside-shot-change` would move it back."""
        if not self.subject.shots_ms:
            return False
        start_ms = self.subject.starts[index]
        now, then = (self._shots.beside(start_ms, end) for end in (self.subject.ends[index], end_ms))
        return then is not None and then.lead_ms is not None and (now is None or now.lead_ms is None)

    @cached_property
    def _shots(self) -> ShotZones:
        return ShotZones(self.subject.shots_ms, grid=self.grid)

    def _written(self, index: int, end: int) -> int:
        """An end in milliseconds, never past a next start that is written a millisecond before its frame."""
        following = self.following_ms(index)
        return self.grid.ms(end) if following is None else min(self.grid.ms(end), following)

    def _settle(self, index: int, end: int, latest: int | None) -> int | None:
        """The end, or a later one up to ``latest``, that leaves a gap the style allows."""
        following = self.following_ms(index)
        if following is None or self.policy.allows(self.grid.floor(following) - end):
            return end
        back_to_back = self.grid.floor(following) - self.policy.smallest
        return back_to_back if latest is not None and end <= back_to_back <= latest else None

    def close_gap(self, index: int) -> int | None:
        """The out-time that makes the gap after a cue an allowed one; ``None`` if there is none.

        The gap is closed where the cue may be as long as that, else opened where it stays long enough.
        """
        grid, subject = self.grid, self.subject
        following = self.following_ms(index)
        if following != subject.starts[index + 1]:
            return None
        start, end, next_start = subject.starts[index], subject.ends[index], grid.floor(following)
        back_to_back = self._written(index, next_start - self.policy.smallest)
        gap = next_start - grid.nearest(end)
        places = [back_to_back, grid.ms(next_start - self.policy.next_allowed(gap))]
        for place in places:
            if place != end and start < place and self._may_last(index, place - start):
                return place
        return None

    def _may_last(self, index: int, duration_ms: int) -> bool:
        if duration_ms < self.subject.durations[index]:
            return self.keeps(index, duration_ms)
        past_media = self.subject.media_ms is not None and (
            self.subject.starts[index] + duration_ms > self.subject.media_ms
        )
        return not past_media and (self.longest_ms is None or duration_ms <= self.longest_ms)

    # --- the file as a whole ----------------------------------------------------------------------------------------

    @cached_property
    def _rising(self) -> bool:
        return all(one < other for one, other in pairwise(self.subject.starts))

    @cached_property
    def _sorted_starts(self) -> list[int]:
        return sorted(self.subject.starts)

    @cached_property
    def _ends_before(self) -> list[int]:
        return list(accumulate(self.subject.ends, max))
