"""Blank lines added and removed, and text removed without leaving a blank line that would end a cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.finding import Edit, Fix

if TYPE_CHECKING:
    from captious.analysis.subject import Subject

# bounded: a megabyte of spaces with thousands of tags in it must not be searched for each of them
_SPACES = re.compile(r"\s{0,1000}")


def insert_line_before(subject: Subject, line: int, message: str, *, safe: bool = True) -> Fix:
    """The fix that adds a blank line above a line of the source (0-based)."""
    place = subject.source_lines.starts[line]
    return Fix((Edit(place, place, subject.document.newline),), safe, message)


def remove_lines(subject: Subject, first: int, past: int) -> Edit:
    """The edit that removes the lines ``[first, past)`` of the source (0-based) with their line ends."""
    starts = subject.source_lines.starts
    end = starts[past] if past < len(starts) else len(subject.source)
    return Edit(starts[first], end, "")


def remove(subject: Subject, start: int, end: int) -> Edit:
    """The edit that removes ``[start, end)`` of the source.

    With nothing else on its line, the whole line is removed: a blank line would end the cue or comment. The only line
    of a cue stays as a blank line.
    """
    index = subject.cue_at(start)
    lines = subject.source_lines
    line = subject.span(start, end).line - 1
    text, begin = lines.texts[line], lines.starts[line]
    if end - begin > len(text) or not _alone(text, start - begin, end - begin):
        return Edit(start, end, "")
    if index is None:
        # what readers treat as a blank line already may stay one; within a comment nothing may become one
        may_stay = subject.document.format == "srt" and text.isspace()
        return Edit(start, end, "") if may_stay else remove_lines(subject, line, line + 1)
    cue_end = subject.cue_span(index).end
    if begin + len(text) < cue_end:
        return Edit(begin, lines.starts[line + 1], "")
    if begin > subject.text_starts[index]:
        return Edit(lines.starts[line - 1] + len(lines.texts[line - 1]), cue_end, "")
    return Edit(start, end, "")


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a line holds nothing but spaces outside ``[start, end)``."""
    before, after = _SPACES.match(text, 0, start), _SPACES.match(text, end)
    return before is not None and after is not None and (before.end(), after.end()) == (start, len(text))
