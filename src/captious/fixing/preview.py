"""The preview of one fix: the cues it changes, before and after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.document import Document
    from captious.core.finding import Edit, Finding

MOST_CHARS = 4000
"""Most characters to show: a fix of line ends changes the whole file."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A part of the source before and after a fix, with LF line ends and without the blank lines around it."""

    before: str
    after: str

    __repr__ = short_repr


class Previewer:
    """Shows fixes of one file.

    Args:
        document: read from a source; cues know their spans.
    """

    def __init__(self, document: Document) -> None:
        self._source = document.source or ""
        spans = [cue.span for cue in document.cues if cue.span is not None]
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def show(self, finding: Finding) -> Preview | None:
        """The preview of the fix of a finding; ``None`` without a fix, or if it is too long to show."""
        if finding.fix is None or not finding.fix.edits:
            return None
        edits = finding.fix.edits
        start, end = self._stretch(edits[0].start, max(edit.end for edit in edits))
        if end - start > MOST_CHARS:
            return None
        before, after = self._source[start:end], _apply(self._source, edits, start, end)
        return Preview(_trimmed(before), _trimmed(after))

    def _stretch(self, start: int, end: int) -> tuple[int, int]:
        """The cues that a part of the source overlaps, or its lines if it is outside of any cue."""
        first, last = bisect_left(self._ends, start), bisect_right(self._starts, end) - 1
        if first <= last:
            start, end = min(start, self._starts[first]), max(end, self._ends[last])
        start = max(self._source.rfind("\n", 0, start), self._source.rfind("\r", 0, start)) + 1
        ends = [place for character in "\r\n" if (place := self._source.find(character, end)) >= 0]
        return start, min(ends, default=len(self._source))


def _apply(source: str, edits: Sequence[Edit], start: int, end: int) -> str:
    parts, place = [], start
    for edit in edits:
        parts += [source[place : edit.start], edit.text]
        place = edit.end
    return "".join([*parts, source[place:end]])


def _trimmed(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
