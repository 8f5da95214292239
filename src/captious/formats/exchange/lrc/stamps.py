"""Times of LRC: ``[mm:ss.xx]`` before a line, ``<mm:ss.xx>`` before a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CLOCK = r"(?:([0-9]{1,3}):)?([0-9]{1,4}):([0-9]{1,2})(?:[.,]([0-9]{1,3}))?"
LINE_STAMP = re.compile(rf"\[[ ]*{_CLOCK}[ ]*\]")
"""A time before a line."""
WORD_STAMP = re.compile(
    rf"<[ ]*{_CLOCK}[ ]*>|\[[ ]*(?:([0-9]{{1,3}}):)?([0-9]{{1,4}}):([0-9]{{1,2}})[.,]([0-9]{{1,3}})[ ]*\]"
)
"""A time within a line. In square brackets, as some programs write it, it has a fraction of a second."""
_ENOUGH = 20


def are_hundredths(stamps: Iterable[Sequence[str | None]]) -> bool:
    """Whether the last of three numbers with colons are hundredths of a second, as some programs write them.

    Args:
        stamps: the four parts of each stamp.
    """
    last = [parts[2] for parts in stamps if parts[0] is not None and parts[3] is None]
    # of so many hundredths one would be above 59
    return len(last) < _ENOUGH or any(int(number or 0) > 59 for number in last)


def stamp_ms(parts: Sequence[str | None], *, hundredths: bool) -> int:
    """A stamp in milliseconds.

    Args:
        parts: hours, minutes, seconds, fraction.
        hundredths: what `are_hundredths` says of stamps with three numbers.
    """
    hours, minutes, seconds, fraction = parts
    if hours is not None and fraction is None and hundredths:
        hours, minutes, seconds, fraction = None, hours, minutes, (seconds or "").rjust(2, "0")
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return whole * 1000 + int((fraction or "0").ljust(3, "0"))


def written_stamp(ms: int) -> str:
    """A time as ``mm:ss.xx``, rounded half up."""
    hundredths = (max(ms, 0) + 5) // 10
    minutes, rest = divmod(hundredths, 6000)
    return f"{minutes:02d}:{rest // 100:02d}.{rest % 100:02d}"
