"""The times of records under whatever names, and what their bare numbers count."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from captious.measure.scripts import is_without_spaces, letters_apart
from captious.transcripts.sources.column_names import END, LENGTH, START
from captious.transcripts.sources.records import key_role, text_of
from captious.transcripts.sources.times import parse_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.sources.records import Record

_MILLISECONDS = re.compile(r"(?:ms|msec|millis|milliseconds?)$", re.IGNORECASE)
_TICKS = re.compile(r"ticks$", re.IGNORECASE)
_SECONDS = re.compile(r"(?:_s|secs?|seconds?)$", re.IGNORECASE)
_ISO = re.compile(r"PT(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?")
SECONDS = 1000.0
_UNITS = (SECONDS, 1.0, 1 / 16, 1e-4, 1e-6)
"""What a number may count, in milliseconds: seconds, milliseconds, samples at 16 kHz, ticks, nanoseconds."""
_USUAL_UNITS = 2
_RARE = 1.1
"""How much farther from the usual pace the first two units may be, as a logarithm, before another one is believed. Our
own value: a threefold pace."""
_PACE = 2.5
"""Words in a second of usual speech."""
_LETTERS_A_WORD = 1.7
"""Characters in a word of Chinese, by which text without spaces is counted. Our own rounding."""
_LONGEST_MS = 1000 * 3600 * 1000


def times_of(records: Sequence[Record], unit: float | None = None) -> list[tuple[int | None, int | None]]:
    """Start and end of each record in milliseconds; ``None`` where nobody can read one.

    Args:
        records: in order.
        unit: what bare numbers count, in milliseconds; ``None`` = by these records.
    """
    unit = unit_of(records) if unit is None else unit
    found = []
    for record in records:
        start = _time(record, START, unit)
        end, length = _time(record, END, unit), _time(record, LENGTH, unit)
        if end is None and start is not None and length is not None:
            end = start + length
        found.append((start, end))
    return found


def unit_of(records: Sequence[Record]) -> float:
    """What bare numbers count, in milliseconds, by the pace of the words that comes of it.

    The pace is that within the records where they have ends: pauses between them may be of any length.
    """
    starts = [(record, number) for record in records if (number := _bare_number(record, START)) is not None]
    if any(not number.is_integer() for _, number in starts):
        return SECONDS
    spans = [
        (record, end - start)
        for record, start in starts
        if (end := _bare_number(record, END)) is not None and end.is_integer() and end >= start
    ]
    within = sum(span for _, span in spans)
    numbers = [number for _, number in starts]
    over = max(numbers, default=0.0) - min(numbers, default=0.0)
    inside = len(spans) * 2 > len(starts) and within > 0
    span = within if inside else over
    if span <= 0:
        return SECONDS
    words = sum(_count(text_of(record)) for record in (one for one, _ in spans)) if inside else 0.0
    words = words if inside else sum(_count(text_of(record)) for record in records)

    def distance(number: int) -> float:
        pace = words * 1000 / (span * _UNITS[number])
        return abs(math.log(pace / _PACE)) + (_RARE if number >= _USUAL_UNITS else 0.0) if pace else 0.0

    return _UNITS[min(range(len(_UNITS)), key=distance)]


def has_start(record: Record) -> bool:
    """Whether a record has a start that can be read."""
    return _time(record, START, 1.0) is not None


def counts_frames(record: Record) -> bool:
    """Whether the start of a record counts frames."""
    found = _value(record, START)
    return found is not None and isinstance(found[1], str) and parse_time(found[1])[1]


def _count(text: str) -> float:
    """Words of a text, also where there are no spaces between them."""
    if text.isascii() or not is_without_spaces(text):
        return len(text.split())
    return len(letters_apart(text)) / _LETTERS_A_WORD


def _bare_number(record: Record, role: str) -> float | None:
    found = _value(record, role)
    if found is None:
        return None
    _, value = found
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _time(record: Record, role: str, unit: float) -> int | None:
    found = _value(record, role)
    if found is None:
        return None
    key, value = found
    for pattern, stated in ((_MILLISECONDS, 1.0), (_TICKS, 1e-4), (_SECONDS, SECONDS)):
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
    """The value of a role: of several starts the one that is called so, rather than an offset or a clock time."""
    found = [
        (key, value) for key, value in record.values.items() if value is not None and key_role(key) == role
    ]
    plain = (pair for pair in found if "offset" not in pair[0].casefold() and role in pair[0].casefold())
    return next(plain, found[0] if found else None)
