"""Times that count frames, ``HH:MM:SS:FF``, as editing programs write them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from captious.core.clock import srt_time, timecode_ms
from captious.core.finding import Edit
from captious.formats.lines import split_lines
from captious.formats.srt.issues import TIMES_IN_FRAMES
from captious.formats.srt.times import Times, parse_times

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from captious.core.finding import Finding
    from captious.formats.base import Reading
    from captious.formats.lines import Lines

_TIMECODE = r"([0-9]{1,3})[:;]([0-5][0-9])[:;]([0-5][0-9])([:;])([0-5][0-9])(?![0-9])"
_LINE = re.compile(rf"[ \t\xa0\ufeff]*{_TIMECODE}[ \t]*[-–—]{{1,3}}>[ \t]*{_TIMECODE}(.*)", re.DOTALL).match
_USUAL_RATES = (25, 30, 50, 60)


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

    def times(self, frame_rate: Fraction) -> Times:
        """The times in milliseconds."""
        start, end = (
            timecode_ms(code.parts, frame_rate, drop=code.drop) for code in (self.first, self.second)
        )
        return Times(start, end, self.rest)


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


def highest_frame(texts: Sequence[str]) -> int | None:
    """The highest frame number of the lines of a file; ``None`` if some of its times do not count frames, or all."""
    highest = None
    for line in texts:
        if ">" not in line:
            continue
        found = frame_line(line)
        if found is not None:
            highest = max(highest or 0, found.first.parts[3], found.second.parts[3])
        elif parse_times(line) is not None:
            return None
    return highest


def assumed_rate(highest: int) -> Fraction:
    """The frame rate to read times with until it is known: a usual one with so many frames."""
    from fractions import Fraction  # late: most files are in milliseconds

    return Fraction(next(rate for rate in _USUAL_RATES if rate > highest))


def in_frames(findings: Sequence[Finding]) -> bool:
    """Whether the times of a file count frames, by what its reader found."""
    return any(finding.code == TIMES_IN_FRAMES.code for finding in findings)


def frames_finding(lines: Lines, highest: int, rate: Fraction | None = None) -> Finding:
    """The finding that the times of a file count frames.

    Args:
        lines: the lines of the file.
        highest: its highest frame number.
        rate: the frame rate; ``None`` = unknown.
    """
    line, found = next(_frame_lines(lines.texts))
    written = lines.texts[line][found.first.start : found.first.end]
    message = f"the times count frames, not milliseconds: {written}"
    if rate is None:
        message += "; give the frame rate of the video (--fps)"
    elif not _has(rate, highest):
        message += f", up to frame {highest}, which a video of {_shown(rate)} frames per second does not have"
    else:
        message += f", at {_shown(rate)} frames per second"
    return TIMES_IN_FRAMES.at(lines.span(line, found.first.start, found.second.end), message)


def with_frame_rate(reading: Reading, rate: Fraction | None) -> Reading:
    """A file whose times count frames, with the times that they are at a frame rate; any other file as it is.

    Args:
        reading: the file as read.
        rate: the frame rate; ``None`` = unknown, the times stay as assumed.
    """
    if rate is None or not in_frames(reading.findings):
        return reading
    document = reading.document
    lines = split_lines(document.source or "")
    highest = highest_frame(lines.texts) or 0
    told = frames_finding(lines, highest, rate)
    findings = tuple(told if one.code == TIMES_IN_FRAMES.code else one for one in reading.findings)
    if not _has(rate, highest):
        return replace(reading, findings=findings)
    times = [found.times(rate) for _, found in _frame_lines(lines.texts)]
    cues = tuple(
        replace(cue, start_ms=each.start_ms, end_ms=each.end_ms)
        for cue, each in zip(document.cues, times, strict=True)
    )
    return replace(reading, document=replace(document, cues=cues), findings=findings)


def milliseconds(source: str, rate: Fraction) -> tuple[Edit, ...]:
    """The edits that write times in frames as milliseconds; none if the frame rate cannot be theirs."""
    lines = split_lines(source)
    if not _has(rate, highest_frame(lines.texts) or 0):
        return ()
    edits = []
    for line, found in _frame_lines(lines.texts):
        begin, times = lines.starts[line], found.times(rate)
        for code, ms in ((found.first, times.start_ms), (found.second, times.end_ms)):
            edits.append(Edit(begin + code.start, begin + code.end, srt_time(ms)))
    return tuple(edits)


def are_times_known(findings: Sequence[Finding], source: str, rate: Fraction | None) -> bool:
    """Whether the times of a file are known: not where they count frames at no or another frame rate.

    Args:
        findings: what its reader found.
        source: its text.
        rate: the frame rate; ``None`` = unknown.
    """
    return not in_frames(findings) or (rate is not None and bool(milliseconds(source, rate)))


def _frame_lines(texts: Sequence[str]) -> Iterator[tuple[int, FrameLine]]:
    for line, text in enumerate(texts):
        if ">" in text and (found := frame_line(text)) is not None:
            yield line, found


def _has(rate: Fraction, frame: int) -> bool:
    """Whether a second has a frame of that number."""
    return frame < int(rate + 1 / 2)


def _shown(rate: Fraction) -> str:
    return f"{round(float(rate), 3):g}"
