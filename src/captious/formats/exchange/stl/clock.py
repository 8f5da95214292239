"""How the times of an EBU STL file are counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.clock import timecode_ms
from captious.formats.exchange.stl import blocks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from captious.formats.exchange.stl.blocks import Block, Gsi

_RATE = re.compile(r"STL([0-9]{2})\.[0-9]{2}")
_TIME = re.compile(r"[0-9]{8}")


@dataclass(frozen=True, slots=True)
class Clock:
    """How the times of a file are counted.

    Args:
        frame_rate: frames per second.
        drop: whether they are drop-frame timecodes.
        start_ms: the time of the start of the programme, from which the times of cues count.
        stated_ms: the same as the header states it, whether it can be or not.
    """

    frame_rate: Fraction
    drop: bool = False
    start_ms: int = 0
    stated_ms: int = 0

    def ms(self, parts: tuple[int, int, int, int]) -> int:
        """A time of a block in milliseconds from the start of the programme."""
        return timecode_ms(parts, self.frame_rate, drop=self.drop) - self.start_ms


def rate_of(gsi: Gsi) -> Fraction | None:
    """The frame rate that the header states; ``None`` if it is unknown."""
    match = _RATE.fullmatch(gsi.dfc)
    return blocks.RATES.get(match[1]) if match is not None else None


def clock_of(gsi: Gsi, rate: Fraction, whole: Sequence[Block]) -> Clock:
    """How times are counted: at 29.97 as drop-frame, unless a time has a number that is dropped."""
    shown = [block for block in whole if block.comment != 1 and block.is_last]
    drop = rate.denominator == 1001 and round(rate) % 30 == 0
    if drop and any(_is_dropped(time, rate) for block in shown for time in (block.start, block.end)):
        rate, drop = rate * 1001 / 1000, False
    counted = Clock(rate, drop)
    if _TIME.fullmatch(gsi.tcp) is None:
        return counted
    hours, minutes, seconds, frames = (int(gsi.tcp[place : place + 2]) for place in range(0, 8, 2))
    start_ms = counted.ms((hours, minutes, seconds, frames))
    # a start that the subtitles do not follow is a mistake in the header
    early = any(block.start < (hours, minutes, seconds, frames) for block in shown)
    return Clock(rate, drop, 0 if early else start_ms, start_ms)


def _is_dropped(parts: tuple[int, int, int, int], rate: Fraction) -> bool:
    """Whether drop-frame timecodes leave out a number: the first of a minute that is no tenth."""
    _, minutes, seconds, frames = parts
    return seconds == 0 and frames < round(rate) // 15 and minutes % 10 != 0
