"""Why a cue is too fast to read, and what can be done: more time, another break, or nothing at all.

A speed over the limit is three issues in one coat. The cue may end too early although nothing follows; its neighbours
may have time to spare; or the words are simply spoken that fast, and then no timing helps.
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
"""Cues with less time between them belong to one stretch of speech.

Sources:
    Netflix timing guidelines (partnerhelp 360051554394): a gap under half a second is no pause, and is closed.
"""

WIDEST = 10
"""How many cues on each side a stretch of speech is followed; more would name a scene, not a place."""


class Cause(NamedTuple):
    """Why a cue is too fast.

    Args:
        message: which cause it is, and by how many milliseconds.
        severity: that of the limit; no more than a warning where the speech itself is the cause, for the issue is
            not in the captions then.
        fix: the fix, if a machine can do it.
    """

    message: str
    severity: Severity
    fix: Fix | None = None


class Causes:
    """Tells the causes of too much speed apart.

    Args:
        subject: the file.
        limit: the limit of the style; ``None`` for one that warns.
        needed_ms: for the 0-based number of a cue, the least time on screen at which it keeps the limit.
        speed: for the first and last number of a stretch of cues and its time, its speed with the unit:
            ``"24.1 cps"``.
        lead_ms: how much earlier a fix may let a cue begin.
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
        self._room = FreeTime(subject)

    def explain(self, index: int) -> Cause:
        """Why a cue is too fast, and what can be done about it."""
        subject, room = self._subject, self._room
        needed = self._needed(index)
        missing = needed - subject.durations[index]
        if room.longest_ms is not None and needed > room.longest_ms:
            message = f"can be split: it needs {needed:,} ms, and no cue may last over {room.longest_ms:,} ms"
            return Cause(message, self._severity)
        # a cue made long enough by one measure and not by the style's others would only change its issue
        enough = max(needed, room.limits(index)[1])
        times = room.extend(index, enough, lead_ms=self._lead_ms)
        after, before = room.free_after(index), room.free_before(index)
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
            # a neighbour may have time to spare, but somebody near it is short of as much
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
        """Milliseconds a neighbour could give up and still keep the limit itself; 0 if it is not next to the cue."""
        subject = self._subject
        if not self._are_joined(min(index, place)):
            return 0
        needed = max(self._needed(place), self._room.needs(place))
        grid = self._room.grid
        return grid.ms(grid.floor(max(subject.durations[place] - needed, 0)))

    def _run(self, index: int) -> tuple[int, int]:
        """The first and last of the cues that are back to back with a cue, `WIDEST` on each side at most."""
        first = last = index
        while first > index - WIDEST and self._are_joined(first - 1):
            first -= 1
        while last < index + WIDEST and self._are_joined(last):
            last += 1
        return first, last

    def _dense(self, index: int) -> tuple[int, int]:
        """The widest stretch grown around a cue, neighbour by neighbour, that is too fast as a whole."""
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
        subject, room = self._subject, self._room
        free = room.free_before(first) + (room.free_after(last) or 0)
        return subject.ends[last] - subject.starts[first] + free
