"""Removal of a whole cue."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import BAD_TIMES, BLANK_LINE_IN_TEXT, LOST_TEXT

if TYPE_CHECKING:
    from captious.analysis.subject import Subject


def remove_cue(subject: Subject, index: int, message: str) -> Fix | None:
    """The unsafe fix that removes a cue (0-based) and the blank lines after it; ``None`` as for `removal`."""
    edit = removal(subject, index)
    return None if edit is None else Fix((edit,), False, message)


def removal(subject: Subject, index: int) -> Edit | None:
    """The edit that removes a cue and the blank lines between it and the next.

    ``None`` for the only cue, and for one above text that belongs to no cue: it may be the text of this one.
    """
    span = subject.cues[index].span
    if span is None or len(subject.cues) < 2 or is_above_stray_text(subject, index):
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


def is_above_stray_text(subject: Subject, index: int) -> bool:
    """Whether text that belongs to no cue is between a cue (0-based) and the next."""
    strays = subject.once(_stray_starts)
    place = bisect_left(strays, subject.cue_span(index).end)
    end = subject.cue_span(index + 1).start if index + 1 < len(subject.cues) else len(subject.source) + 1
    return place < len(strays) and strays[place] < end


def _stray_starts(subject: Subject) -> list[int]:
    issues = (LOST_TEXT, BAD_TIMES, BLANK_LINE_IN_TEXT)
    found = [finding.span.start for issue in issues for finding in subject.reported.get(issue.code, ())]
    return sorted([*found, *(cue.span.start for cue in subject.document.broken)])
