"""Times that count frames, ``HH:MM:SS:FF``, as editing programs write them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from captious.core.clock import nominal_rate, srt_time, timecode_fault, timecode_ms, vtt_time
from captious.core.finding import Edit
from captious.formats.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from fractions import Fraction

    from captious.core.finding import Finding
    from captious.formats.base import Reading
    from captious.formats.issue import Issue
    from captious.formats.lines import Lines

_TIMECODE = r"([0-9]{1,3})[:;]([0-5][0-9])[:;]([0-5][0-9])([:;])([0-5][0-9])(?![0-9])"
_LINE = re.compile(rf"[ \t\xa0\ufeff]*{_TIMECODE}[ \t]*[-–—]{{1,3}}>[ \t]*{_TIMECODE}(.*)", re.DOTALL).match
_USUAL_RATES = (25, 30, 50, 60)
_ISSUE = "-times-in-frames"
_ARROWS = {"srt": ">", "vtt": "-->"}
"""What every timing line of a format has: SubRip players also accept ``->``."""
_WRITERS = {"srt": srt_time, "vtt": vtt_time}


class _Timecode(NamedTuple):
    """A time that counts frames: its parts, whether it is a drop-frame timecode, and its columns (half-open)."""

    parts: tuple[int, int, int, int]
    drop: bool
    start: int
    end: int


class FrameLine(NamedTuple):
    """A timing line that counts frames; ``rest`` is what follows the times."""

    first: _Timecode
    second: _Timecode
    rest: str

    def times(self, frame_rate: Fraction) -> tuple[int, int]:
        """The times in milliseconds."""
        first, second = self.first, self.second
        start_ms = timecode_ms(first.parts, frame_rate, drop=first.drop)
        return start_ms, timecode_ms(second.parts, frame_rate, drop=second.drop)


def frame_line(line: str) -> FrameLine | None:
    """A timing line that counts frames; ``None`` for any other line."""
    match = _LINE(line)
    if match is None:
        return None
    codes = []
    for group in (1, 6):
        hours, minutes, seconds, frames = (int(match[group + part]) for part in (0, 1, 2, 4))
        drop = match[group + 3] == ";"
        codes.append(
            _Timecode((hours, minutes, seconds, frames), drop, match.start(group), match.end(group + 4))
        )
    return FrameLine(codes[0], codes[1], match[11].strip())


def highest_frame(
    texts: Sequence[str], format_name: str, *, is_times: Callable[[str], object] = lambda _: None
) -> int | None:
    """The highest frame number of the lines of a file; ``None`` if some of its times do not count frames, or all.

    Args:
        texts: its lines.
        format_name: its format.
        is_times: whether a line is a timing line in milliseconds; anything but ``None`` is. Not needed for a file
            that is known to count frames.
    """
    highest = None
    arrow = _ARROWS[format_name]
    for line in texts:
        if arrow not in line:
            continue
        found = frame_line(line)
        if found is not None:
            highest = max(highest or 0, found.first.parts[3], found.second.parts[3])
        elif is_times(line) is not None:
            return None
    return highest


def assumed_rate(highest: int) -> Fraction:
    """The frame rate to read times with until it is known: a usual one with so many frames."""
    from fractions import Fraction  # late: most files are in milliseconds

    return Fraction(next(rate for rate in _USUAL_RATES if rate > highest))


def in_frames(findings: Sequence[Finding]) -> bool:
    """Whether the times of a file count frames, by what its reader found."""
    return frames_reported(findings) is not None


def frames_reported(findings: Sequence[Finding]) -> Finding | None:
    """The finding that the times of a file count frames; ``None`` without one."""
    return next((finding for finding in findings if finding.name.endswith(_ISSUE)), None)


def frames_finding(issue: Issue, lines: Lines, highest: int) -> Finding:
    """The finding that the times of a file count frames.

    Args:
        issue: the issue of the format, whose name begins with that of the format.
        lines: the lines of the file.
        highest: its highest frame number.
    """
    line, found = next(_frame_lines(lines.texts, _format_of(issue.name)))
    span = lines.span(line, found.first.start, found.second.end)
    return issue.at(span, _message(lines.texts[line], found, highest, None))


def _message(line: str, found: FrameLine, highest: int, rate: Fraction | None) -> str:
    message = f"the times count frames, not milliseconds: {line[found.first.start : found.first.end]}"
    if rate is None:
        return f"{message}; give the frame rate of the video (--fps)"
    if highest >= nominal_rate(rate):
        return f"{message}, up to frame {highest}, which a video of {_shown(rate)} frames per second does not have"
    return f"{message}, at {_shown(rate)} frames per second"


def with_frame_rate(reading: Reading, rate: Fraction | None) -> Reading:
    """A file whose times count frames, with the times that they are at a frame rate; any other file as it is.

    Args:
        reading: the file as read.
        rate: the frame rate; ``None`` = unknown, the times stay as assumed.
    """
    counted = frames_reported(reading.findings)
    if rate is None or counted is None:
        return reading
    document = reading.document
    lines = split_lines(document.source or "")
    highest = highest_frame(lines.texts, document.format) or 0
    line, found = next(_frame_lines(lines.texts, document.format))
    told = replace(counted, message=_message(lines.texts[line], found, highest, rate))
    wrong = _first_fault(lines, document.format, rate)
    if wrong is not None and highest < nominal_rate(rate):
        line, code, fault = wrong
        message = f"the times count frames, and {lines.texts[line][code.start : code.end]} is none: {fault}"
        told = replace(counted, message=message, span=lines.span(line, code.start, code.end))
    findings = tuple(told if one is counted else one for one in reading.findings)
    if wrong is not None:
        return replace(reading, findings=findings)
    times = [found.times(rate) for _, found in _frame_lines(lines.texts, document.format)]
    cues = tuple(
        replace(cue, start_ms=start_ms, end_ms=end_ms)
        for cue, (start_ms, end_ms) in zip(document.cues, times, strict=True)
    )
    return replace(reading, document=replace(document, cues=cues), findings=findings)


def _first_fault(lines: Lines, format_name: str, rate: Fraction) -> tuple[int, _Timecode, str] | None:
    """The first time that does not exist at a frame rate: its 0-based line, and why; ``None`` if all exist."""
    for line, found in _frame_lines(lines.texts, format_name):
        for code in (found.first, found.second):
            fault = timecode_fault(code.parts, rate, drop=code.drop)
            if fault:
                return line, code, fault
    return None


def milliseconds(source: str, format_name: str, rate: Fraction) -> tuple[Edit, ...]:
    """The edits that write times in frames as milliseconds; none if the frame rate cannot be theirs."""
    lines = split_lines(source)
    if _first_fault(lines, format_name, rate) is not None:
        return ()
    edits = []
    write = _WRITERS[format_name]
    for line, found in _frame_lines(lines.texts, format_name):
        begin = lines.starts[line]
        for code, ms in zip((found.first, found.second), found.times(rate), strict=True):
            edits.append(Edit(begin + code.start, begin + code.end, write(ms)))
    return tuple(edits)


def are_times_known(findings: Sequence[Finding], source: str, rate: Fraction | None) -> bool:
    """Whether the times of a file are known: not where they count frames at no or another frame rate.

    Args:
        findings: what its reader found.
        source: its text.
        rate: the frame rate; ``None`` = unknown.
    """
    counted = frames_reported(findings)
    if counted is None:
        return True
    return rate is not None and bool(milliseconds(source, _format_of(counted.name), rate))


def _format_of(issue_name: str) -> str:
    return issue_name.partition("-")[0]


def _frame_lines(texts: Sequence[str], format_name: str) -> Iterator[tuple[int, FrameLine]]:
    arrow = _ARROWS[format_name]
    for line, text in enumerate(texts):
        if arrow in text and (found := frame_line(text)) is not None:
            yield line, found


def _shown(rate: Fraction) -> str:
    return f"{round(float(rate), 3):g}"
