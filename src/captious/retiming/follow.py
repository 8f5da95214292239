"""Times of captions from word timings: each cue follows its words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.free_time import FreeTime
from captious.analysis.spoken_words import spoken_words
from captious.core.cue import TimeSource
from captious.core.display import short_repr
from captious.errors import TimingError
from captious.retiming.cutting import line_of
from captious.timing.align import align_word_times
from captious.timing.fit import Slot, fit
from captious.transcripts.model import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.analysis.subject import Subject
    from captious.word_timings.model import WordTrack


@dataclass(frozen=True, slots=True)
class Followed:
    """Captions retimed to follow their words.

    Args:
        times: start and end of each cue in milliseconds, in the order of the file.
        basis: source of the times, for messages.
        remarks: words not found in the recording, and speech in no cue.
        guessed: number of cues that begin with a word that was not found.
    """

    times: tuple[tuple[int, int], ...]
    basis: str
    remarks: tuple[str, ...]
    guessed: int

    __repr__ = short_repr


def words_of(subject: Subject) -> list[Word]:
    """The spoken words of a file, each with the line its cue begins on.

    Raises:
        TimingError: there is none.
    """
    shown = subject.once(spoken_words)
    if not shown.texts:
        raise TimingError("no spoken word in the captions")
    return [
        Word(text, line_of(subject, number)) for text, number in zip(shown.texts, shown.cues, strict=True)
    ]


def follow_words(subject: Subject, track: WordTrack) -> Followed:
    """Find times for the cues of a file.

    A cue begins with its first word, or earlier by the style's early in-time, and ends with its last word, or later as
    its reading speed needs and the style's hold after speech allows. A cue without words (a sound, music) moves with
    the cues around it.

    Args:
        subject: the file, with the length of the media and the frame rate, if they are known.
        track: word timings of the recording.

    Raises:
        TimingError: no words in the captions, or word timings of another recording.
    """
    words = words_of(subject)
    shown = subject.once(spoken_words)
    try:
        times = align_word_times(words, track, speed=subject.profile.speed)
    except TimingError as error:
        raise track.blame(error) from None
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for place, number in enumerate(shown.cues):
        first.setdefault(number, place)
        last[number] = place
    lead = round(subject.profile.timing.lead_ms.value)
    known = {number: max(times.starts_ms[place] - lead, 0) for number, place in first.items()}
    starts = _all_starts(subject, known)
    ends = [
        max(times.ends_ms[last[number]], start)
        if number in last
        else start + max(subject.durations[number], 0)
        for number, start in enumerate(starts)
    ]
    held = {number for number, place in first.items() if place in times.anchored}
    fitted = fit(
        _slots(subject, starts, ends, held),
        timing=subject.profile.timing,
        media_ms=subject.media_ms,
        frame_rate=subject.frame_rate,
    )
    guessed = sum(times.sources[place] is TimeSource.INTERPOLATED for place in first.values())
    return Followed(fitted.times, times.basis, times.remarks, guessed)


def _all_starts(subject: Subject, known: dict[int, int]) -> list[int]:
    """Starts that never fall: those of cues with words, and the others interpolated between them."""
    numbers = sorted(known)
    starts: list[int] = []
    latest = 0
    for number, old in enumerate(subject.starts):
        start = known.get(number)
        if start is None:
            place = bisect_right(numbers, number)
            if place == 0 or place == len(numbers):
                near = numbers[min(place, len(numbers) - 1)]
                start = old + known[near] - subject.starts[near]
            else:
                here, there = numbers[place - 1], numbers[place]
                span = max(subject.starts[there] - subject.starts[here], 1)
                share = (old - subject.starts[here]) / span
                start = round(known[here] + share * (known[there] - known[here]))
        latest = max(latest, start, 0)
        starts.append(latest)
    return starts


def _slots(subject: Subject, starts: Sequence[int], ends: Sequence[int], held: set[int]) -> list[Slot]:
    room = FreeTime(subject)
    slots: list[Slot] = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        minimum, reading = room.limits(number)
        needed = max(minimum, reading)
        if number + 1 < len(starts):
            # a time from the recording is kept: a cue needs no more than the time until the next one begins
            there_is = max(starts[number + 1] - start, 1)
            needed, minimum = min(needed, there_is), min(minimum, there_is)
        slots.append(Slot(start, max(end, start), needed, minimum, anchored=number in held))
    return slots
