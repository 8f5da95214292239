"""When the codes of captions are sent: a pair a frame, so that each caption is loaded before it is shown.

Sources:
    47 CFR 79.101: a pop-on caption is loaded into a memory that is not seen; End Of Caption shows it, and hides what
    was shown before; Erase Displayed Memory clears the picture. Two bytes are sent in each frame of a field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.formats.exchange.scc import codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.formats.exchange.scc.captions import Caption

_LOAD = [codes.control(codes.ENM) * 2, codes.control(codes.RCL) * 2]
_SHOW = [codes.control(codes.EOC) * 2]
_CLEAR = [codes.control(codes.EDM) * 2]
_TWICE = 2
"""Frames that a control code takes, for it is sent twice."""


class Sent(NamedTuple):
    """Codes that are sent one after the other, from a frame on."""

    frame: int
    units: Sequence[str]


class Schedule(NamedTuple):
    """What is sent.

    Args:
        lines: the codes, in order; none meets another.
        late: the captions that cannot be loaded in time, with the frames by which each is late.
    """

    lines: list[Sent]
    late: list[tuple[Caption, int]]


def schedule(captions: Sequence[Caption], *, first: int = 0) -> Schedule:
    """Plans when captions are loaded, shown and cleared: as late as possible, for players that join late.

    Args:
        captions: in the order of their starts, which all differ.
        first: the first frame there is; negative where timecodes begin before the programme.
    """
    lines: list[Sent] = []
    late: list[tuple[Caption, int]] = []
    free = first
    clear: int | None = None
    for caption in captions:
        units = [*_LOAD, *caption.units]
        start = caption.start
        if clear is not None and start - clear < _TWICE:
            clear = None  # the next caption takes its place
        sent, shown = _load(units, start, free, clear)
        lines += sent
        if shown > start:
            late.append((caption, shown - start))
        lines.append(Sent(shown, _SHOW))
        free = shown + _TWICE
        clear = max(caption.end, free)
    if clear is not None:
        lines.append(Sent(clear, _CLEAR))
    return Schedule(lines, late)


def _load(units: list[str], start: int, free: int, clear: int | None) -> tuple[list[Sent], int]:
    """The lines that load a caption, and clear the one before; and the frame in which it can be shown."""
    length = frames_of(units)
    if clear is None:
        begin = max(start - length, free)
        return [Sent(begin, units)], max(begin + length, start)
    after = clear + _TWICE
    if start - length >= after:
        return [Sent(clear, _CLEAR), Sent(start - length, units)], start
    if length <= clear - free:
        return [Sent(clear - length, units), Sent(clear, _CLEAR)], start
    # before and after the clearing: as much as possible after it
    rest, place = max(start - after, 0), len(units)
    size = 0
    while place and size + len(units[place - 1]) // 2 <= rest:
        place -= 1
        size += len(units[place]) // 2
    before = length - size
    if before > clear - free:
        # too late: all that fits before, and the rest at once
        place = size = 0
        while place < len(units) and size + len(units[place]) // 2 <= clear - free:
            size += len(units[place]) // 2
            place += 1
        sent = [Sent(free, units[:place]), Sent(clear, _CLEAR), Sent(after, units[place:])]
        return [one for one in sent if one.units], max(after + length - size, start)
    sent = [Sent(clear - before, units[:place]), Sent(clear, _CLEAR), Sent(start - size, units[place:])]
    return [one for one in sent if one.units], start


def frames_of(units: Sequence[str]) -> int:
    """The frames that codes take."""
    return sum(map(len, units)) // 2
