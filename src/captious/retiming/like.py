"""Times of captions from other captions of the same recording, whatever their language, or from the speech in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.core.display import short_repr
from captious.rhythm.matching import match_clocks, refuse_unlike
from captious.rhythm.pattern import make_cues
from captious.rhythm.reference import texts_of
from captious.rhythm.speeds import speed_name

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.rhythm.matching import ClockMatch
    from captious.rhythm.reference import Reference


@dataclass(frozen=True, slots=True)
class Liked:
    """Captions retimed like a reference.

    Args:
        times: start and end of each cue in milliseconds, in the order of the file.
        match: how the two clocks belong together.
        name: name of the reference.
    """

    times: tuple[tuple[int, int], ...]
    match: ClockMatch
    name: str

    __repr__ = short_repr

    @property
    def verdict(self) -> tuple[str, ...]:
        """What was done to the times, a line for each change of it."""
        lines: list[str] = []
        if self.match.speed != 1:
            rates = speed_name(self.match.speed)
            lines.append(f"all times × {float(self.match.speed):.5f} (frame rate {rates})")
        before: int | None = None
        for segment in self.match.segments:
            why = ""
            if before is not None:
                moved = segment.offset_ms - before
                why = f": {abs(moved) / 1000:.1f} s were cut {'in' if moved > 0 else 'out'}"
            where = short_time(segment.start_ms)
            lines.append(f"from {where} all cues {segment.offset_ms / 1000:+.3f} s{why}")
            before = segment.offset_ms
        return tuple(lines)


def follow_reference(subject: Subject, reference: Reference) -> Liked:
    """Find times for the cues of a file by those of a reference.

    Args:
        subject: the file.
        reference: captions of the same recording, or the speech in it.

    Raises:
        TimingError: too few cues, or files that do not belong together.
    """
    target, other = make_cues(texts_of(subject.document)), make_cues(reference.cues)
    match = match_clocks(target, other)
    refuse_unlike(match, target, other, name=reference.name)
    times = [match.times(cue.start_ms, cue.end_ms) for cue in subject.cues]
    for number in range(len(times) - 1):
        (start, end), (following, _) = times[number], times[number + 1]
        # where something was cut out, a cue may last beyond the cut
        if start < following < end and subject.ends[number] <= subject.starts[number + 1]:
            times[number] = start, following
    return Liked(tuple(times), match, reference.name)
