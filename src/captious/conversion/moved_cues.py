"""Cues at other times: moved, or cut to a stretch of time, with the timestamps in their text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.formats.vtt.segments import move_stamps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.cue import Cue

_STAMP = re.compile(r"<((?:[0-9]{2,}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3})>", re.ASCII)
_PARTS = re.compile(r"[:.]")


def moved(cue: Cue, ms: int) -> Cue:
    """A cue at a later time, or an earlier one for negative ``ms``; timestamps in the text of WebVTT move with it."""
    if not ms:
        return cue
    text = move_stamps(cue.text, ms)
    return replace(cue, start_ms=cue.start_ms + ms, end_ms=cue.end_ms + ms, text=text, span=None)


def cut_to(cue: Cue, start_ms: int, end_ms: int) -> Cue:
    """A cue within a stretch of time; timestamps in its text that lie outside are left out."""
    start, end = max(cue.start_ms, start_ms), min(cue.end_ms, end_ms)
    if (start, end) == (cue.start_ms, cue.end_ms):
        return cue
    text = _STAMP.sub(lambda match: match[0] if start < _ms(match[1]) < end else "", cue.text)
    return replace(cue, start_ms=start, end_ms=end, text=text, span=None)


def without_stamps(text: str) -> str:
    """The text of a cue without timestamps."""
    return _STAMP.sub("", text) if "<" in text else text


def with_stamps_of(text: str, other: str) -> str:
    """A text with its timestamps and those of the same text elsewhere."""
    stamps = sorted({*_places(text), *_places(other)}, key=lambda place: (place[0], _ms(place[1])))
    bare, done, parts = without_stamps(text), 0, []
    for place, written in stamps:
        parts += [bare[done:place], f"<{written}>"]
        done = place
    return "".join([*parts, bare[done:]])


def _places(text: str) -> Iterator[tuple[int, str]]:
    """The timestamps of a text, each with its place in the text without them."""
    before = 0
    for match in _STAMP.finditer(text):
        yield match.start() - before, match[1]
        before += len(match[0])


def _ms(written: str) -> int:
    *hours, minutes, seconds, fraction = map(int, _PARTS.split(written))
    return ((hours[0] if hours else 0) * 3600 + minutes * 60 + seconds) * 1000 + fraction
