"""Times of ASS: hours, minutes, seconds and hundredths."""

from __future__ import annotations

import re

_TIME = re.compile(r"[0-9]{1,9}:[0-9]{1,2}:[0-9]{1,2}\.[0-9]{2}", re.ASCII).fullmatch
_MEANT = re.compile(r"([0-9]{1,9}):([0-9]{1,2}):([0-9]{1,2})(?:[.,:;]([0-9]{1,3}))?", re.ASCII).fullmatch
_HOURS = re.compile(r"[0-9]*", re.ASCII)


def is_time(text: str) -> bool:
    """Whether a text is a time as players read it."""
    return _TIME(text) is not None


def meant_time(text: str) -> int | None:
    """The milliseconds of a time, or of what is meant as one: with a comma, or thousandths; ``None`` = it is none."""
    found = _MEANT(text)
    if found is None:
        return None
    hours, minutes, seconds = map(int, found.groups()[:3])
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((found[4] or "").ljust(3, "0"))


def written_time(ms: int, old: str = "") -> str:
    """A time in hundredths of a second, with as many digits of hours as the one that it replaces."""
    centiseconds = (max(ms, 0) + 5) // 10
    seconds, rest = divmod(centiseconds, 100)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    hours = _HOURS.match(old)
    return f"{hour:0{len(hours[0]) if hours is not None else 1}d}:{minute:02d}:{second:02d}.{rest:02d}"
