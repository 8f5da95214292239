"""Why a cue is too fast to read, and what can be done: more time, another segmentation, or nothing at all.

A reading speed over the limit has one of three causes. The cue ends too early although there is free time after it; its
neighbours have time to spare; or the speech itself is that fast, and no timing helps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.edits import move_times
from captious.analysis.free_time import FreeTime
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.analysis.subject import Subject
    from captious.core.finding import Fix
    from captious.style.limits import Limit

BACK_TO_BACK_MS = 500
"""Cues with a shorter gap between them count as back to back.

Sources:
    Netflix timing guidelines (partnerhelp 360051554394): a gap under half a second is no pause, and is closed.
"""

WIDEST = 10
"""How many cues on each side a stretch of back-to-back cues may reach; more would point at a scene, not a place."""


class Cause(NamedTuple):
    """Why a cue is too fast.

    Args:
        message: which cause it is, and by how many milliseconds.
        severity: that of the limit; at most a warning where the speech itself is the cause, because the captions
            cannot solve it.
        fix: the fix, if there is one.
    """

    message: str
    severity: Severity
    fix: Fix | None = None


class Causes:
    """Finds the cause of a reading speed over the limit.

    Args:
        subject: the file.
        limit: the limit of the style; ``None`` for one that warns.
        needed_ms: for the 0-based number of a cue, the least time on screen at which it keeps the limit.
        speed: for the first and last number of a stretch of cues and its time, its speed with the unit, such as
            ``"24.1 cps"``.
        lead_ms: longest early in-time a fix may give a cue.
    """

    def __init__(
        self,
        subject: Subject,
        *,
        limit: Limit | None,
        needed_ms: Callable[[int], int],
        speed: Callable[[int, int, int], str],
        lead_ms: int = 0,
    ) -> None:
        self._subject = subject
        self._severity = Severity.WARNING if limit is None else subject.severity_of(limit)
        self._needed = needed_ms
        self._speed = speed
        self._lead_ms = lead_ms
        self._free_time = FreeTime(subject)

    def explain(self, index: int) -> Cause:
        """Why a cue is too fast, and what can be done about it."""
        subject, free_time = self._subject, self._free_time
        needed = self._needed(index)
        missing = needed - subject.durations[index]
        if free_time.longest_ms is not None and needed > free_time.longest_ms:
            longest = f"no cue may last over {free_time.longest_ms:,} ms"
            message = f"can be split: it needs {needed:,} ms, and {longest}"
            return Cause(message, self._severity)
        # a cue that is long enough for one limit and not for the others would only get another finding
        enough = max(needed, free_time.limits(index)[1])
        times = free_time.extend(index, enough, lead_ms=self._lead_ms)
        after, before = free_time.free_after(index), free_time.free_before(index)
        around = [
            f"{free:,} ms are free {where} it"
            for free, where in ((after or 0, "after"), (before, "before"))
            if free and (times is None or where == "after" or times[0] < subject.starts[index])
        ]
        if times is not None or missing <= (after or 0) + before:
            free = " and ".join(around) if after is not None else "nothing follows"
            fix = None
            if times is not None:
                fix = move_times(subject, index, *times, "Show the cue long enough to be read")
            return Cause(f"can be retimed: it needs {missing:,} ms more, {free}", self._severity, fix)
        run = self._run(index)
        if sum(map(self._needed, range(run[0], run[1] + 1))) > self._time(*run):
            # a neighbour may have time to spare, but a cue next to it lacks as much
            return self._spoken(*run)
        spare = {place: self._spare(index, place) for place in (index - 1, index + 1)}
        if missing <= (after or 0) + before + sum(spare.values()):
            owners = [
                f"the {'previous' if place < index else 'next'} cue has {ms:,} ms to spare"
                for place, ms in spare.items()
                if ms
            ]
            message = (
                f"can be split or extended: it needs {missing:,} ms more, {', '.join((*owners, *around))}"
            )
            return Cause(message, self._severity)
        return self._spoken(*self._dense(index))

    def _spare(self, index: int, place: int) -> int:
        """Milliseconds a neighbour could lose and still keep the limit; 0 if it is not back to back with the cue."""
        subject = self._subject
        if not self._are_joined(min(index, place)):
            return 0
        needed = max(self._needed(place), self._free_time.needs(place))
        grid = self._free_time.grid
        return grid.ms(grid.floor(max(subject.durations[place] - needed, 0)))

    def _run(self, index: int) -> tuple[int, int]:
        """The first and last of the cues that are back to back with a cue, at most `WIDEST` on each side."""
        first = last = index
        while first > index - WIDEST and self._are_joined(first - 1):
            first -= 1
        while last < index + WIDEST and self._are_joined(last):
            last += 1
        return first, last

    def _dense(self, index: int) -> tuple[int, int]:
        """The widest stretch around a cue, grown cue by cue, that is too fast as a whole."""
        lowest, highest = self._run(index)
        first = last = index
        needed = self._needed(index)
        growing = True
        while growing:
            growing = False
            for place in (first - 1, last + 1):
                if not lowest <= place <= highest:
                    continue
                more = needed + self._needed(place)
                if more > self._time(min(first, place), max(last, place)):
                    first, last, needed, growing = min(first, place), max(last, place), more, True
                    break
        return first, last

    def _spoken(self, first: int, last: int) -> Cause:
        stretch = f"these {last - first + 1} cues" if last > first else "this cue"
        speed = self._speed(first, last, self._time(first, last))
        message = (
            f"no timing can fix it: the speech itself runs at {speed} over {stretch}, free time included"
        )
        return Cause(message, min(self._severity, Severity.WARNING))

    def _are_joined(self, index: int) -> bool:
        """Whether a cue and the next one exist, are both shown, and are back to back."""
        subject = self._subject
        return (
            0 <= index < len(subject.gaps)
            and 0 <= subject.gaps[index] < BACK_TO_BACK_MS
            and subject.durations[index] > 0
            and subject.durations[index + 1] > 0
        )

    def _time(self, first: int, last: int) -> int:
        """The time a stretch of cues could fill: from its start to its end, and what is free around it."""
        subject, free_time = self._subject, self._free_time
        free = free_time.free_before(first) + (free_time.free_after(last) or 0)
        return subject.ends[last] - subject.starts[first] + free
