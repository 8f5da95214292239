"""Timestamps in a transcript: ``[01:02]``, ``(0:12)``, ``00:01:02.22``, ``@0:12``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from captious.core.clock import short_time
from captious.core.numbers import count
from captious.transcripts.model import Remark

TIME = r"[0-9]{1,3}:[0-5][0-9](?::[0-5][0-9])?(?:[.,:;][0-9]{1,3})?"
"""A pattern for a time without groups, to build others on."""

_TIME = r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9])(?:[.,]([0-9]{1,3})|[:;][0-9]{2})?"
_STAMP = re.compile(rf"(?:\[{_TIME}\]|\({_TIME}\)|@?{_TIME})([:.,]?)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A token that is a time and nothing else.

    Args:
        ms: the time, milliseconds. Digits after a point are a decimal fraction of a second; a fourth part
            (``00:01:02:15``) counts frames of an unknown rate and is left out.
        bracket: what makes it a timestamp beyond doubt: ``"["``, ``"("`` or ``"@"``; ``""`` for a bare time.
        colon: whether a colon follows it, as in ``Name [0:12]:``.
        stop: whether a point or a comma follows it, as in a sentence.
        hours: whether it has hours and seconds, as no time of day that is spoken has.
    """

    ms: int
    bracket: str
    colon: bool
    stop: bool = False
    hours: bool = False


def parse_timestamp(token: str) -> Timestamp | None:
    """Parse a token as a timestamp; ``None`` for anything else.

    A time has minutes and seconds at least. Minutes may pass 59 only where there are no hours.
    """
    if len(token) > 20 or ":" not in token:
        return None
    match = _STAMP.fullmatch(token)
    if match is None:
        return None
    bracket = token[0] if token[0] in "[(@" else ""
    at = {"[": 1, "(": 5}.get(bracket, 9)
    hours, minutes, seconds, fraction = match.group(at, at + 1, at + 2, at + 3)
    if hours is not None and int(minutes) > 59:
        return None
    total = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    ms = total * 1000 + int((fraction or "0").ljust(3, "0"))
    return Timestamp(ms, bracket, match[13] == ":", match[13] in {".", ","}, hours is not None)


class Clock:
    """Keep the timestamps of a transcript in order while it is read.

    Args:
        from_first: whether times count from the first of them, which is a time of day.
    """

    __slots__ = ("_backwards", "_first", "_from_first", "_latest_ms", "_start_ms")

    def __init__(self, *, from_first: bool = False) -> None:
        self._from_first = from_first
        self._start_ms = 0
        self._latest_ms = -1
        self._backwards = 0
        self._first: tuple[int, int, int] | None = None

    def admit(self, ms: int, line: int) -> int | None:
        """The time, or ``None`` when it is before one that was admitted already."""
        if self._from_first:
            self._from_first, self._start_ms = False, ms
        ms -= self._start_ms
        if ms < self._latest_ms:
            self._backwards += 1
            self._first = self._first or (ms, self._latest_ms, line)
            return None
        self._latest_ms = ms
        return ms

    def remarks(self) -> list[Remark]:
        """A warning of the times that run backwards, with the first of them."""
        if self._first is None:
            return []
        ms, latest_ms, line = self._first
        message = f"time {short_time(ms)} is before {short_time(latest_ms)}, which stands above it: ignored"
        if self._backwards > 1:
            times = count(self._backwards, "time")
            message = (
                f"{times} run backwards and are ignored, first {short_time(ms)} after {short_time(latest_ms)}"
            )
        return [Remark("warning", message, line)]
