"""Removal of a whole cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.finding import Edit, Fix

if TYPE_CHECKING:
    from captious.analysis.subject import Subject


def remove_cue(subject: Subject, index: int, message: str) -> Fix | None:
    """The unsafe fix that removes a cue (0-based) and the blank lines after it; ``None`` for the only cue."""
    edit = removal(subject, index)
    return None if edit is None else Fix((edit,), False, message)


def removal(subject: Subject, index: int) -> Edit | None:
    """The edit that removes a cue and the blank lines between it and the next; ``None`` for the only cue."""
    span = subject.cues[index].span
    if span is None or len(subject.cues) < 2:
        return None
    source = subject.source
    start, end = span.start, span.end
    while end < len(source) and source[end] in "\r\n":
        end += 1
    if end < len(source):
        return Edit(start, end, "")
    # the last cue: the blank lines before it are removed, and one line end stays, as the file had it
    while start and source[start - 1] in "\r\n":
        start -= 1
    return Edit(start, end, subject.document.newline if end > span.end else "")
