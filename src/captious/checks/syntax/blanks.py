"""Blank lines put in and taken out, and things removed without leaving a blank line where one ends a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.finding import Edit, Fix

if TYPE_CHECKING:
    from captious.checks.subject import Subject


def insert_line_before(subject: Subject, line: int, message: str, *, safe: bool = True) -> Fix:
    """The fix that puts a blank line above a line of the source (0-based)."""
    place = subject.source_lines.starts[line]
    return Fix((Edit(place, place, subject.document.newline),), safe, message)


def remove_lines(subject: Subject, first: int, past: int) -> Edit:
    """The edit that removes the lines ``[first, past)`` of the source (0-based) with their line ends."""
    starts = subject.source_lines.starts
    end = starts[past] if past < len(starts) else len(subject.source)
    return Edit(starts[first], end, "")


def remove(subject: Subject, start: int, end: int) -> Edit:
    """The edit that removes ``[start, end)``, which lies in one line of a cue's text, or between two.

    With nothing else on the line, the whole line goes: a blank line would end the cue there. A cue keeps its only
    line, blank.
    """
    number = subject.cue_at(start)
    lines = subject.source_lines
    line = subject.span(start, end).line - 1
    text, begin = lines.texts[line], lines.starts[line]
    inside = end - begin
    if number is None or inside > len(text) or (text[: start - begin] + text[inside:]).strip():
        return Edit(start, end, "")
    cue_end = subject.cue_span(number).end
    if begin + len(text) < cue_end:
        return Edit(begin, lines.starts[line + 1], "")
    if begin > subject.text_starts[number]:
        return Edit(lines.starts[line - 1] + len(lines.texts[line - 1]), cue_end, "")
    return Edit(start, end, "")
