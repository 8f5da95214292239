"""Milliseconds to text and back. Times are integers of milliseconds everywhere; frame rates are fractions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

_CLOCK = re.compile(r"(?:(?:([0-9]{1,4}):)?([0-9]{1,2}):)?([0-9]{1,6})(?:[.,]([0-9]{1,3}))?", re.ASCII)

_TIMECODE = re.compile(r"([0-9]{1,3})[:;]([0-5][0-9])[:;]([0-5][0-9])([:;])([0-9]{2,3})", re.ASCII)

NTSC_FRAME_RATES = {"23.976": 24, "23.98": 24, "29.97": 30, "47.952": 48, "59.94": 60, "119.88": 120}
"""Nominal decimal notations of rates that are really n × 1000/1001 (SMPTE ST 12-1)."""


def srt_time(ms: int) -> str:
    """``HH:MM:SS,mmm``; hours take as many digits as they need. Negative times are written as zero."""
    return _time(ms, ",")


def vtt_time(ms: int) -> str:
    """``HH:MM:SS.mmm``; hours take as many digits as they need. Negative times are written as zero."""
    return _time(ms, ".")


def _time(ms: int, separator: str) -> str:
    seconds, rest = divmod(max(ms, 0), 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02d}:{minute:02d}:{second:02d}{separator}{rest:03d}"


def short_time(ms: int) -> str:
    """Short form for messages: ``0:12``, ``3:12``, ``1:08:21``; rounded down to the second."""
    minutes, second = divmod(max(ms, 0) // 1000, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02d}:{second:02d}" if hour else f"{minute}:{second:02d}"


def parse_clock(text: str, *, frame_rate: Fraction | None = None) -> int:
    """Parse ``S``, ``M:S`` or ``H:M:S``, each with an optional decimal fraction of a second, to milliseconds.

    Args:
        text: such as ``"192"``, ``"3:12"``, ``"1:08:21.5"``; spaces around it are ignored. With a frame rate also a
            timecode, ``"00:03:12:12"``; a semicolon before its frames means drop-frame.
        frame_rate: frames per second; ``None`` = unknown.

    Raises:
        OptionError: not a time, minutes or seconds over 59 below a larger unit, or a timecode without a frame rate.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        timecode = _TIMECODE.fullmatch(text.strip())
        if timecode is not None:
            return _parse_timecode(timecode, frame_rate)
        raise OptionError(
            f"not a time: {text!r}", hint="Write seconds, minutes:seconds or hours:minutes:seconds."
        )
    hours, minutes, seconds, fraction = match.groups()
    if minutes is not None and (len(seconds) > 2 or int(seconds) > 59):
        raise OptionError(f"not a time: {text!r} (seconds {seconds} > 59)")
    if hours is not None and int(minutes) > 59:
        raise OptionError(f"not a time: {text!r} (minutes {minutes} > 59)")
    total = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds)
    return total * 1000 + int((fraction or "0").ljust(3, "0"))


def _parse_timecode(match: re.Match[str], frame_rate: Fraction | None) -> int:
    if frame_rate is None:
        raise OptionError(
            f"a timecode without a frame rate: {match[0]}",
            hint="It counts frames: give the frame rate (--fps 25), or write fractions of a second: 0:01.480.",
        )
    parts, drop = [int(match[part]) for part in (1, 2, 3, 5)], match[4] == ";"
    fault = timecode_fault(parts, frame_rate, drop=drop)
    if fault:
        raise OptionError(f"not a time: {match[0]} ({fault})")
    return timecode_ms(parts, frame_rate, drop=drop)


def timecode_fault(parts: Sequence[int], frame_rate: Fraction, *, drop: bool = False) -> str:
    """Why a timecode does not exist at a frame rate; empty if it does.

    Args:
        parts: hours, minutes, seconds and frames.
        frame_rate: frames per second.
        drop: whether it is a drop-frame timecode. At a rate such as 25, which has none, it is like any other.

    Sources:
        SMPTE ST 12-1.
    """
    _, minutes, seconds, frames = parts
    nominal = nominal_rate(frame_rate)
    if frames < nominal and not (drop and nominal % 30 == 0):
        return ""
    shown = f"{round(float(frame_rate), 3):g}"
    if frames >= nominal:
        return f"frame {frames:02d} at {shown} frames per second"
    if frame_rate.denominator != 1001:
        return f"drop-frame at {shown} frames per second: it is a count of {nominal * 1000 / 1001:.2f}"
    if minutes % 10 and not seconds and frames < nominal // 15:
        last = nominal // 15 - 1
        return f"drop-frame counting leaves out frames 00 to {last:02d} of this minute"
    return ""


def nominal_rate(frame_rate: Fraction) -> int:
    """The number of frames that a timecode counts in a second: 24 at 23.976."""
    return (2 * frame_rate.numerator + frame_rate.denominator) // (2 * frame_rate.denominator)


def parse_frame_rate(text: str) -> Fraction:
    """Parse frames per second: ``25``, ``23.976``, ``30000/1001``; NTSC decimals become their exact fraction.

    Raises:
        OptionError: not a number, or not between 1 and 1000.
    """
    from fractions import Fraction  # late: most runs know no frame rate

    stripped = text.strip()
    if stripped in NTSC_FRAME_RATES:
        return Fraction(NTSC_FRAME_RATES[stripped] * 1000, 1001)
    if not re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,6}|/[0-9]{1,6})?", stripped) or stripped.endswith("/0"):
        raise OptionError(f"not a frame rate: {text!r}", hint="Write for example 25, 23.976 or 30000/1001.")
    try:
        rate = Fraction(stripped)
    except ZeroDivisionError:
        raise OptionError(f"not a frame rate: {text!r}") from None
    if not 1 <= rate <= 1000:
        raise OptionError(f"frame rate out of range: {text} (1 to 1000 frames per second)")
    return rate


def timecode_ms(parts: Sequence[int], frame_rate: Fraction, *, drop: bool = False) -> int:
    """A timecode in milliseconds; takes the arguments of `timecode_frame`."""
    return frame_ms(timecode_frame(parts, frame_rate, drop=drop), frame_rate)


def timecode_frame(parts: Sequence[int], frame_rate: Fraction, *, drop: bool = False) -> int:
    """The number of the frame of a timecode, from 0.

    Args:
        parts: hours, minutes, seconds and frames.
        frame_rate: frames per second; a timecode counts them at the rounded rate, 24 a second at 23.976.
        drop: whether it is a drop-frame timecode, which has meaning at 29.97 and 59.94 only: the first two numbers
            (four at 59.94) of each minute are left out, but for every tenth minute.

    Sources:
        SMPTE ST 12-1.
    """
    hours, minutes, seconds, frames = parts
    nominal = nominal_rate(frame_rate)
    total = ((hours * 60 + minutes) * 60 + seconds) * nominal + frames
    if drop and nominal % 30 == 0 and frame_rate.denominator == 1001:
        whole_minutes = hours * 60 + minutes
        total -= nominal // 15 * (whole_minutes - whole_minutes // 10)
    return total


def frame_at(ms: int, frame_rate: Fraction) -> int:
    """The frame whose start is nearest to a time; halves go to the later frame."""
    return _whole(ms * frame_rate.numerator + 500 * frame_rate.denominator, 1000 * frame_rate.denominator)


def frame_ms(frame: int, frame_rate: Fraction) -> int:
    """The start of a frame in milliseconds, rounded to the nearest; halves up."""
    return _whole(frame * 2000 * frame_rate.denominator + frame_rate.numerator, 2 * frame_rate.numerator)


def timecode_parts(frame: int, frame_rate: Fraction, *, drop: bool = False) -> tuple[int, int, int, int]:
    """The timecode of a frame: hours, minutes, seconds and frames; the inverse of what `timecode_ms` counts.

    Args:
        frame: the number of the frame, from 0.
        frame_rate: frames per second; they are numbered at the rounded rate.
        drop: whether the timecode is drop-frame, at 29.97 and 59.94.

    Sources:
        SMPTE ST 12-1.
    """
    nominal = nominal_rate(frame_rate)
    if drop and nominal % 30 == 0 and frame_rate.denominator == 1001:
        dropped = nominal // 15
        tens, rest = divmod(frame, 600 * nominal - 9 * dropped)
        # the first minute of ten has all its numbers
        minutes = max(rest - dropped, 0) // (60 * nominal - dropped)
        frame += dropped * (9 * tens + minutes)
    seconds, frames = divmod(frame, nominal)
    return seconds // 3600, seconds // 60 % 60, seconds % 60, frames


def _whole(dividend: int, divisor: int) -> int:
    # in whole numbers: files have hundreds of thousands of times, and fractions take ten times as long
    return dividend // divisor if dividend >= 0 else -(-dividend // divisor)
