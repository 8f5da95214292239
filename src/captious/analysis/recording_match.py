"""The captions of a file against words that were heard: what was found, when it is said, what has no counterpart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.spoken_words import SpokenWords, spoken_words
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
class Hearing:
    """What was heard of the captions of a file.

    Args:
        shown: the spoken words of the captions.
        timed: the words that were heard, each with a start.
        heard: number of a spoken word of the captions to that of the same word heard; a word that was found alone,
            with no neighbour beside it, is left out: it may be another one of the same kind.
        holes: captions without speech, speech without captions, captions at another place.
    """

    shown: SpokenWords
    timed: tuple[TimedWord, ...]
    heard: dict[int, int]
    holes: tuple[Hole, ...]


def hear(subject: Subject) -> Hearing | None:
    """What was heard of a file; use ``subject.once(hear)``.

    Returns:
        ``None`` without timed words, or without a spoken word in the captions.

    Raises:
        TimingError: the words are of another recording.
    """
    track = subject.track
    if track is None:
        return None
    shown = subject.once(spoken_words)
    timed = tuple(word for word in track.words if word.start_ms is not None)
    seen, heard = parts_of(shown.texts), parts_of(word.text for word in timed)
    if not seen.parts or not heard.parts:
        return None
    pairs = match(seen.parts, heard.parts)
    rate = sum(pair.same for pair in pairs) / len(seen.parts)
    if rate < LEAST_MATCH:
        raise TimingError(
            f"the timed words are of another recording: {100 * rate:.0f} % of the {len(seen.parts):,} words of the "
            f"captions were found among the {len(timed):,} of {track.source} (at least {100 * LEAST_MATCH:.0f} % are "
            "needed)",
            hint="Give the words of this recording, in the language of the captions.",
        )
    same = {pair.left: pair.right for pair in pairs if pair.same}
    sure = {
        left: right
        for left, right in same.items()
        if same.get(left + 1) == right + 1 or (left and same.get(left - 1) == right - 1)
    }
    found: dict[int, int] = {}
    for left, right in sure.items():
        found.setdefault(seen.owners[left], heard.owners[right])
    return Hearing(shown, timed, found, locate_holes(pairs, seen, heard, timed))
