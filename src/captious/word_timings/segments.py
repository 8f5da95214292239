"""Segments of a text with times, under whatever names: the data of services and players that no other reader knows.

A segment has a text and a start; an end, a duration, a speaker and words with times of their own may be there. What
the numbers count is told by the names of their keys, or else by the pace of speech that comes of it.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.errors import WordsError
from captious.transcripts.sources.column_names import END, LENGTH, START
from captious.transcripts.sources.parsed_data import parse_data, root_of
from captious.transcripts.sources.records import find_names, find_records, key_role, speaker_of, text_of
from captious.transcripts.sources.times import parse_time
from captious.word_timings.interpolate import interpolate
from captious.word_timings.model import Source, TimedWord, WordTrack
from captious.word_timings.punctuation import with_punctuation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.transcripts.sources.records import Record

_NAME = "segments with times"
_MILLISECONDS = re.compile(r"(?:ms|msec|millis|milliseconds?)$", re.IGNORECASE)
_TICKS = re.compile(r"ticks$", re.IGNORECASE)
_SECONDS = re.compile(r"(?:_s|secs?|seconds?)$", re.IGNORECASE)
_ISO = re.compile(r"PT(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?")
_UNITS = (1000.0, 1.0, 1 / 16, 1e-4, 1e-6)
"""What a number may count, in milliseconds: seconds, milliseconds, samples at 16 kHz, ticks, nanoseconds."""
_PACE = 2.5
"""Words in a second of usual speech."""
_LONGEST_MS = 1000 * 3600 * 1000
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
    return bool(records) and sum(_has_start(record) for record in records) * 2 > len(records)


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
    times = _times(records)
    words: list[TimedWord] = []
    measured = True
    for at, record in enumerate(records):
        start, end = times[at]
        following = next((time for time, _ in times[at + 1 :] if time is not None), None)
        speaker = speaker_of(record, names) or None
        text = " ".join(text_of(record).split())
        own = _own_words(record, text, speaker)
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
    frames = sum(_counts_frames(record) for record in records)
    left_out = f"{count(frames, 'time')} without the frames they count, whose rate is unknown"
    return WordTrack(name, tuple(words), measured=measured, remarks=(left_out,) if frames else ())


def _times(records: Sequence[Record]) -> list[tuple[int | None, int | None]]:
    """Start and end of each record."""
    unit = _unit(records)
    found = []
    for record in records:
        start = _time(record, START, unit)
        end, length = _time(record, END, unit), _time(record, LENGTH, unit)
        if end is None and start is not None and length is not None:
            end = start + length
        found.append((start, end))
    return found


def _unit(records: Sequence[Record]) -> float:
    """What bare numbers count, in milliseconds, by the pace of the words."""
    numbers = [number for record in records if (number := _bare_number(record)) is not None]
    words = sum(len(text_of(record).split()) for record in records)
    span = max(numbers, default=0.0) - min(numbers, default=0.0)
    if span <= 0 or len(numbers) < 2 or any(not number.is_integer() for number in numbers):
        return _UNITS[0]
    return min(_UNITS, key=lambda unit: abs(math.log(words * 1000 / (span * unit) / _PACE)))


def _bare_number(record: Record) -> float | None:
    found = _value(record, START)
    if found is None:
        return None
    _, value = found
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _time(record: Record, role: str, unit: float) -> int | None:
    found = _value(record, role)
    if found is None:
        return None
    key, value = found
    for pattern, stated in ((_MILLISECONDS, 1.0), (_TICKS, 1e-4), (_SECONDS, 1000.0)):
        if pattern.search(key):
            unit = stated
            break
    if isinstance(value, str):
        iso = _ISO.fullmatch(value)
        if iso is not None:
            hours, minutes, seconds = (float(part or 0) for part in iso.groups())
            return round(((hours * 60 + minutes) * 60 + seconds) * 1000)
        if ":" in value or value.rstrip().endswith("s"):
            return parse_time(value)[0]
        try:
            value = float(value)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    ms = value * unit
    return round(ms) if 0 <= ms <= _LONGEST_MS else None


def _value(record: Record, role: str) -> tuple[str, object] | None:
    return next(
        ((key, value) for key, value in record.values.items() if value is not None and key_role(key) == role),
        None,
    )


def _counts_frames(record: Record) -> bool:
    found = _value(record, START)
    return found is not None and isinstance(found[1], str) and parse_time(found[1])[1]


def _has_start(record: Record) -> bool:
    return _time(record, START, 1.0) is not None


def _own_words(record: Record, text: str, speaker: str | None) -> list[TimedWord]:
    """The words of a segment that have times of their own, with the punctuation of its text."""
    listed = next(
        (record.values[key] for key in _WORD_KEYS if isinstance(record.values.get(key), list)), None
    )
    inner = find_records(listed) if listed is not None else []
    if not inner or not all(_has_start(word) for word in inner):
        return []
    times = _times(inner)
    return with_punctuation(_timed(inner, times, speaker), text)


def _timed(
    records: Iterable[Record], times: Iterable[tuple[int | None, int | None]], speaker: str | None
) -> list[TimedWord]:
    words = []
    for record, (start, end) in zip(records, times, strict=True):
        text = "".join(text_of(record).split())
        if text:
            words.append(TimedWord(text, start, end, speaker=speaker_of(record, {}) or speaker))
    return words


SOURCE = Source(_NAME, recognise, read, is_json=True)
"""Records in JSON."""
