"""The place of a finding: line, column, cue and time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from captious.core.clock import srt_time
from captious.core.span import LineIndex
from captious.formats.lines import split_lines

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.core.finding import Finding
    from captious.core.span import Span
    from captious.formats.lines import Lines
    from captious.reports.model import FileFindings


class Places:
    """The places of one file.

    Args:
        file: the file with the findings.
    """

    def __init__(self, file: FileFindings) -> None:
        self._source = file.source
        self._cues = file.document.cues if file.document is not None else ()

    @cached_property
    def lines(self) -> Lines:
        """The lines of the source."""
        return split_lines(self._source)

    @cached_property
    def _index(self) -> LineIndex:
        return LineIndex(self.lines.starts)

    def at(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of an offset; of the end of the source for one beyond it."""
        place = min(offset, len(self._source))
        span = self._index.span(place, place)
        return span.line, span.column

    def end(self, span: Span) -> tuple[int, int]:
        """The 1-based line and column of the first character after a span."""
        return self.at(max(span.start, span.end))

    def line(self, number: int) -> str:
        """The text of a 1-based line; of the last for one beyond the end."""
        texts = self.lines.texts
        return texts[min(number, len(texts)) - 1]

    def cue(self, finding: Finding) -> Cue | None:
        """The cue a finding is about; ``None`` if it is about none."""
        number = finding.cue
        return self._cues[number - 1] if number is not None and 0 < number <= len(self._cues) else None

    def cue_label(self, finding: Finding) -> str:
        """``cue 12, 00:01:02``: its number and in-time, rounded down to the second; empty if it is about none."""
        if finding.cue is None:
            return ""
        cue = self.cue(finding)
        return f"cue {finding.cue}" + (f", {srt_time(cue.start_ms)[:-4]}" if cue is not None else "")

    def cue_lines(self, finding: Finding) -> tuple[int, int]:
        """The first and last 1-based line to show: the cue with the issue, or the line alone."""
        first, last = finding.span.line, self._last_line(finding.span)
        cue = self.cue(finding)
        if cue is not None and cue.span is not None:
            first, last = min(first, cue.span.line), max(last, self._last_line(cue.span))
        return first, last

    def _last_line(self, span: Span) -> int:
        """The line of a span's last character: a span that ends with a line end does not reach the next line."""
        return self.at(max(span.start, span.end - 1))[0]
