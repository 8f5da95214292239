"""Segments of a text with times, under whatever names: the data of services and players that no other reader knows.

A segment has a text and a start; an end, a duration, a speaker and words with times of their own may be there. What
the numbers count is told by the names of their keys, or else by the pace of speech that comes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.errors import WordsError
from captious.transcripts.sources.parsed_data import parse_data, root_of
from captious.transcripts.sources.records import find_names, find_records, speaker_of, text_of
from captious.word_timings.interpolate import interpolate
from captious.word_timings.model import Source, TimedWord, WordTrack
from captious.word_timings.punctuation import with_punctuation
from captious.word_timings.record_times import counts_frames, has_start, times_of, unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.transcripts.sources.records import Record

_NAME = "segments with times"
_LAST_MS = 3000
"""Length of a last segment whose end nobody states. Our own value."""
_WORD_KEYS = ("words", "alignment", "tokens", "items", "elements")


def recognise(data: object) -> bool:
    """Whether parsed JSON, or a text that is XML, has records with a text and a time."""
    if isinstance(data, str):
        root = root_of(data)
        if not root or root.casefold() == "html":
            return False
        data = parse_data(data)
    records = find_records(data)
    return bool(records) and sum(has_start(record) for record in records) * 2 > len(records)


def read(data: object) -> WordTrack:
    """Read the words of all segments; times are interpolated within each that has no words of its own.

    Raises:
        WordsError: no segment has a time that can be read.
    """
    name = _NAME
    if isinstance(data, str):
        name = f"XML with the root <{root_of(data)}>"
        data = parse_data(data)
    records, names = find_records(data), find_names(data)
    times = times_of(records)
    followings = _followings(times)
    listed = [_listed(record) for record in records]
    # a segment of one word alone cannot tell what its numbers count
    unit = unit_of([word for inner in listed for word in inner]) if any(listed) else None
    words: list[TimedWord] = []
    measured = True
    for at, record in enumerate(records):
        start, end = times[at]
        following = followings[at]
        speaker = speaker_of(record, names) or None
        text = " ".join(text_of(record).split())
        own = _own_words(listed[at], text, speaker, unit)
        if own:
            words += own
        elif start is None:
            words += [TimedWord(word, None, speaker=speaker) for word in text.split()]
        else:
            stop = (
                end
                if end is not None and end > start
                else following
                if following is not None
                else start + _LAST_MS
            )
            words += interpolate(text, start, max(stop, start), speaker=speaker)
            measured = measured and " " not in text
    if measured and isinstance(data, dict):
        whole = next((data[key] for key in ("text", "transcript") if isinstance(data.get(key), str)), "")
        words = with_punctuation(words, whole)
    if all(word.start_ms is None for word in words):
        raise WordsError(f"{name}: not one time that can be read")
    frames = sum(counts_frames(record) for record in records)
    left_out = f"{count(frames, 'time')} without the frames they count, whose rate is unknown"
    return WordTrack(name, tuple(words), measured=measured, remarks=(left_out,) if frames else ())


def _followings(times: Sequence[tuple[int | None, int | None]]) -> list[int | None]:
    """The next start that is known, after each record."""
    found: list[int | None] = []
    following: int | None = None
    for start, _ in reversed(times):
        found.append(following)
        following = start if start is not None else following
    return found[::-1]


def _listed(record: Record) -> list[Record]:
    """The words that a record lists."""
    listed = next(
        (record.values[key] for key in _WORD_KEYS if isinstance(record.values.get(key), list)), None
    )
    return find_records(listed) if listed is not None else []


def _own_words(
    inner: Sequence[Record], text: str, speaker: str | None, unit: float | None
) -> list[TimedWord]:
    """The words of a segment that have times of their own, with the punctuation of its text."""
    if sum(has_start(word) for word in inner) * 2 <= len(inner):
        return []
    return with_punctuation(_timed(inner, times_of(inner, unit), speaker), text)


def _timed(
    records: Iterable[Record], times: Iterable[tuple[int | None, int | None]], speaker: str | None
) -> list[TimedWord]:
    words: list[TimedWord] = []
    for record, (start, end) in zip(records, times, strict=True):
        said_by = speaker_of(record, {}) or speaker
        parts = text_of(record).split()
        if start is None or len(parts) < 2:
            words += [TimedWord(part, start, end, speaker=said_by) for part in parts]
        else:  # a sound, or a number of several words
            words += interpolate(" ".join(parts), start, start if end is None else end, speaker=said_by)
    return words


SOURCE = Source(_NAME, recognise, read, is_json=True)
"""Records in JSON."""
