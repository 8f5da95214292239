"""Time expressions of TTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.formats.exchange.ttml.tree import Element

_CLOCK = re.compile(
    r"(-?)([0-9]{1,4}):([0-5]?[0-9]):([0-5]?[0-9])(?:[.,]([0-9]+)|[:;]([0-9]{1,3})(?:\.([0-9]+))?)?"
)
_OFFSET = re.compile(r"(-?)([0-9]+(?:\.[0-9]+)?)(h|ms|m|s|f|t|)")
PLAIN_TIME = re.compile(r"([0-9]{2}):([0-5][0-9]):([0-5][0-9])\.([0-9]{3})").fullmatch
"""A time as nearly all files have them, which needs no fractions."""
_REVERSED = Fraction(1001, 1000)
_TIME_BASES = ("media", "smpte", "clock")


@dataclass(frozen=True, slots=True)
class TimeBase:
    """What the time expressions of a file count.

    Args:
        kind: ``"media"``, ``"smpte"`` or ``"clock"``.
        frame_rate: frames per second, including the multiplier.
        nominal_rate: frame numbers per second of a time code.
        sub_frame_rate: parts per frame.
        tick_rate: ticks per second.
        drop: which frame numbers a time code leaves out: ``"nonDrop"``, ``"dropNTSC"`` or ``"dropPAL"``.
        absolute: whether the times of an element do not count from that of its parent.
        rate_stated: whether the file says how many frames a second has.

    Sources:
        W3C TTML2 §10.3.1 (time expressions) and §7.2 (parameters; 30 frames and 1 tick unless the file says so);
        W3C TTML1 appendix N, time expression semantics of the SMPTE time base.
    """

    kind: str = "media"
    frame_rate: Fraction = Fraction(30)
    nominal_rate: int = 30
    sub_frame_rate: int = 1
    tick_rate: Fraction = Fraction(1)
    drop: str = "nonDrop"
    absolute: bool = False
    rate_stated: bool = False

    def ms(self, text: str) -> Fraction:
        """A time expression in milliseconds.

        Also read, because files have them: a minus sign, one digit for two, a comma before milliseconds, a semicolon
        before frames, and seconds without a unit.

        Raises:
            ValueError: not a time expression.
        """
        text = text.strip()
        clock = _CLOCK.fullmatch(text)
        if clock is not None:
            value = self._clock(clock) * 1000
            return -value if clock[1] else value
        offset = _OFFSET.fullmatch(text)
        if offset is None:
            raise ValueError(text)
        scale = {
            "h": Fraction(3600), "m": Fraction(60), "s": Fraction(1), "": Fraction(1), "ms": Fraction(1, 1000),
            "f": 1 / self.frame_rate, "t": 1 / self.tick_rate,
        }  # fmt: skip
        length = Fraction(offset[2]) * scale[offset[3]] * 1000
        return -length if offset[1] else length

    def _clock(self, clock: re.Match[str]) -> Fraction:
        hours, minutes, seconds = int(clock[2]), int(clock[3]), int(clock[4])
        part, frames, sub = clock[5], clock[6], clock[7]
        total = Fraction(hours * 3600 + minutes * 60 + seconds)
        if part:
            # a fraction counts real seconds, in the SMPTE time base, too
            return total + Fraction(f"0.{part}")
        part_of_frame = int(frames or 0) + Fraction(int(sub or 0), self.sub_frame_rate)
        if self.kind != "smpte":
            return total + part_of_frame / self.frame_rate
        return (total * self.nominal_rate + part_of_frame - self._dropped(hours, minutes)) / self.frame_rate

    def _dropped(self, hours: int, minutes: int) -> int:
        """How many frame numbers were left out before a time code."""
        if self.drop == "dropNTSC":
            return (hours * 54 + minutes - minutes // 10) * 2
        if self.drop == "dropPAL":
            return (hours * 27 + minutes // 2 - minutes // 20) * 4
        return 0


def time_base(root: Element, *, frame_rate: Fraction | None = None) -> TimeBase:
    """What the times of a file count, from its ``tt`` element.

    Args:
        root: the element.
        frame_rate: frames per second where the file does not say so; ``None`` = TTML's own, 30.
    """

    def value(name: str) -> str:
        return root.attributes.get(f"ttp:{name}", root.attributes.get(name, "")).strip()

    def number(name: str) -> int | None:
        text = value(name)
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) and int(text) else None

    stated = number("frameRate")
    nominal = stated or 30
    rate = Fraction(nominal) * multiplier(value("frameRateMultiplier"))[0]
    if stated is None and frame_rate is not None:
        rate, nominal = frame_rate, round(frame_rate)
    ticks = number("tickRate")
    sub = number("subFrameRate") or 1
    tick_rate = Fraction(ticks) if ticks is not None else rate * sub if stated else Fraction(1)
    kind = value("timeBase")
    return TimeBase(
        kind if kind in _TIME_BASES else "media",
        rate,
        nominal,
        sub,
        tick_rate,
        value("dropMode") or "nonDrop",
        absolute=kind == "smpte" and value("markerMode") == "discontinuous",
        rate_stated=stated is not None,
    )


def multiplier(text: str) -> tuple[Fraction, bool]:
    """A frame rate multiplier, ``1000 1001``, and whether it is reversed: no video has 24.024 frames a second."""
    parts = text.replace(":", " ").split()
    if len(parts) != 2 or not all(re.fullmatch("[0-9]{1,9}", part) and int(part) for part in parts):
        return Fraction(1), False
    found = Fraction(int(parts[0]), int(parts[1]))
    return (1 / found, True) if found == _REVERSED else (found, False)


def written_time(ms: Fraction | int, written: str, base: TimeBase) -> str:
    """A time in the form of another one.

    Args:
        ms: the time in milliseconds, not negative.
        written: a time of the same file, which says how it is written: a clock with a fraction or with frames, or an
            amount of a unit.
        base: what the times of the file count.
    """
    written = written.strip()
    clock = _CLOCK.fullmatch(written)
    if clock is not None:
        if clock[6] is not None:
            return _time_code(ms, base, separator=written[-len(clock[6]) - 1] if clock[7] is None else ":")
        digits = max(len(clock[5] or ""), 3) if round(ms) % 1000 or clock[5] else 0
        seconds, rest = divmod(round(ms), 1000)
        fraction = f".{rest:03d}" if digits else ""
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{fraction}"
    offset = _OFFSET.fullmatch(written)
    unit = offset[3] if offset is not None else "s"
    match unit:
        case "f":
            return f"{_nearest(ms * base.frame_rate / 1000)}f"
        case "t":
            return f"{_nearest(ms * base.tick_rate / 1000)}t"
        case "ms":
            return f"{round(ms)}ms"
    seconds, rest = divmod(round(ms), 1000)
    fraction = f".{rest:03d}".rstrip("0").rstrip(".")
    return f"{seconds}{fraction}s"


def _nearest(value: Fraction) -> int:
    # halves up: times that were apart by whole frames stay so
    return int(value + Fraction(1, 2))


def _time_code(ms: Fraction | int, base: TimeBase, *, separator: str) -> str:
    if base.kind == "smpte":
        frames = _nearest(ms * base.frame_rate / 1000)
        frames += _left_out(frames, base)
        seconds, frame = divmod(frames, base.nominal_rate)
    else:
        seconds = int(ms // 1000)
        frame = _nearest((ms - seconds * 1000) * base.frame_rate / 1000)
        if frame >= base.frame_rate:
            seconds, frame = seconds + 1, 0
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{separator}{frame:02d}"


def _left_out(frames: int, base: TimeBase) -> int:
    """How many frame numbers a time code leaves out before a frame."""
    # numbers left out at the beginning of each stretch of minutes, and frames in it; all ten or twenty, none
    if base.drop == "dropNTSC":
        dropped, minutes, of = 2, 1, 10
    elif base.drop == "dropPAL":
        dropped, minutes, of = 4, 2, 20
    else:
        return 0
    stretch = base.nominal_rate * 60 * minutes
    times = of // minutes - 1
    whole, rest = divmod(frames, stretch * (times + 1) - dropped * times)
    left_out = whole * dropped * times
    if rest >= stretch:
        left_out += dropped * (1 + (rest - stretch) // (stretch - dropped))
    return left_out
