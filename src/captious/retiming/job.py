"""Give a caption file other times: by a map or by word timings; then snap them to shot changes, if asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.checks.settings import open_subject
from captious.core.display import short_repr
from captious.errors import CaptiousError
from captious.formats.registry import format_by_name
from captious.retiming.follow import Followed, follow_words
from captious.retiming.rewrite import check_readable, rewrite
from captious.retiming.snap import snap

if TYPE_CHECKING:
    from captious.checks.settings import CheckSettings
    from captious.formats.base import Reading
    from captious.retiming.mapping import TimeMap
    from captious.word_timings.model import WordTrack


@dataclass(frozen=True, slots=True)
class Retimed:
    """A file with other times.

    Args:
        source: its text; everything but the times is unchanged, character by character.
        cues: number of its cues.
        earliest_ms: the smallest shift of a cue's start; negative where it begins earlier.
        latest_ms: the largest.
        followed: the result of following words; ``None`` if no word timings were given.
        snapped: number of times moved to or away from shot changes.
    """

    source: str
    cues: int
    earliest_ms: int
    latest_ms: int
    followed: Followed | None = None
    snapped: int = 0

    __repr__ = short_repr


def retime_reading(
    reading: Reading,
    settings: CheckSettings,
    *,
    path: str | None = None,
    mapping: TimeMap | None = None,
    track: WordTrack | None = None,
) -> Retimed:
    """Give the cues of a file other times, without writing it.

    Args:
        reading: the file.
        settings: the style whose gaps, durations and reading speed apply to cues that follow words; with shot changes,
            cues that begin or end beside one are moved as the rule beside-shot-change does.
        path: its name, for errors.
        mapping: old times to new ones; not together with ``track``.
        track: word timings of the recording; ``None`` = use the mapping.

    Raises:
        TimingError: a cue that cannot be moved, or word timings of another recording.
    """
    document = reading.document
    subject = open_subject(reading, settings, path=path)
    followed: Followed | None = None
    source = subject.source
    try:
        check_readable(subject)
        if track is not None:
            followed = follow_words(subject, track)
            source = rewrite(subject, followed.times)
        elif mapping is not None:
            source = rewrite(subject, [(mapping(cue.start_ms), mapping(cue.end_ms)) for cue in subject.cues])
    except CaptiousError as error:
        raise error.at(path) if path is not None else error from None
    source, snapped = snap(source, settings, format=document.format, path=path)
    after = format_by_name(document.format).read(source).document.cues
    moves = [new.start_ms - old.start_ms for new, old in zip(after, subject.cues, strict=True)]
    return Retimed(source, len(moves), min(moves, default=0), max(moves, default=0), followed, snapped)
