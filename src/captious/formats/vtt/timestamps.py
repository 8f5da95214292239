"""WebVTT timestamps and timing lines: the specification's algorithms, and the reason why a line fails."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.formats.frames import frame_line

if TYPE_CHECKING:
    from fractions import Fraction

WHITESPACE = " \t\n\f\r"
"""What the specification calls ASCII whitespace. Not `str.strip`'s default: U+000B is not whitespace here."""
MAX_MS = (10**10 * 3600) * 1000 - 1
"""The latest timestamp: hours have at most ten digits, so that no number is too long to convert."""

_TIME = r"(?:0*([0-9]{1,10}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMES = re.compile(
    rf"[ \t\f]*{_TIME}(?![0-9])([ \t\f]*)-->([ \t\f]*){_TIME}(?![0-9])(.*)", re.DOTALL
).fullmatch
_TIMESTAMP = re.compile(_TIME).fullmatch
_COMMAS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_ONE = re.compile(rf"{_TIME}(?![0-9])")
_DIGITS = re.compile(r"[0-9]*")


def parse_timestamp(text: str) -> int | None:
    """Milliseconds of ``MM:SS.mmm`` or ``H…:MM:SS.mmm`` and nothing else; ``None`` if it is not that."""
    match = _TIMESTAMP(text)
    return _ms(*match.group(1, 2, 3, 4)) if match is not None else None


def parse_times(line: str) -> tuple[int, int, str, bool] | None:
    """In-time and out-time in milliseconds, the settings as written, and whether the arrow is surrounded by spaces.

    ``None`` if the line is not a WebVTT timing line; `explain_times` says why.

    Sources:
        WebVTT 1 §6.2, collect WebVTT cue timings and settings.
    """
    match = _TIMES(line)
    if match is None:
        return None
    hour, minute, second, ms, before, after, end_hour, end_minute, end_second, end_ms, rest = match.groups()
    return (
        _ms(hour, minute, second, ms),
        _ms(end_hour, end_minute, end_second, end_ms),
        rest.strip(WHITESPACE),
        bool(before and after and (not rest or rest[0] in WHITESPACE)),
    )


def with_points(line: str) -> str | None:
    """A timing line with points for the commas before its milliseconds; ``None`` if that does not make it one."""
    written, number = _COMMAS.subn(".", line, count=2)
    return written if number and parse_times(written) is not None else None


def as_meant(line: str, *, signed: bool, rate: Fraction | None) -> str:
    """A timing line as it was meant, where browsers show nothing of the file anyhow; any other line as it is.

    Args:
        line: the line.
        signed: whether the file has the signature; without it, commas are points.
        rate: the frame rate of times that count frames; ``None`` = they do not.
    """
    if (rate is None and signed) or parse_times(line) is not None:
        return line
    if rate is not None and (counted := frame_line(line)) is not None:
        start_ms, end_ms = counted.times(rate)
        return f"{vtt_time(start_ms)} --> {vtt_time(end_ms)} {counted.rest}"
    return line if signed else with_points(line) or line


def explain_times(line: str) -> tuple[int, str]:
    """Where (0-based column) and why a line with an arrow in it is not a timing line."""
    place = _skip_whitespace(line, 0)
    for what in ("start", "end"):
        match = _ONE.match(line, place)
        if match is None:
            column, reason = _explain_timestamp(line, place)
            return column, f"{what} time: {reason}"
        place = _skip_whitespace(line, match.end())
        if what == "start":
            if not line.startswith("-->", place):
                return place, 'expected "-->" after the start time'
            place = _skip_whitespace(line, place + 3)
    return place, "unreadable"


def _explain_timestamp(line: str, place: int) -> tuple[int, str]:
    first = place
    parts = []
    while True:
        match = _DIGITS.match(line, place)
        digits = match[0] if match else ""
        if not digits:
            return place, "expected a digit"
        place += len(digits)
        parts.append((place - len(digits), digits))
        if len(parts) < 3 and line.startswith(":", place):
            place += 1
        else:
            break
    if len(parts) == 1:
        return place, 'expected ":" after the hours or minutes'
    for column, digits in parts[1 if len(parts) == 3 else 0 :]:
        if len(digits) != 2:
            return column, f'minutes and seconds need two digits, not "{digits[:20]}"'
        if int(digits) > 59:
            return column, f"minutes or seconds above 59: {digits}"
    if not line.startswith(".", place):
        return place, 'expected "." before the milliseconds'
    match = _DIGITS.match(line, place + 1)
    if match is None or len(match[0]) != 3:
        return place + 1, "milliseconds need three digits"
    return first, "hours with more than ten digits"


def _skip_whitespace(line: str, place: int) -> int:
    while place < len(line) and line[place] in WHITESPACE:
        place += 1
    return place


def _ms(hour: str | None, minute: str, second: str, ms: str) -> int:
    return ((int(hour or 0) * 60 + int(minute)) * 60 + int(second)) * 1000 + int(ms)
