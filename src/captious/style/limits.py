"""Numbers with their sources; and the colours of speakers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from captious.measure.speed import table_ms

Basis = Literal["guide", "tool", "advisory"]
"""The publisher of a number: the guide; a tool that enforces it; or none, for advice."""

Confidence = Literal["high", "medium", "low"]
"""The reliability of a source: the guide itself was read; several others quote it; one does."""

COLOURS = {
    "white": "#ffffff",
    "yellow": "#ffff00",
    "cyan": "#00ffff",
    "lime": "#00ff00",
    "magenta": "#ff00ff",
    "red": "#ff0000",
}
"""Colours of speakers and their values on screen: WebVTT's eight (W3C WebVTT 5.1, default text colours) without
blue and black, which have less than 4.5:1 on the black behind captions (WCAG 2.2, contrast ratio: 2.4 and 1.0; red,
the darkest of these, has 5.3)."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A number with its source.

    Args:
        value: the number; the name of the field ends with its unit.
        source: guide, page or file it was read in; the reason, if it is ours.
        basis: how binding the source is.
        read: when the source was read, such as ``"2026"`` or ``"2026-11"``; empty if unknown.
        confidence: how reliable the source is; ``None`` if unknown.
    """

    value: float
    source: str
    basis: Basis
    read: str = ""
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class ReadingTable:
    """The time a caption needs, as a table of characters and times.

    Args:
        chars: numbers of characters, rising.
        times_ms: the time for each of them, never falling.
        tolerance_percent: share of a time that may be missing.
        source: as in `Limit`.
        basis: as in `Limit`.
        read: as in `Limit`.
        confidence: as in `Limit`.
    """

    chars: tuple[float, ...]
    times_ms: tuple[float, ...]
    tolerance_percent: float
    source: str
    basis: Basis
    read: str = ""
    confidence: Confidence | None = None

    def least_ms(self, width: float) -> int:
        """The least time for a number of characters, less the tolerance; 0 for none."""
        rows = tuple(zip(self.chars, self.times_ms, strict=True))
        return round(table_ms(width, rows) * (1 - self.tolerance_percent / 100))
