"""Which cues a retiming moves, and what is dropped or cut because it lies before a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.errors import OptionError, TimingError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.analysis.subject import Subject


def line_of(subject: Subject, number: int) -> int:
    """The line of its file on which a cue (0-based number) begins."""
    if subject.origin is not None and subject.origin.places:
        return subject.origin.places[number].span.line
    return subject.cue_span(number).line


@dataclass(frozen=True, slots=True)
class TimeRange:
    """The cues that move: those that begin in it.

    Args:
        after_ms: its start, inclusive; ``None`` = from the first cue.
        before_ms: its end, exclusive; ``None`` = to the last cue.

    Raises:
        OptionError: it ends no later than it begins.
    """

    after_ms: int | None = None
    before_ms: int | None = None

    __repr__ = short_repr

    def __post_init__(self) -> None:
        if self.after_ms is not None and self.before_ms is not None and self.before_ms <= self.after_ms:
            raise OptionError(
                f"no time is after {vtt_time(self.after_ms)} and before {vtt_time(self.before_ms)}",
                hint="Cues move that begin between the two: --after 1:00 --before 2:00.",
            )

    def __contains__(self, ms: int) -> bool:
        return (self.after_ms is None or ms >= self.after_ms) and (
            self.before_ms is None or ms < self.before_ms
        )

    def __str__(self) -> str:
        parts = [
            f"{name} {vtt_time(ms)}"
            for name, ms in (("at or after", self.after_ms), ("before", self.before_ms))
            if ms is not None
        ]
        return " and ".join(parts)

    def limit(self, subject: Subject, times: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The new times of the cues in the range, and the old ones of all others.

        Raises:
            TimingError: no cue begins in the range.
        """
        inside = [cue.start_ms in self for cue in subject.cues]
        if not any(inside):
            starts = subject.starts
            where = (
                f"The cues begin at {vtt_time(min(starts))} to {vtt_time(max(starts))}." if starts else None
            )
            raise TimingError(f"no cue begins {self}", hint=where)
        return [
            new if moves else (cue.start_ms, cue.end_ms)
            for new, moves, cue in zip(times, inside, subject.cues, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class DroppedCue:
    """A cue that was dropped or cut because it lies before a time.

    Args:
        line: the line it begins on.
        text: its visible text, on one line.
        ms: how much of it was cut, in milliseconds; ``None`` if it was dropped.
    """

    line: int
    text: str
    ms: int | None = None

    __repr__ = short_repr


def cut_before(
    subject: Subject, times: Sequence[tuple[int, int]], ms: int
) -> tuple[list[tuple[int, int]], frozenset[int], tuple[DroppedCue, ...]]:
    """Drop the cues that end by a time, and cut those across it.

    Args:
        subject: the file.
        times: the start and end that each cue would have.
        ms: the time; what is shown before it goes.

    Returns:
        The times, the 0-based numbers of the dropped cues, and what was dropped or cut, in the order of the file.

    Raises:
        TimingError: no cue would be left.
    """
    made: list[tuple[int, int]] = []
    dropped: list[int] = []
    listed: list[DroppedCue] = []
    for number, (start, end) in enumerate(times):
        made.append((max(start, ms), end))
        if start >= ms:
            continue
        line, text = line_of(subject, number), " / ".join(subject.cues[number].lines)
        if end <= ms:
            dropped.append(number)
            listed.append(DroppedCue(line, text))
        else:
            listed.append(DroppedCue(line, text, ms - start))
    if len(dropped) == len(times) and times:
        raise TimingError(
            f"all {count(len(times), 'cue')} would end by {vtt_time(ms)}: none would be left",
            hint="Cut at an earlier time, or move the cues by less.",
        )
    return made, frozenset(dropped), tuple(listed)
