"""What was found in the view of a file, led back to the file: places, and edits that do the same there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from captious.analysis.view import time_places
from captious.analysis.view_text import ViewText
from captious.core.span import LineIndex, Span
from captious.formats.lines import split_lines
from captious.formats.vtt.timestamps import parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.core.document import Document
    from captious.core.finding import Edit, Finding, Fix
    from captious.formats.origin import Origin

NOWHERE = Span(0, 0, 0, 0)
"""The place of a finding in a file without lines."""
_WHOLE_FILE = Span(0, 0, 1, 1)
_TEXTS_KEPT = 16
"""Cues whose text is kept character by character: findings come in the order of the cues, and a text beside its places
takes a hundred times its own memory."""


class OriginMap:
    """Leads from the view of a file to the file.

    Args:
        view: the document as `captious.analysis.view.view_of` makes it.
        origin: the file that it was read from.
    """

    def __init__(self, view: Document, origin: Origin) -> None:
        self._cues, self._origin = view.cues, origin
        self._spans = [cue.span or _WHOLE_FILE for cue in view.cues]
        self._starts = [span.start for span in self._spans]
        self._texts: dict[int, ViewText] = {}
        # findings of a cue can share a fix, and share what becomes of it
        self._fixes: dict[int, tuple[Fix, Fix | None]] = {}

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(split_lines(self._origin.source).starts)

    def finding(self, finding: Finding) -> Finding:
        """A finding in the view as one in the file; without its fix, if that cannot be done there."""
        fix = finding.fix
        if fix is not None:
            if id(fix) not in self._fixes:
                self._fixes[id(fix)] = fix, self._fix(fix)
            _, fix = self._fixes[id(fix)]
        labels, number = self._origin.labels, finding.cue
        place = labels[number - 1] if labels and number is not None else ""
        return replace(finding, span=self._span(finding), fix=fix, place=place)

    def edits(self, edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
        """The edits of the file that do the same as edits of the view; ``None`` if there are none."""
        times: dict[int, list[Edit]] = {}
        texts: dict[int, list[Edit]] = {}
        made: list[Edit] = []
        notation = self._origin.notation
        if notation is None or not self._origin.places:
            return None
        for edit in edits:
            removed = self._removed(edit)
            if removed and notation.removal is not None:
                made += [
                    notation.removal(self._origin.source, self._origin.places[index]) for index in removed
                ]
                continue
            index = self._index(edit.start)
            if index is None or edit.end > self._spans[index].end:
                return None
            begins = self._spans[index].end - len(self._cues[index].text)
            (texts if edit.start >= begins and self._cues[index].text else times).setdefault(
                index, []
            ).append(edit)
        for index, several in times.items():
            found = self._times(index, several)
            if found is None:
                return None
            made += found
        for index, several in texts.items():
            begins = self._spans[index].end - len(self._cues[index].text)
            shifted = [replace(edit, start=edit.start - begins, end=edit.end - begins) for edit in several]
            found = self._text(index).edits(shifted)
            if found is None:
                return None
            made += found
        return tuple(sorted(made, key=lambda edit: (edit.start, edit.end)))

    def _fix(self, fix: Fix) -> Fix | None:
        if fix.reencode:
            return fix if self._origin.source else None
        edits = self.edits(fix.edits)
        return replace(fix, edits=edits) if edits else None

    def _times(self, index: int, edits: Sequence[Edit]) -> tuple[Edit, ...] | None:
        cue, notation = self._cues[index], self._origin.notation
        first, second = time_places(self._spans[index].start, cue.start_ms, cue.end_ms)
        new: dict[tuple[int, int], int] = {}
        for edit in edits:
            ms = parse_timestamp(edit.text)
            if ms is None or (edit.start, edit.end) not in (first, second):
                return None
            new[edit.start, edit.end] = ms
        if notation is None:
            return None
        return notation.edits_of_times(
            self._origin.source, self._origin.places[index], new.get(first), new.get(second)
        )

    def _removed(self, edit: Edit) -> range:
        """The cues that an edit removes as a whole."""
        if edit.text.strip():
            return range(0)
        first = bisect_right(self._starts, edit.start - 1)
        past = first
        while past < len(self._spans) and self._spans[past].end <= edit.end:
            past += 1
        return range(first, past)

    def _index(self, offset: int) -> int | None:
        """The cue at an offset of the view, 0-based; ``None`` in its header, or between two cues."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset <= self._spans[index].end else None

    def _text(self, index: int) -> ViewText:
        if index not in self._texts:
            notation = self._origin.notation
            assert notation is not None  # noqa: S101 - whoever asks has places, and a reader of places has one
            while len(self._texts) >= _TEXTS_KEPT:
                del self._texts[next(iter(self._texts))]
            self._texts[index] = ViewText(
                self._cues[index].text,
                source=self._origin.source,
                place=self._origin.places[index].text,
                notation=notation,
            )
        return self._texts[index]

    def _span(self, finding: Finding) -> Span:
        origin = self._origin
        if not origin.places:
            return NOWHERE
        index = self._index(finding.span.start)
        if index is None:
            index = None if finding.cue is None else finding.cue - 1
            return _WHOLE_FILE if index is None else origin.places[index].span
        place, span, cue = origin.places[index], finding.span, self._cues[index]
        begins = self._spans[index].end - len(cue.text)
        if span.start < begins and span.end <= begins:
            return self._times_span(index, span)
        if span.start >= begins and origin.notation is not None and span.end <= self._spans[index].end:
            found = self._text(index).place(span.start - begins, span.end - begins)
            return self._lines.span(*(place.text if found is None else found))
        return place.span

    def _times_span(self, index: int, span: Span) -> Span:
        place, cue = self._origin.places[index], self._cues[index]
        first, second = time_places(self._spans[index].start, cue.start_ms, cue.end_ms)
        begin = place.start_time if span.start < second[0] else place.end_time
        end = place.end_time if span.end > first[1] else place.start_time
        if begin is None or end is None or end < begin:
            return place.span
        return self._lines.span(begin[0], end[1])
