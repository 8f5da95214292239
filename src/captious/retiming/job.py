"""Give a caption file other times: by a map, by word timings, like other captions; then snap them to shot changes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.checks.settings import open_subject
from captious.core.display import short_repr
from captious.errors import CaptiousError
from captious.formats.base import Use
from captious.formats.registry import by_name
from captious.retiming.cutting import DroppedCue, TimeRange, cut_before
from captious.retiming.follow import Followed, follow_words
from captious.retiming.rewrite import check_readable, rewrite
from captious.retiming.snap import snap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.checks.settings import CheckSettings
    from captious.formats.base import Reading
    from captious.retiming.like import Liked
    from captious.retiming.mapping import TimeMap
    from captious.rhythm.reference import Reference
    from captious.word_timings.model import WordTrack


@dataclass(frozen=True, slots=True)
class Retimed:
    """A file with other times.

    Args:
        source: its text; everything but the times is unchanged, character by character, but for what was dropped.
        cues: number of its cues.
        earliest_ms: the smallest shift of a cue's start; negative where it begins earlier.
        latest_ms: the largest.
        followed: the result of following words; ``None`` if no word timings were given.
        snapped: number of times moved to or away from shot changes.
        moving: number of its cues that could move: those in the range, or all.
        dropped: cues that were dropped or cut because they lie before a time.
        disturbed: lines of the cues that now begin before the one above them ends, and did not before.
        format: name of its format.
        liked: the result of following other captions; ``None`` if none were given.
    """

    source: str
    cues: int
    earliest_ms: int
    latest_ms: int
    followed: Followed | None = None
    snapped: int = 0
    moving: int = 0
    dropped: tuple[DroppedCue, ...] = ()
    disturbed: tuple[int, ...] = ()
    format: str = "srt"
    liked: Liked | None = None

    __repr__ = short_repr

    @property
    def skips_numbers(self) -> bool:
        """Whether the numbers of a SubRip file have a gap because of what was dropped."""
        dropped = any(cue.ms is None for cue in self.dropped)
        return dropped and self.format == "srt"


def retime_reading(
    reading: Reading,
    settings: CheckSettings,
    *,
    path: str | None = None,
    mapping: TimeMap | None = None,
    track: WordTrack | None = None,
    like: Reference | None = None,
    within: TimeRange | None = None,
    cut_ms: int | None = None,
) -> Retimed:
    """Give the cues of a file other times, without writing it.

    Args:
        reading: the file.
        settings: the style whose gaps, durations and reading speed apply to cues that follow words; with shot changes,
            cues that begin or end beside one are moved as the rule beside-shot-change does.
        path: its name, for errors.
        mapping: old times to new ones; not together with ``track``.
        track: word timings of the recording; ``None`` = use the mapping.
        like: other captions of the recording, or the speech in it; not together with the two above.
        within: where the cues begin that are moved; ``None`` = all are.
        cut_ms: the new time before which nothing is kept; ``None`` = everything is.

    Raises:
        TimingError: a cue that cannot be moved, word timings or captions of another recording, or no cue in the range.
    """
    subject = open_subject(reading, settings, path=path)
    followed: Followed | None = None
    liked: Liked | None = None
    times = old = [(cue.start_ms, cue.end_ms) for cue in subject.cues]
    dropped: frozenset[int] = frozenset()
    listed: tuple[DroppedCue, ...] = ()
    try:
        check_readable(subject, reading)
        if track is not None:
            followed = follow_words(subject, track)
            times = list(followed.times)
        elif like is not None:
            from captious.retiming.like import follow_reference  # late: numpy

            liked = follow_reference(subject, like)
            times = list(liked.times)
        elif mapping is not None:
            times = [(mapping(start), mapping(end)) for start, end in old]
        if within is not None:
            times = within.limit(subject, times)
        uncut = times
        if cut_ms is not None:
            times, dropped, listed = cut_before(subject, times, cut_ms)
        source = rewrite(subject, times, dropped=dropped, cut_ms=cut_ms, uncut=uncut)
        kept = [number for number in range(len(times)) if number not in dropped]
        moving = [within is None or old[number][0] in within for number in kept]
        source, snapped = _snapped(source, settings, reading, path=path, moving=moving)
    except CaptiousError as error:
        raise error.at(path) if path is not None else error from None
    name = reading.located.format
    after = by_name(name, Use.CHECK).read(source).located.cues
    moves = [
        (cue.start_ms if uncut[number][0] == times[number][0] else uncut[number][0]) - old[number][0]
        for cue, number, moves in zip(after, kept, moving, strict=True)
        if moves
    ]
    disturbed = tuple(
        below.span.line if below.span is not None else 0
        for (one, other), (above, below) in zip(pairwise(kept), pairwise(after), strict=True)
        if below.start_ms < above.end_ms and old[one][1] <= old[other][0]
    )
    return Retimed(
        source,
        len(after),
        min(moves, default=0),
        max(moves, default=0),
        followed,
        snapped,
        len(moves),
        listed,
        disturbed,
        name,
        liked,
    )


def _snapped(
    source: str, settings: CheckSettings, reading: Reading, *, path: str | None, moving: Sequence[bool]
) -> tuple[str, int]:
    """The text with the cues that may move away from shot changes, and the number of those that did."""
    name = reading.located.format
    made, snapped = snap(source, settings, format=name, path=path)
    if not snapped or all(moving):
        return made, snapped
    known = by_name(name, Use.CHECK)
    before = known.read(source)
    now = known.read(made).document.cues
    times = [
        (new.start_ms, new.end_ms) if moves else (cue.start_ms, cue.end_ms)
        for new, cue, moves in zip(now, before.document.cues, moving, strict=True)
    ]
    moved = sum(
        time != (cue.start_ms, cue.end_ms) for time, cue in zip(times, before.document.cues, strict=True)
    )
    return rewrite(open_subject(before, settings, path=path), times), moved
