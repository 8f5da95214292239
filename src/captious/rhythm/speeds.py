"""Ratios of frame rates by which captions come to run too fast or too slow."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Speed(NamedTuple):
    """A ratio.

    Args:
        factor: what times are multiplied by.
        name: the frame rates, for messages.
        price: what it must be worth in addition, in natural logarithms of odds: some are rarer than others.
    """

    factor: Fraction
    name: str
    price: float


PLAIN = Speed(Fraction(1), "", 0.0)
_NTSC = Fraction(1001, 1000)
# a thousandth is half a second in ten minutes, which habits of captioners are, too: it must be worth more
_UP = (
    Speed(_NTSC, "24 to 23.976, or 30 to 29.97", 8.0),
    Speed(Fraction(25, 24) * _NTSC, "25 to 23.976", 3.0),
    Speed(Fraction(25, 24), "25 to 24", 3.0),
    Speed(Fraction(5, 4), "30 to 24, or 29.97 to 23.976", 5.0),
    Speed(Fraction(6, 5), "30 to 25", 5.0),
    Speed(Fraction(6, 5) / _NTSC, "29.97 to 25", 5.0),
    Speed(Fraction(5, 4) * _NTSC, "30 to 23.976", 5.0),
    Speed(Fraction(5, 4) / _NTSC, "29.97 to 24", 5.0),
)


def _inverse(speed: Speed) -> Speed:
    pairs = [" to ".join(reversed(pair.split(" to "))) for pair in speed.name.split(", or ")]
    return Speed(1 / speed.factor, ", or ".join(pairs), speed.price)


SPEEDS = (PLAIN, *_UP, *map(_inverse, _UP))


def speed_name(factor: Fraction) -> str:
    """The frame rates of a ratio; empty if there is none for it."""
    return next((speed.name for speed in SPEEDS if speed.factor == factor), "")
