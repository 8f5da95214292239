"""Times in the cells of tables and the values of data, and stamps of light Markdown."""

from __future__ import annotations

import re

from captious.core.clock import vtt_time

_CLOCK = re.compile(
    r"[\[(]?(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5]?[0-9])(?:[.,]([0-9]{1,9})|[:;]([0-9]{1,3}))?[\])]?"
    r"(?:\s*(?:-->|–|—|-|to|bis)\s*\S.*)?",
    re.ASCII,
)
_NUMBER = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)\s?(s|sec|secs|seconds|ms)?", re.IGNORECASE | re.ASCII)
_LETTERS = re.compile(
    r"(?:([0-9]{1,2})\s?h\s?)?(?:([0-9]{1,3})\s?m(?:in)?\s?)?(?:([0-9]{1,2})\s?s)?", re.ASCII
)


def parse_time(text: str, *, number_ms: int = 1000) -> tuple[int | None, bool]:
    """A time as programs write it, in milliseconds; and whether it counts frames, which are left out.

    Args:
        text: ``0:09``, ``00:00:09.500``, ``00:00:09:12``, ``9.5``, ``9s``, ``1m 9s``; of a range the first.
        number_ms: what a bare number counts, in milliseconds.

    Returns:
        ``None`` and false for anything else.
    """
    text = text.strip()
    match = _CLOCK.fullmatch(text)
    if match is not None:
        hours, minutes, seconds, fraction, frames = match.groups()
        if hours is not None and int(minutes) > 59:
            return None, False
        total = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
        return total * 1000 + int((fraction or "0")[:3].ljust(3, "0")), frames is not None
    match = _NUMBER.fullmatch(text)
    if match is not None:
        unit = (match[2] or "").lower()
        return round(float(match[1]) * (1 if unit == "ms" else 1000 if unit else number_ms)), False
    match = _LETTERS.fullmatch(text)
    if match is not None and text:
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return ((hours * 60 + minutes) * 60 + seconds) * 1000, False
    return None, False


def write_stamp(ms: int) -> str:
    """A time as a stamp of light Markdown."""
    return f"[{vtt_time(ms).removesuffix('.000')}]"
