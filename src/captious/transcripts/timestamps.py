"""Timestamps in a transcript: ``[01:02]``, ``(0:12)``, ``00:01:02.22``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from captious.core.clock import short_time
from captious.transcripts.model import Remark

TIME = r"[0-9]{1,3}:[0-5][0-9](?::[0-5][0-9])?(?:[.,:][0-9]{1,3})?"
"""A pattern for a time without groups, to build others on."""

_TIME = r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9])(?:[.,]([0-9]{1,3})|:[0-9]{2})?"
_STAMP = re.compile(rf"(?:\[{_TIME}\]|\({_TIME}\)|{_TIME})([:.,]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A token that is a time and nothing else.

    Args:
        ms: the time, milliseconds. Digits after a point are a decimal fraction of a second; a fourth part
            (``00:01:02:15``) counts frames of an unknown rate and is left out.
        bracket: ``"["``, ``"("`` or ``""``.
        colon: whether a colon follows it, as in ``Name [0:12]:``.
    """

    ms: int
    bracket: str
    colon: bool


def parse_timestamp(token: str) -> Timestamp | None:
    """Parse a token as a timestamp; ``None`` for anything else.

    A time has minutes and seconds at least. Minutes may pass 59 only where there are no hours.
    """
    if len(token) > 20 or ":" not in token:
        return None
    match = _STAMP.fullmatch(token)
    if match is None:
        return None
    bracket = token[0] if token[0] in "[(" else ""
    at = {"[": 1, "(": 5, "": 9}[bracket]
    hours, minutes, seconds, fraction = match.group(at, at + 1, at + 2, at + 3)
    if hours is not None and int(minutes) > 59:
        return None
    total = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return Timestamp(total * 1000 + int((fraction or "0").ljust(3, "0")), bracket, match[13] == ":")


class Clock:
    """Keep the timestamps of a transcript in order while it is read.

    Args:
        remarks: where a time that runs backwards is reported.
    """

    __slots__ = ("_latest_ms", "_remarks")

    def __init__(self, remarks: list[Remark]) -> None:
        self._latest_ms = -1
        self._remarks = remarks

    def admit(self, ms: int, line: int) -> int | None:
        """The time, or ``None`` when it is before one that was admitted already."""
        if ms < self._latest_ms:
            message = f"time {short_time(ms)} is before {short_time(self._latest_ms)}, which stands above it: ignored"
            self._remarks.append(Remark("warning", message, line))
            return None
        self._latest_ms = ms
        return ms
