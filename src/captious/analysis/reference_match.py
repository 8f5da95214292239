"""The captions of a file compared with other captions of the recording: how the two clocks belong together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr
from captious.rhythm.matching import match_clocks, refuse_unlike
from captious.rhythm.pattern import make_cues
from captious.rhythm.reference import texts_of

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.rhythm.matching import ClockMatch
    from captious.rhythm.reference import Reference


@dataclass(frozen=True, slots=True)
class ReferenceMatch:
    """The captions of a file in the clock of other captions.

    Args:
        match: the speed, the offsets and the cuts between them.
        reference: the other captions.
        times: start and end of each cue in the clock of the reference, in milliseconds.
    """

    match: ClockMatch
    reference: Reference
    times: tuple[tuple[int, int], ...]

    __repr__ = short_repr

    def is_shown(self, start_ms: int, end_ms: int) -> bool:
        """Whether the reference shows something for a fifth of a stretch of its clock."""
        shared = (min(cue.end_ms, end_ms) - max(cue.start_ms, start_ms) for cue in self.reference.cues)
        return 5 * sum(max(ms, 0) for ms in shared) >= end_ms - start_ms


def match_reference(subject: Subject) -> ReferenceMatch | None:
    """The match of a file with other captions; use ``subject.once(match_reference)``.

    Returns:
        ``None`` without other captions.

    Raises:
        TimingError: too few cues, or captions of another recording.
    """
    reference = subject.recording.like
    if reference is None:
        return None
    target, other = make_cues(texts_of(subject.document)), make_cues(reference.cues)
    match = match_clocks(target, other)
    refuse_unlike(match, target, other, name=reference.name)
    return ReferenceMatch(
        match, reference, tuple(match.times(cue.start_ms, cue.end_ms) for cue in subject.cues)
    )
