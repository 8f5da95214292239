"""Times rewritten in the syntax of their format, where they have only one meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.clock import srt_time, vtt_time
from captious.core.finding import Edit, Fix
from captious.formats.frames import milliseconds
from captious.formats.srt import issues
from captious.formats.srt.times import parse_times as parse_liberally
from captious.formats.vtt.timestamps import parse_times

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_TIME = re.compile(
    r"(-?)(?:([0-9]{1,10}) ?: ?)?([0-9]{1,3}) ?: ?([0-9]{1,3})(?: ?([.,:]) ?([0-9]{1,10}))?", re.ASCII
).fullmatch
_FRACTION = re.compile(r"[0-9] ?[.,] ?[0-9]").search
_END = re.compile(r"[ \t]*[0-9][0-9:.,]*(?: ?[:.,] ?[0-9]+)*").match
_SETTING = re.compile(r"\s|\Z|[a-z]{2,10}:").match
_CLEAR = frozenset({issues.DOT_IN_TIME, issues.SHORT_TIME, issues.ODD_ARROW, issues.TEXT_AFTER_TIMES})


def as_webvtt(line: str) -> str | None:
    """A timing line in WebVTT syntax, with its settings; ``None`` if it is ambiguous or not a timing line."""
    if parse_times(line) is not None:
        return line
    times = parse_liberally(line)
    if times is None or not {liberty[0] for liberty in times.liberties} <= _CLEAR:
        return None
    if _is_stuck(line) or (times.end_ms <= times.start_ms and is_cut_off(line)):
        return None
    written = f"{vtt_time(times.start_ms)} --> {vtt_time(times.end_ms)} {times.settings}".rstrip()
    return written if parse_times(written) is not None else None


def is_cut_off(line: str) -> bool:
    """Whether the end of a timing line lacks the fraction that its start has."""
    start, _, end = line.partition(">")
    return _FRACTION(start) is not None and _FRACTION(end) is None


def _is_stuck(line: str) -> bool:
    """Whether something else than a setting follows the end of a timing line without a space."""
    end = line.partition(">")[2]
    match = _END(end)
    return match is not None and _SETTING(end, match.end()) is None


def write_in_full(subject: Subject, finding: Finding) -> Fix | None:
    """The fix that writes a time with hours and two digits for each part; its fraction stays."""
    match = _TIME(subject.source, finding.span.start, finding.span.end)
    if match is None:
        return None
    sign, hours, minutes, seconds, separator, fraction = match.groups()
    time = f"{sign}{(hours or '').zfill(2)}:{minutes.zfill(2)}:{seconds.zfill(2)}{separator or ','}{fraction or '000'}"
    return _replace(finding, time, "Write the time in full")


def carry_over(subject: Subject, finding: Finding) -> Fix | None:
    """The fix that carries minutes and seconds over 59, as players do; none for ambiguous milliseconds."""
    match = _TIME(subject.source, finding.span.start, finding.span.end)
    if match is None or match[1] or len(match[6] or "000") != 3:
        return None
    hours, minutes, seconds, ms = (int(part or 0) for part in match.group(2, 3, 4, 6))
    time = srt_time(((hours * 60 + minutes) * 60 + seconds) * 1000 + ms)
    return _replace(finding, time, "Carry over minutes and seconds above 59")


def write_three_digits(subject: Subject, finding: Finding) -> Fix | None:
    """The fix for milliseconds with only one meaning, such as ``,0``; none for others."""
    written = subject.source[finding.span.start : finding.span.end]
    if subject.source[finding.span.start - 1] in ":;":
        return None  # it may be the number of a frame
    if not written.isdigit() or int(written) != int(written.ljust(3, "0")[:3]):
        return None
    return _replace(finding, written[:3].ljust(3, "0"), "Write three digits")


def write_milliseconds(subject: Subject, _: Finding) -> Fix | None:
    """The fix that writes all times that count frames in milliseconds; ``None`` without a frame rate."""
    if subject.frame_rate is None:
        return None
    edits = milliseconds(subject.source, subject.document.format, subject.frame_rate)
    return Fix(edits, True, "Write the times in milliseconds") if edits else None


def _replace(finding: Finding, text: str, message: str) -> Fix:
    return Fix((Edit(finding.span.start, finding.span.end, text),), True, message)
