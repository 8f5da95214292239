"""Places in a source: where the text of each cue begins, and what is inside a tag."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.cue import Cue


def find_text_starts(cues: Sequence[Cue], source: str) -> list[int]:
    """Where the text of each cue begins in the source; its end is the end of the cue's span."""
    two = 1 if "\r\n" in source else 0
    starts: list[int] = []
    for cue in cues:
        end = cue.span.end if cue.span else 0
        begin = end - len(cue.text)
        if two and "\n" in cue.text:
            begin = end - len(cue.text) - _extra_line_ends(cue, source)
        starts.append(begin)
    return starts


def _extra_line_ends(cue: Cue, source: str) -> int:
    """How many CR before LF the text of a cue has in the source."""
    breaks = cue.text.count("\n")
    if source.count("\n") == source.count("\r\n") == source.count("\r"):
        return breaks
    end = cue.span.end if cue.span else 0
    position, extra = end, 0
    for line in reversed(cue.text.split("\n")[1:]):
        position -= len(line)
        if source[position - 2 : position] == "\r\n":
            extra, position = extra + 1, position - 2
        else:
            position -= 1
    return extra


class Tags:
    """The tags of a source: searching them again for each place is quadratic in a cue of a megabyte."""

    def __init__(self, source: str) -> None:
        self._openings = _offsets("<", source)
        self._closings = _offsets(">", source) if self._openings else []

    def hold(self, offset: int, *, begin: int) -> bool:
        """Whether an offset is inside a tag that begins at or after ``begin``."""
        openings, closings = self._openings, self._closings
        place = bisect_left(openings, offset) - 1
        if place < 0 or openings[place] < begin:
            return False
        closing = bisect_left(closings, openings[place])
        return closing < len(closings) and closings[closing] >= offset


def _offsets(character: str, text: str) -> list[int]:
    found: list[int] = []
    place = text.find(character)
    while place >= 0:
        found.append(place)
        place = text.find(character, place + 1)
    return found
