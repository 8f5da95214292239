"""WebVTT files put one below the other, as the segments of a stream are: their headers, and what their clocks say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.core.clock import vtt_time
from captious.formats.vtt.header import is_metadata, is_signed
from captious.formats.vtt.timestamps import parse_times

if TYPE_CHECKING:
    from collections.abc import Sequence

_STAMP = re.compile(r"<((?:[0-9]{2,}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3})>", re.ASCII)
_MAP = re.compile(r"X-TIMESTAMP-MAP[ \t]*[=:][ \t]*(.*)", re.ASCII | re.IGNORECASE)
_LOCAL = re.compile(
    r"LOCAL[ \t]*:[ \t]*((?:[0-9]{2,}:)?[0-9]{2}:[0-9]{2}\.[0-9]{3})", re.ASCII | re.IGNORECASE
)
_MPEGTS = re.compile(r"MPEGTS[ \t]*:[ \t]*([0-9]{1,20})", re.ASCII | re.IGNORECASE)
_METADATA = re.compile(r"(?:Kind|Language)[ \t]?:|X-TIMESTAMP-MAP[ \t]?[=:]").match
_BLOCK = re.compile(r"(?:STYLE|REGION)[ \t]*").fullmatch
_TICKS_PER_MS = 90
_WRAP = 1 << 33
"""A clock of MPEG-2 starts again after 33 bits, 26.5 hours."""
_LOOK_AROUND = 60
"""Most lines between a header and the times above it, or below it."""


class Clock(NamedTuple):
    """What a segment says of its clock: a count of 90,000 ticks a second, and the time that its cues call it."""

    ticks: int
    local_ms: int


class SecondHeader(NamedTuple):
    """A header below cues.

    Args:
        line: its line (0-based).
        end: the line after its metadata.
        past: the line after the definitions below it that are there already.
    """

    line: int
    end: int
    past: int


def media_clock(header: str) -> Clock | None:
    """The clock in a header; ``None`` without a complete ``X-TIMESTAMP-MAP``.

    Sources:
        RFC 8216, HTTP Live Streaming, section 3.5.
    """
    found = _MAP.search(header)
    if found is None:
        return None
    local, ticks = _LOCAL.search(found[1]), _MPEGTS.search(found[1])
    if local is None or ticks is None:
        return None
    return Clock(int(ticks[1]) % _WRAP, _ms(local[1]))


def clock_difference_ms(first: Clock, other: Clock) -> int:
    """How much later the times of one segment are than those of another that say the same."""
    ticks = (other.ticks - first.ticks) % _WRAP
    if 2 * ticks >= _WRAP:
        ticks -= _WRAP
    return round(ticks / _TICKS_PER_MS) + first.local_ms - other.local_ms


def without_clock(header: str) -> str:
    """A header without the line that says what its clock is."""
    return "\n".join(line for line in header.split("\n") if _MAP.search(line) is None)


def move_stamps(text: str, ms: int) -> str:
    """The text of a cue with its timestamps moved."""
    if not ms or "<" not in text:
        return text
    return _STAMP.sub(lambda match: f"<{vtt_time(max(_ms(match[1]) + ms, 0))}>", text)


def find_second_headers(lines: Sequence[str], *, below: int = 0) -> list[SecondHeader]:
    """Find the headers of further files below the first line.

    Args:
        lines: the lines of the file, without their line ends.
        below: the line (0-based) of the first header.
    """
    found: list[SecondHeader] = []
    blocks: set[tuple[str, ...]] | None = None
    for number in range(below + 1, len(lines)):
        line = lines[number]
        if line[:1] not in ("W", "\ufeff") or not is_signed(line.lstrip("\ufeff")):
            continue
        if not _is_header(lines, number):
            continue
        end = number + 1
        while end < len(lines) and is_metadata(lines[end]) and "-->" not in lines[end]:
            end += 1
        blocks = blocks if blocks is not None else _definitions(lines[:number])
        past = end
        while (block := _definition_at(lines, past)) is not None and block[1] in blocks:
            past = block[0]
        found.append(SecondHeader(number, end, past))
    return found


def _is_header(lines: Sequence[str], number: int) -> bool:
    """Whether a line with the signature begins another file, and is not said."""
    line = lines[number]
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if line.startswith("\ufeff") or _METADATA(below) is not None:
        return True
    is_bare = not line[6:].strip() or line == lines[0]
    if not lines[number - 1].strip():
        return is_bare
    # the file above ends without a blank line, and not with an empty cue
    return is_bare and "-->" not in lines[number - 1] and not below.strip() and _goes_back(lines, number)


def _goes_back(lines: Sequence[str], number: int) -> bool:
    """Whether the times below a line are before those above it."""
    above = next(
        (line for line in reversed(lines[max(number - _LOOK_AROUND, 0) : number]) if "-->" in line), ""
    )
    below = next((line for line in lines[number : number + _LOOK_AROUND] if "-->" in line), "")
    one, other = parse_times(above), parse_times(below)
    return one is not None and other is not None and other[0] <= one[0]


def _definition_at(lines: Sequence[str], number: int) -> tuple[int, tuple[str, ...]] | None:
    """The style sheet or region that begins at a line, after blank ones: the line after it, and its lines."""
    while number < len(lines) and not lines[number].strip():
        number += 1
    if number >= len(lines) or not _BLOCK(lines[number]):
        return None
    end = number
    while end < len(lines) and lines[end] and "-->" not in lines[end]:
        end += 1
    return end, tuple(lines[number:end])


def _definitions(lines: Sequence[str]) -> set[tuple[str, ...]]:
    """The style sheets and regions of a file above its first cue."""
    found: set[tuple[str, ...]] = set()
    number = 0
    while number < len(lines) and "-->" not in lines[number]:
        block = _definition_at(lines, number) if not lines[number - 1].strip() else None
        if block is not None:
            found.add(block[1])
            number = block[0]
        number += 1
    return found


def _ms(written: str) -> int:
    *hours, minutes, seconds, fraction = map(int, re.split(r"[:.]", written))
    return ((hours[0] if hours else 0) * 3600 + minutes * 60 + seconds) * 1000 + fraction
