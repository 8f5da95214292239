"""A cue ends after the next one has begun.

## Why it matters

Most players show two captions on top of each other, or drop one of them.
An overlap is usually an accident: an edit moved one time and not the other.

Cues that overlap on purpose, in different positions on screen, are not reported: different WebVTT `line`, `position` or
`region` settings, different SubRip coordinates, or a leading `{\\an8}` on one of the two.

## Fails

A cue that ends at 3.5 s, before one that begins at 3.0 s.

## Passes

A cue that ends exactly when the next one begins.
Cues of a WebVTT region that scrolls: they are meant to be on screen together.

## Fix safety

The fix ends the first cue where the second begins, or earlier by the minimum gap of the style.
It is safe if the cue ends no more than half a second sooner, and keeps the style's minimum duration and reading speed
or loses no more than a frame if it kept neither before.
Otherwise it is unsafe, because two people may talk at once, or moving the second cue may be better.

Two cues with the same times have an unsafe fix that makes one cue of both, the rows of the first above those of the
second, if the style allows that many lines.
Two cues that begin together and end at different times have no fix.

## Sources

- Subtitle Edit, "Fix overlapping display times".
- W3C WebVTT 1, cue positioning: cues shown at once are moved apart by the renderer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.edits import move_end
from captious.analysis.free_time import FreeTime
from captious.analysis.text_fits import show_lines
from captious.checks.causes import SAME_TIMES
from captious.checks.model import Group, Rule
from captious.core.clock import srt_time
from captious.core.finding import Severity
from captious.formats.vtt.regions import parse_region
from captious.formats.vtt.settings import parse_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.cue import Cue
    from captious.core.finding import Finding, Fix
    from captious.formats.vtt.regions import RegionSettings

_PLACE = re.compile(r"\{\\(?:an?[0-9]{1,2}|pos\([^){}]{0,40}\))", re.ASCII)


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that end after the next one begins."""
    free_time: FreeTime | None = None
    for index, gap in enumerate(subject.gaps):
        if gap >= 0 or subject.durations[index] <= 0:
            continue
        cue, following = subject.cues[index], subject.cues[index + 1]
        if following.start_ms < cue.start_ms or cue.settings != following.settings:
            continue
        if _place(cue.text) != _place(following.text) or (cue.settings and _scrolls(subject, cue)):
            continue
        if (cue.start_ms, cue.end_ms) == (following.start_ms, following.end_ms):
            message, fix = SAME_TIMES, _merge(subject, index)
        else:
            free_time = free_time or FreeTime(subject)
            message = f"overlaps the next cue by {-gap:,} ms"
            message += f" ({srt_time(cue.end_ms)} > {srt_time(following.start_ms)})"
            fix = _trim(subject, index, free_time)
        yield RULE.at(subject.times_span(index), message, index=index, fix=fix)


def _scrolls(subject: Subject, cue: Cue) -> bool:
    """Whether a cue is in a region that scrolls, in which the cues before stay above it."""
    if subject.document.format != "vtt":
        return False
    region = parse_settings(cue.settings, subject.once(_regions)).region
    return region is not None and region.scroll == "up"


def _regions(subject: Subject) -> tuple[RegionSettings, ...]:
    return tuple(parse_region(region.settings) for region in subject.document.regions)


def _merge(subject: Subject, index: int) -> Fix | None:
    """The fix that makes one cue of two with the same times; TXT016 removes one of two that say the same."""
    one, other = subject.cues[index], subject.cues[index + 1]
    begin, end = subject.cue_span(index).end, subject.text_starts[index + 1]
    between = subject.source[begin : subject.cue_span(index + 1).start]
    rows = (*one.lines, *other.lines)
    most = max(subject.profile.layout.lines.value, len(one.lines), len(other.lines))
    if between.strip() or len(rows) > most or one.lines == other.lines or not (one.lines and other.lines):
        return None
    if show_lines(subject, f"{one.text}\n{other.text}") != rows or one.speaker != other.speaker:
        return None
    return subject.replace(begin, end, subject.document.newline, "Make one cue of both", safe=False)


def _place(text: str) -> str:
    match = _PLACE.match(text)
    return match[0] if match else ""


def _trim(subject: Subject, index: int, free_time: FreeTime) -> Fix | None:
    start, following = subject.starts[index], subject.starts[index + 1]
    # the start of a frame may be written one millisecond before its rounded time
    end = min(free_time.grid.ms(free_time.grid.floor(following) - free_time.policy.smallest), following)
    safe = end > start and free_time.keeps(index, end - start)
    if end <= start:
        end = min(free_time.grid.ms(free_time.grid.floor(following)), following)
    if end <= start:
        return None
    message = "End the cue where the next one begins"
    if not free_time.keeps(index, end - start):
        message += f", which leaves {end - start:,} ms to read it"
    return move_end(subject, index, end, message, safe=safe)


RULE = Rule("TIM003", "overlapping-cues", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe or unsafe")
