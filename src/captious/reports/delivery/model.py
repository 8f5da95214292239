"""What is kept of each file of a delivery: enough for the first page, and little enough for ten thousand files."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from captious.core.clock import frame_at, nominal_rate, timecode_parts, vtt_time

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from captious.checks.delivery_limits import Limits

FIRST_PAGE, PAGES, SHEET = "index.html", "files", "report.css"
SUMMARY, RECORD = "summary.json", "findings.jsonl.gz"
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_MOST_NAME = 48
MILLISECONDS, FRAMES, DROP_FRAMES = "ms", "frames", "drop-frames"
TIMES = (MILLISECONDS, FRAMES, DROP_FRAMES)
"""How times are written: ``00:01:02.480``, ``00:01:02:12`` or, at 29.97 and 59.94, ``00:01:02;12``."""


class RecordedFinding(NamedTuple):
    """A finding as the record of a delivery keeps it, for the comparison with the next one.

    Args:
        code: of its rule.
        severity: its severity.
        text: digest of the text it is about, which neither line nor time is part of.
        start_ms: when its caption begins; ``None`` without one.
        cue: the number of its caption; ``None`` without one.
        message: its message.
    """

    code: str
    severity: str
    text: str
    start_ms: int | None
    cue: int | None
    message: str


class RuleCount(NamedTuple):
    """How often a rule is broken in a file: its code, name, severity, what to ask for, and the findings."""

    code: str
    name: str
    severity: str
    remedy: str
    found: int


class FileSummary(NamedTuple):
    """A file of a delivery.

    Args:
        path: its path in the delivery, with slashes.
        page: the file name of its page.
        error: why it could not be read; empty if it was.
        excused: whether it could not be read, and is known for it.
        cues: its captions.
        words: their words.
        until_ms: when the last one ends.
        severities: its errors, warnings and infos.
        rules: how often each rule is broken.
        fail: for each limit that would make the delivery fail: its number, findings, captions with them.
        review: the same for the limits that take a person.
        profile: format and language whose limits were checked; empty if it could not be read.
        settings: the number of the settings it was checked with.
        changed: how many findings are new since the delivery before, still there, and repaired; ``None`` = no
            delivery before, or the file was not in it.
        repaired: the findings that were repaired.
        new: how many of the findings of each rule are new.
    """

    path: str
    page: str
    error: str = ""
    excused: bool = False
    cues: int = 0
    words: int = 0
    until_ms: int = 0
    severities: tuple[int, int, int] = (0, 0, 0)
    rules: tuple[RuleCount, ...] = ()
    fail: tuple[tuple[int, int, int], ...] = ()
    review: tuple[tuple[int, int, int], ...] = ()
    profile: tuple[str, str | None] = ("", None)
    settings: int = 0
    changed: tuple[int, int, int] | None = None
    repaired: tuple[RecordedFinding, ...] = ()
    new: tuple[tuple[str, int], ...] = ()

    @property
    def found(self) -> int:
        """All its findings."""
        return sum(self.severities)


class Terms(NamedTuple):
    """What a report is made by, the same for every file.

    Args:
        title: the heading of every page.
        date: the date on it.
        limits: the limits of the delivery.
        times: one of `TIMES`.
    """

    title: str
    date: str
    limits: Limits
    times: str = MILLISECONDS


def page_name(number: int, path: str) -> str:
    """The file name of a page: a number, so that no two are the same, and as much of the name as any system takes."""
    stem = _UNSAFE.sub("-", os.path.basename(path)).strip("-.")[-_MOST_NAME:].lstrip("-.")  # noqa: PTH119
    return f"{number:05d}-{stem or 'file'}.html"


def shown_time(ms: int, *, times: str, frame_rate: Fraction | None) -> str:
    """A time as the report writes it; in milliseconds where the frame rate is unknown."""
    if times == MILLISECONDS or frame_rate is None:
        return vtt_time(ms)
    drop = times == DROP_FRAMES and nominal_rate(frame_rate) % 30 == 0 and frame_rate.denominator == 1001
    hours, minutes, seconds, frames = timecode_parts(frame_at(max(ms, 0), frame_rate), frame_rate, drop=drop)
    digits = 3 if nominal_rate(frame_rate) > 100 else 2
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}{';' if drop else ':'}{frames:0{digits}d}"


def total(files: Sequence[FileSummary], *, place: int) -> int:
    """All findings of one severity: 0 = errors, 1 = warnings, 2 = infos."""
    return sum(file.severities[place] for file in files)
