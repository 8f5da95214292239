"""Issues of a whole file, in any format: mixed line endings, NUL characters."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from captious.core.span import Span
from captious.formats.issue import MIXED_LINE_ENDS, NUL_CHARACTER, Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.formats.lines import Lines


def whole_file_issues(source: str, lines: Lines, *, start: int = 0) -> Iterator[tuple[Issue, Span, str]]:
    """The issues of a whole file, each with its place and message.

    Args:
        source: the text of the file.
        lines: its lines.
        start: where to begin to look for characters.
    """
    if lines.mixed:
        message = "mixed line endings (expected only one of CR, LF and CRLF)"
        yield MIXED_LINE_ENDS, Span(0, 0, 1, 1), message
    nul = source.find("\0", start)
    if nul >= 0:
        # One finding, for the first one: a file with one usually has thousands.
        line = bisect_right(lines.starts, nul) - 1
        column = nul - lines.starts[line]
        message = f"NUL character ({source.count(chr(0), start):,} in the file)"
        yield NUL_CHARACTER, lines.span(line, column, column + 1), message
