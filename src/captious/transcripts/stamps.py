"""Timestamps in all their forms, reduced to one that is read as a token: ranges, links, emphasis, dates, words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.core.numbers import count
from captious.transcripts.model import Remark
from captious.transcripts.timestamps import TIME, parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SEMICOLONS = re.compile(
    r"(?<![0-9;:])([0-9]{1,3});([0-5][0-9]);([0-5][0-9]);([0-9]{2})(?![0-9;:])", re.ASCII
)
"""``00;00;01;12``, as editing programs write drop-frame timecodes."""
_FRAMES = re.compile(r"(?<![0-9:;])[0-9]{1,3}:[0-5][0-9]:[0-5][0-9][:;][0-9]{2}(?![0-9:;])", re.ASCII)
_FEW = 3
"""As many lines make a habit of a file; fewer may be chance."""
_ARROW = r"(?:-{1,2}>|→|⟶)"
_BETWEEN = rf"\s{{0,3}}(?:{_ARROW}|[-–—/]|to)\s{{0,3}}"
_RANGE = re.compile(rf"([\[(])\s?({TIME}){_BETWEEN}{TIME}\s?([\])])", re.ASCII)
_ARROWS = re.compile(rf"^(\s{{0,20}})({TIME})\s{{0,3}}{_ARROW}\s{{0,3}}{TIME}(?!\S)", re.ASCII)
_LINE_RANGE = re.compile(rf"^(\s{{0,20}})({TIME})\s{{0,3}}(?:[-–—]|to)\s{{0,3}}{TIME}(?=\s|$)", re.ASCII)
_LINKED = re.compile(
    rf"\\?\[(?:\\?\[({TIME})\\?\]\\?\]\([^()\s]{{0,500}}\)|({TIME})\\?\]\([^()\s]{{0,500}}\)|\[({TIME})\]\([^()\s]{{0,500}}\)\])",
    re.ASCII,
)
"""``[0:12](…)``, ``[[0:12]](…)``, ``[[0:12](…)]``"""
_ESCAPED = re.compile(rf"\\([\[(])({TIME}(?:{_BETWEEN}{TIME})?)\\([\])])", re.ASCII)
_EMPHASISED = re.compile(rf"(?<![\w*])(\*{{1,3}}|_{{1,3}}|`)([\[(]?{TIME}[\])]?:?)\1(?![\w*])", re.ASCII)
_DECIMAL = r"[0-9]{1,6}[.,][0-9]{1,3}"
_LETTERED = re.compile(
    r"(?:(?<=^)|(?<=[\[(])|(?<=\s))(?:([0-9]{1,2})h ?)?([0-9]{1,3})m ?([0-5]?[0-9])s(?=[\])])"
    r"|^(?:([0-9]{1,2})h ?)?([0-9]{1,3})m ?([0-5]?[0-9])s(?=[\s:]|$)"
    r"|(?<=\s)(?:([0-9]{1,2})h ?)?([0-9]{1,3})m ?([0-5]?[0-9])s(?=\s*$)",
    re.ASCII | re.IGNORECASE,
)
"""``1h02m03s`` in brackets, or at an end of a line."""
_SECONDS = re.compile(
    rf"\[\s?({_DECIMAL})(?:s\s?(?:{_BETWEEN}{_DECIMAL}s?\s?)?|{_BETWEEN}{_DECIMAL}\s?)\]", re.ASCII
)
"""``[0.00s -> 4.00s]``, as programs for speech recognition print it."""
_DATED = re.compile(
    r"^\s{0,20}\[?(?:"
    r"(?P<iso>[0-9]{4}-[01][0-9]-[0-3][0-9])(?:T|[ _]|, )"
    r"(?P<time>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]{1,9})?)?)"
    r"(?:Z| ?UTC| ?[+-][0-9]{2}:?[0-9]{2})?"
    r"|(?P<day>[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}),? (?P<clock>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)"
    r"(?:[ \u202f](?P<half>[AaPp])\.?[Mm]\.?)?"
    r")\]?(?: ?[-–] ?(?=\S))?(?=[\s<]|$)",
    re.ASCII,
)
"""The date and time before a message of a chat."""
_OF_DAY = re.compile(
    r"^\s{0,8}\[?([0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)\]?\s{1,3}(?=<[^<>\s][^<>]{0,60}>)", re.ASCII
)
"""The time of day before a nick."""
_UNITS = (
    (3_600_000, r"hours?|hrs?|stunden?|std|heures?|horas?|ore|ora|uur|uren|timm(?:e|ar)|timer?|godzin[ay]?"),
    (60_000, r"minutes?|mins?|minuten?|minutos?|minut[oia]?|minuut|minut(?:er)?|minuty"),
    (1_000, r"seconds?|secs?|sekunden?|sek|secondes?|segundos?|second[oi]|seconden?|sekund(?:er|y|a)?"),
)
_PART = rf"[0-9]{{1,3}} ?(?:{'|'.join(words for _, words in _UNITS)})\b\.?"
_AND = r"(?:,| and| et| und| y| e| i| en| och)?"
_SPELLED = re.compile(rf"(\s{{0,8}}{_PART}(?:{_AND} {_PART}){{0,2}}),?(?=\s|$)", re.IGNORECASE)
_SLACK_MS = 5_000
"""A time in words is that of the timestamp beside it, or of the line it stands for."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """Lines whose timestamps are one token each.

    Args:
        lines: as many as there were.
        dated: whether the times are of a clock on the wall, so that the first one spoken at is the beginning.
        remarks: what was left out.
    """

    lines: list[str]
    dated: bool
    remarks: tuple[Remark, ...]


def reduce_stamps(lines: Sequence[str]) -> Reduced:
    """Write every timestamp as one token: the start of a range, the text of a link, a date as the time since the first.

    Args:
        lines: the lines of the text.
    """
    made = [_reduce(line) if any(map(str.isdecimal, line)) else line for line in _reduce_letters(lines)]
    made = _reduce_ranges(made)
    frames = sum(len(_FRAMES.findall(line)) for line in made if line.count(":") > 1)
    made, dated = _reduce_dates(made)
    made, remarks = _leave_out_words(made)
    if frames:
        left_out = f"{count(frames, 'time')} without the frames they count, whose rate is unknown"
        remarks = [*remarks, Remark("changed", left_out)]
    return Reduced(made, dated, tuple(remarks))


def _reduce(line: str) -> str:
    if ";" in line:
        line = _SEMICOLONS.sub(r"\1:\2:\3;\4", line)
    if ":" in line:
        line = _LINKED.sub(lambda match: f"[{match[1] or match[2] or match[3]}]", line)
        if "\\" in line:
            line = _ESCAPED.sub(r"\1\2\3", line)
        line = _EMPHASISED.sub(r"\2", line)
        line = _RANGE.sub(r"\1\2\3", line)
        return _ARROWS.sub(r"\1[\2]", line)
    return _SECONDS.sub(_from_seconds, line) if "[" in line else line


def _from_seconds(match: re.Match[str]) -> str:
    return f"[{vtt_time(round(float(match[1].replace(',', '.')) * 1000))}]"


def _reduce_letters(lines: Sequence[str]) -> Sequence[str]:
    """``[1h02m03s]`` as ``[1:02:03]``, where that is a habit of the file."""
    if sum(_LETTERED.search(line) is not None for line in lines if "s" in line.lower()) < _FEW:
        return lines
    return [_LETTERED.sub(_with_colons, line) for line in lines]


def _with_colons(match: re.Match[str]) -> str:
    hours, minutes, seconds = (next(filter(None, match.groups()[at::3]), None) for at in range(3))
    time = f"{int(minutes or 0):02}:{int(seconds or 0):02}"
    return f"{int(hours)}:{time}" if hours else time


def _reduce_ranges(lines: list[str]) -> list[str]:
    """``0:12 - 0:15`` at the head of lines: alone on one, or in the habit of the file."""
    found = [match for line in lines if ":" in line and (match := _LINE_RANGE.match(line))]
    habit = len(found) >= _FEW
    if not found:
        return lines
    return [
        _LINE_RANGE.sub(r"\1[\2]", line)
        if (match := _LINE_RANGE.match(line)) and (habit or not line[match.end() :].strip())
        else line
        for line in lines
    ]


def _reduce_dates(lines: list[str]) -> tuple[list[str], bool]:
    """Dates and times of day as the time since the first of them."""
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], float | None]], ...] = (
        (_DATED, _read_date),
        (_OF_DAY, lambda match: _seconds_of_day(match[1])),
    )
    for pattern, read in readers:
        matches = {number: match for number, line in enumerate(lines) if (match := pattern.match(line))}
        times = {number: time for number, match in matches.items() if (time := read(match)) is not None}
        if len(times) < _FEW:
            continue
        first = next(iter(times.values()))
        made = list(lines)
        for number, time in times.items():
            since_ms = round((time - first) * 1000)
            if pattern is _OF_DAY and since_ms < 0:
                since_ms += 86_400_000
            stamp = f"[{vtt_time(since_ms)}] " if 0 <= since_ms < 360_000_000 else ""
            made[number] = stamp + lines[number][matches[number].end() :].lstrip()
        return made, True
    return lines, False


def _read_date(match: re.Match[str]) -> float | None:
    try:
        if match["iso"]:
            return datetime.fromisoformat(match["iso"]).toordinal() * 86_400 + _seconds_of_day(match["time"])
        first, second, year = (int(part) for part in re.split(r"[./-]", match["day"]))
        day, month = (second, first) if second > 12 or (match["half"] and first <= 12) else (first, second)
        seconds = _seconds_of_day(match["clock"])
        if match["half"]:
            seconds = seconds % 43_200 + 43_200 * (match["half"].lower() == "p")
        return datetime(year + 2000 * (year < 100), month, day).toordinal() * 86_400 + seconds
    except ValueError:
        return None


def _seconds_of_day(text: str) -> float:
    hours, minutes, *seconds = text.replace(",", ".").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + (float(seconds[0]) if seconds else 0)


def _leave_out_words(lines: list[str]) -> tuple[list[str], list[Remark]]:
    """Leave out the times in words that the copy of a page has for screen readers, beside or below a timestamp."""
    made = list(lines)
    left_out = 0
    first = None
    above: int | None = None
    for number, line in enumerate(lines):
        if not line or line.isspace():
            continue
        before, above = above, None
        stamp, _, rest = line.strip().partition(" ")
        parsed = parse_timestamp(stamp)
        if parsed is not None and not rest:
            above = parsed.ms
            continue
        text, ms = (rest, parsed.ms) if parsed is not None else (line, before)
        if ms is None or not (match := _SPELLED.match(text)) or not _is_time_in_words(match[1], ms):
            continue
        if parsed is None and text[match.end() :].strip():
            # words on a line of their own
            continue
        left_out += 1
        first = first or number + 1
        made[number] = f"{stamp} {text[match.end() :].lstrip()}".rstrip() if parsed is not None else ""
        if not made[number] or (parsed is not None and not text[match.end() :].strip()):
            above = None
    if not left_out:
        return lines, []
    return made, [Remark("dropped", "times in words beside timestamps", first, left_out)]


def _is_time_in_words(text: str, ms: int) -> bool:
    total = 0
    for number, unit in re.findall(r"([0-9]{1,3}) ?([^\W\d_]+)", text):
        for size_ms, words in _UNITS:
            if re.fullmatch(words, unit, re.IGNORECASE):
                total += int(number) * size_ms
                break
    return abs(total - ms) <= max(_SLACK_MS, ms // 20)
