"""Time expressions of TTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from captious.formats.exchange.ttml.names import TTP

_CLOCK = re.compile(r"([0-9]{2,3}):([0-5][0-9]):([0-5][0-9])(?:(\.[0-9]+)|:([0-9]{2,3})(?:\.([0-9]+))?)?")
_OFFSET = re.compile(r"([0-9]+(?:\.[0-9]+)?)(h|ms|m|s|f|t)")


@dataclass(frozen=True, slots=True)
class TimeBase:
    """Rates of the time expressions in a file.

    Args:
        frame_rate: frames per second, including the multiplier.
        sub_frame_rate: parts per frame.
        tick_rate: ticks per second.

    Sources:
        W3C TTML2 §10.3.1 (time expressions) and §7.2 (parameters; 30 frames and 1 tick unless the file says so).
    """

    frame_rate: Fraction = Fraction(30)
    sub_frame_rate: int = 1
    tick_rate: Fraction = Fraction(1)

    def ms(self, text: str) -> Fraction:
        """A time expression in milliseconds.

        Raises:
            ValueError: not a time expression.
        """
        text = text.strip()
        clock = _CLOCK.fullmatch(text)
        if clock is not None:
            hours, minutes, seconds, part, frames, sub = clock.groups()
            total = Fraction(int(hours) * 3600 + int(minutes) * 60 + int(seconds))
            if part:
                total += Fraction(f"0{part}")
            if frames:
                total += (int(frames) + Fraction(int(sub or 0), self.sub_frame_rate)) / self.frame_rate
            return total * 1000
        offset = _OFFSET.fullmatch(text)
        if offset is None:
            raise ValueError(text)
        value = Fraction(offset[1])
        scale = {
            "h": Fraction(3600), "m": Fraction(60), "s": Fraction(1), "ms": Fraction(1, 1000),
            "f": 1 / self.frame_rate, "t": 1 / self.tick_rate,
        }  # fmt: skip
        return value * scale[offset[2]] * 1000


def time_base(root: Any) -> TimeBase:
    """The rates of a file, from its ``tt`` element."""

    def number(name: str) -> Fraction | None:
        text = (root.get(f"{TTP}{name}") or "").strip()
        return Fraction(text) if re.fullmatch(r"[0-9]{1,9}", text) and int(text) else None

    rate = number("frameRate") or Fraction(30)
    parts = (root.get(f"{TTP}frameRateMultiplier") or "").replace(":", " ").split()
    if len(parts) == 2 and all(part.isdecimal() and int(part) for part in parts):
        rate *= Fraction(int(parts[0]), int(parts[1]))
    ticks = number("tickRate")
    sub = int(number("subFrameRate") or 1)
    if ticks is None:
        ticks = rate * sub if number("frameRate") else Fraction(1)
    return TimeBase(rate, sub, ticks)
