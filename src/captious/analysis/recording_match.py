"""The captions of a file matched with ASR output: which words were found, when they are said, what is unmatched."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.spoken_words import SpokenWords, spoken_words
from captious.core.display import short_repr
from captious.errors import TimingError
from captious.timing.align import LEAST_MATCH
from captious.timing.holes import locate_holes
from captious.timing.matching import match
from captious.timing.parts import parts_of

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.timing.holes import Hole
    from captious.word_timings.model import TimedWord


@dataclass(frozen=True, slots=True)
class RecordingMatch:
    """The captions of a file matched with the word timings of its recording.

    Args:
        shown: the spoken words of the captions.
        timed: the words of the ASR output, each with a start.
        matched: number of a spoken word of the captions to that of the same word in ``timed``; a word found without a
            matching neighbour is left out, because it may be another occurrence.
        holes: captions without speech, speech without captions, captions at another place.
    """

    shown: SpokenWords
    timed: tuple[TimedWord, ...]
    matched: dict[int, int]
    holes: tuple[Hole, ...]

    __repr__ = short_repr


def match_recording(subject: Subject) -> RecordingMatch | None:
    """The match of a file with the word timings; use ``subject.once(match_recording)``.

    Returns:
        ``None`` without word timings, or without a spoken word in the captions.

    Raises:
        TimingError: the word timings are of another recording.
    """
    track = subject.words
    if track is None:
        return None
    shown = subject.once(spoken_words)
    timed = tuple(word for word in track.words if word.start_ms is not None)
    seen, recognised = parts_of(shown.texts), parts_of(word.text for word in timed)
    if not seen.parts or not recognised.parts:
        return None
    pairs = match(seen.parts, recognised.parts)
    rate = sum(pair.same for pair in pairs) / len(seen.parts)
    if rate < LEAST_MATCH:
        raise TimingError(
            f"the word timings are of another recording: {100 * rate:.0f}% of the {len(seen.parts):,} words of "
            f"{_name(subject)} were found among the {len(timed):,} of {track.source} (at least "
            f"{100 * LEAST_MATCH:.0f}% are needed)",
            path=track.path,
            hint="Use word timings of this recording, in the language of the captions.",
        )
    same = {pair.left: pair.right for pair in pairs if pair.same}
    sure = {
        left: right
        for left, right in same.items()
        if same.get(left + 1) == right + 1 or (left and same.get(left - 1) == right - 1)
    }
    found: dict[int, int] = {}
    for left, right in sure.items():
        found.setdefault(seen.owners[left], recognised.owners[right])
    return RecordingMatch(shown, timed, found, locate_holes(pairs, seen, recognised, timed))


def _name(subject: Subject) -> str:
    """The captions in a message about the other file: one may be compared with many."""
    return os.path.basename(subject.path) if subject.path else "the captions"  # noqa: PTH119
