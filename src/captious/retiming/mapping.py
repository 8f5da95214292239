"""Maps of old times to new ones: a shift, a change of speed, or lines through known points."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.core.clock import parse_clock, short_time
from captious.core.display import short_repr
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class TimeMap:
    """A map of times, linear between its points and beyond them.

    Args:
        points: old and new time in milliseconds, both rising; at least two.
    """

    points: tuple[tuple[Fraction, Fraction], ...]

    __repr__ = short_repr

    def __call__(self, ms: int) -> int:
        """The new time of an old one, in milliseconds; it may be negative."""
        place = bisect_right(self.points, (Fraction(ms), Fraction(10**18))) - 1
        place = min(max(place, 0), len(self.points) - 2)
        (old, new), (next_old, next_new) = self.points[place], self.points[place + 1]
        return round(new + (ms - old) * (next_new - new) / (next_old - old))


def linear(*, factor: Fraction | float = Fraction(1), shift_ms: int = 0) -> TimeMap:
    """Make a map that multiplies times and then shifts them.

    Args:
        factor: the factor, over 0.
        shift_ms: the shift, in milliseconds.

    Raises:
        OptionError: a number that is not finite, or a factor that is not over 0.
    """
    shift, exact = _exact(shift_ms, "a shift"), _exact(factor, "a factor")
    if exact <= 0:
        raise OptionError(f"a factor of {factor}", hint="Give a number above 0, such as 25/24.")
    return TimeMap(((Fraction(0), shift), (Fraction(1000), 1000 * exact + shift)))


def _exact(number: Fraction | float, what: str) -> Fraction:
    try:
        return Fraction(number)
    except (ValueError, OverflowError):
        raise OptionError(f"{what} of {number}", hint="Give a finite number.") from None


def parse_shift(text: str, *, frame_rate: Fraction | None = None) -> int:
    """Parse a time with a sign to milliseconds: ``-2.5`` (seconds), ``+0:01:02``; with a frame rate a timecode, too.

    Raises:
        OptionError: it is no time.
    """
    bare = text.strip()
    sign = -1 if bare.startswith(("-", "−")) else 1
    return sign * parse_clock(bare.lstrip("+-−"), frame_rate=frame_rate)


def parse_factor(text: str) -> Fraction:
    """Parse a factor such as ``1.001``, ``25/24`` or ``99.9%``.

    Raises:
        OptionError: it is no number, or one that makes an hour less than six minutes or more than ten hours.
    """
    bare = text.strip()
    try:
        factor = Fraction(bare.removesuffix("%")) / (100 if bare.endswith("%") else 1)
    except (ValueError, ZeroDivisionError):
        raise OptionError(f"not a factor: {text!r}", hint="Write --scale 1.001 or --scale 25/24.") from None
    if not Fraction(1, 10) <= factor <= 10:
        raise OptionError(f"a factor of {text} (0.1 to 10 make sense)")
    return factor


def parse_point(text: str, *, frame_rate: Fraction | None = None) -> tuple[int, int]:
    """An old and a new time in milliseconds, from ``OLD=NEW``; with a frame rate, they may be timecodes.

    Raises:
        OptionError: it is no such point.
    """
    before, separator, after = text.partition("=")
    if not separator:
        raise OptionError(
            f"not two times: {text!r}", hint="Write the old and the new time: --sync 0:12.5=0:14.2"
        )
    return parse_clock(before, frame_rate=frame_rate), parse_clock(after, frame_rate=frame_rate)


def mapping_through(points: Iterable[tuple[int, int]]) -> TimeMap:
    """Make the map through one or more points, each an old and a new time in milliseconds; one point is a shift.

    Raises:
        OptionError: numbers that are none, or times that do not both rise.
    """
    ordered = sorted({(_exact(old, "an old time"), _exact(new, "a new time")) for old, new in points})
    for (old, new), (next_old, next_new) in pairwise(ordered):
        if next_new <= new or next_old == old:
            raise OptionError(
                f"points out of order: {short_time(int(next_old))} comes after {short_time(int(old))}, "
                f"{short_time(int(next_new))} not after {short_time(int(new))}",
                hint="A later old time must have a later new time.",
            )
    if len(ordered) == 1:
        (old, new) = ordered[0]
        ordered.append((old + 1000, new + 1000))
    return TimeMap(tuple(ordered))
