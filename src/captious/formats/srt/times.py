"""SubRip timing lines, parsed strictly and as players do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.core.numbers import count
from captious.formats.srt import issues

if TYPE_CHECKING:
    from captious.formats.issue import Issue

MAX_MS = (10**10 * 3600) * 1000 - 1
"""The latest timestamp that can be written: hours have at most ten digits."""

LONGEST_TIMES = 200
"""Characters of the longest line that can be a timing line gone wrong: a line of text can be a megabyte long."""

_CLEAN = re.compile(
    r"([0-9]{2,10}):([0-5][0-9]):([0-5][0-9]),([0-9]{3}) --> ([0-9]{2,10}):([0-5][0-9]):([0-5][0-9]),([0-9]{3})"
).fullmatch
# A space next to a colon or comma is what scanned subtitles and translation programs leave behind.
_TIME = r"(-?)(?:([0-9]{1,10}) ?: ?)?([0-9]{1,3}) ?: ?([0-9]{1,3})(?: ?([.,:;]) ?([0-9]{1,10}))?(?![0-9])"
_LIBERAL = re.compile(
    rf"[ \t\f\v\xa0\ufeff]*{_TIME}([ \t]*)([-–—]{{1,3}}>)([ \t]*){_TIME}(.*)", re.DOTALL
).fullmatch
# Directly after the times: a letter read for a digit, a control character, or one more part. None of it is text.
_GOES_ON = re.compile(
    r"[OoQlIi|SsBZz?xX]{1,3}(?=[0-9:.,;\s]|\Z)|[:.,;][ ]?[0-9OolI]"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffd]+[ ]?[0-9OolI:.,;]"
).match
_SEPARATORS = frozenset(":.,;")
_ARROW = re.compile(r"([-–—])>")
SUSPECT = re.compile(r"(?:\D{0,24}\d){2}|\W{0,12}>\s*\Z").match
"""Matches every line that may have been meant as times, and few others."""
_COORDINATES = re.compile(r"(?:[XY][12]:\s*-?[0-9]{1,6}\s*){1,4}", re.IGNORECASE)


class Times(NamedTuple):
    """A timing line.

    Args:
        start_ms: in-time, milliseconds; negative if written so.
        end_ms: out-time, milliseconds.
        settings: what follows the timestamps, trimmed.
        liberties: for each liberty taken, its issue, its columns (0-based, half-open) and a message.
    """

    start_ms: int
    end_ms: int
    settings: str = ""
    liberties: tuple[tuple[Issue, int, int, str], ...] = ()


def parse_times(line: str) -> Times | None:
    """The times of a line; ``None`` if players would not read it as a timing line.

    A fraction without three digits is read as a number of milliseconds, so ``,5`` is 5 ms and ``,1500`` is one
    and a half seconds, and minutes and seconds above 59 carry over: players use ``sscanf``, which reads them that
    way. Both are listed among the liberties.

    Sources:
        FFmpeg libavformat/srtdec.c and VLC modules/demux/subtitle.c read ``%d:%d:%d,%d`` and add up.
    """
    match = _CLEAN(line)
    if match is not None:
        hour, minute, second, ms, end_hour, end_minute, end_second, end_ms = map(int, match.groups())
        return Times(
            ((hour * 60 + minute) * 60 + second) * 1000 + ms,
            ((end_hour * 60 + end_minute) * 60 + end_second) * 1000 + end_ms,
        )
    match = _LIBERAL(line)
    return _liberal(match) if match is not None else None


def may_be_times(line: str) -> bool:
    """Whether a line that `parse_times` refuses is worth a closer look: few are."""
    return len(line) <= LONGEST_TIMES and ("-->" in line or SUSPECT(line) is not None)


def disarm(line: str) -> str:
    """A text line that no reader takes for a timing line: its arrow gets a space.

    SubRip players need times around an arrow, but web players convert the file to WebVTT, where any ``-->`` ends
    the cue.
    """
    if "-->" in line or (">" in line and parse_times(line) is not None):
        line = _ARROW.sub(r"\1 >", line)
    if may_be_times(line):
        from captious.formats.srt.broken import disarm_broken  # late: hardly any line of text needs it

        return disarm_broken(line)
    return line


def _liberal(match: re.Match[str]) -> Times | None:
    rest = match.group(16)
    if not any(map(str.isprintable, rest)):
        rest = ""
    coordinates = _COORDINATES.fullmatch(rest.strip())
    if not coordinates and (_GOES_ON(rest) or (match[15] is None and rest.strip() in _SEPARATORS)):
        return None
    liberties: list[tuple[Issue, int, int, str]] = []
    start_ms = _time(match, 1, liberties)
    before, arrow, after = match.group(7, 8, 9)
    if (before, arrow, after) != (" ", "-->", " "):
        liberties.append(
            (issues.ODD_ARROW, match.start(7), match.end(9), 'invalid arrow between the times: write " --> "')
        )
    end_ms = _time(match, 10, liberties)
    if end_ms <= start_ms and _is_cut_off(match):
        return None
    rest = rest.strip()
    if rest and not coordinates:
        message = "text after the times, dropped by players"
        liberties.append((issues.TEXT_AFTER_TIMES, match.start(16), match.end(16), message))
    return Times(start_ms, end_ms, rest, tuple(liberties))


def is_cut_off(line: str) -> bool:
    """Whether the end on a timing line lacks parts that the start has, as where a file ends within it."""
    match = _LIBERAL(line)
    return match is not None and not match[16].strip() and _is_cut_off(match)


def _is_cut_off(match: re.Match[str]) -> bool:
    """Whether the end lacks parts that the start has: ``00:00:05,000 --> 00:00`` is no end at zero."""
    return any(match[part] is not None and match[part + 9] is None for part in (2, 6))


def _time(match: re.Match[str], first: int, liberties: list[tuple[Issue, int, int, str]]) -> int:
    sign, hours, minutes, seconds, separator, fraction = match.group(*range(first, first + 6))
    start, end = match.start(first), max(match.end(first + 3), match.end(first + 5))
    written = match.string[start:end]
    if hours is None or fraction is None or min(len(hours), len(minutes), len(seconds)) < 2 or " " in written:
        liberties.append(
            (issues.SHORT_TIME, start, end, f"timestamp not in the form HH:MM:SS,mmm: {written}")
        )
    if max(int(minutes), int(seconds)) > 59:
        liberties.append(
            (issues.TIME_RANGE, start, end, f"minutes or seconds above 59, carried over: {written}")
        )
    if separator in (".", ":", ";"):
        place = match.start(first + 4)
        liberties.append(
            (
                issues.DOT_IN_TIME,
                place,
                place + 1,
                f'"{separator}" instead of a comma before the milliseconds',
            )
        )
    if fraction is not None and len(fraction) != 3:
        # Both readings are stated, since only the user knows which one was meant.
        read, meant = int(fraction), int(fraction.ljust(3, "0")[:3])
        both = f"; read as {read:,} ms, as players do, but may mean {meant:,} ms" if read != meant else ""
        message = f"milliseconds with {count(len(fraction), 'digit')} instead of 3{both}"
        liberties.append(
            (issues.AMBIGUOUS_MILLISECONDS, match.start(first + 5), match.end(first + 5), message)
        )
    total = ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(fraction or 0)
    if sign and total:
        liberties.append((issues.NEGATIVE_TIME, start, end, f"negative timestamp: {written}"))
        return -total
    return total
