"""Reading speed: characters or words per second, rounded once, so that checks use the displayed value."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from captious.measure.width import Counting, cue_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

UNREADABLE_CPS = 999.0
"""Speed of a cue with no time on screen; Subtitle Edit's convention (libse, CalcAll: 999 under 1 ms)."""


def reading_speed_cps(lines: Iterable[str], duration_ms: int, counting: Counting = Counting()) -> float:  # noqa: B008
    """Reading speed in characters per second (CPS), rounded to one decimal.

    Args:
        lines: the visible lines, speaker label included.
        duration_ms: time on screen; without any, the result is `UNREADABLE_CPS`.
        counting: how characters are counted.
    """
    return speed_cps(cue_width(lines, counting), duration_ms)


def speed_cps(width: float, duration_ms: int) -> float:
    """Reading speed in characters per second, as `reading_speed_cps`, for text of a known width."""
    if not width:
        return 0.0
    if duration_ms < 1:
        return UNREADABLE_CPS
    return min(round(width * 1000 / duration_ms, 1), UNREADABLE_CPS)


def words_per_minute(word_count: int, duration_ms: int) -> float:
    """Words per minute on screen, rounded to a whole number; 0 for no words, infinite for no time.

    Sources:
        BBC Subtitle Guidelines 1.2.5: words divided by display time.
    """
    if not word_count:
        return 0.0
    return float(round(word_count * 60_000 / duration_ms)) if duration_ms > 0 else float("inf")


def table_ms(width: float, rows: Sequence[tuple[float, float]]) -> float:
    """The time for a text by a table of characters and milliseconds.

    Args:
        width: characters of the text.
        rows: at least one, their characters rising. Between two rows the time is interpolated, below the first it
            is that of the first, above the last it is extrapolated from the last two.

    Returns:
        Milliseconds; 0 for no text.
    """
    if not width:
        return 0.0
    if width <= rows[0][0] or len(rows) == 1:
        return rows[0][1]
    place = min(max(bisect_right(rows, (width, 0.0)), 1), len(rows) - 1)
    (few, least), (many, most) = rows[place - 1], rows[place]
    return least + (most - least) * (width - few) / max(many - few, 1)


def needed_ms(width: float, limit_cps: float) -> int:
    """The shortest time, in whole milliseconds, at which ``width`` characters keep ``limit_cps``."""
    return -int(-width * 1000 // limit_cps)
