"""Where times cannot be read: only the rule that reports them may change anything there."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from captious.formats.vtt.header import find_header
from captious.formats.vtt.issues import BAD_TIMES, BLANK_LINE_IN_TEXT, MISSING_SIGNATURE

if TYPE_CHECKING:
    from captious.analysis.subject import Subject


def misread_cues(subject: Subject) -> frozenset[int]:
    """The cues (1-based) of which players show more or less than their text.

    More is another cue whose times cannot be read, less is what is above a blank line.
    """
    return cues_above_blank_line(subject) | frozenset(
        finding.cue
        for finding in subject.reported.get(BAD_TIMES.code, ())
        if finding.cue is not None and finding.span.line != _times_line(subject, finding.cue - 1)
    )


def cues_above_blank_line(subject: Subject) -> frozenset[int]:
    """The cues (1-based) with a blank line between their times and their text, or within the text."""
    return frozenset(
        finding.cue
        for finding in subject.reported.get(BLANK_LINE_IN_TEXT.code, ())
        if finding.cue is not None
    )


def is_in_broken_cue(subject: Subject, offset: int) -> bool:
    """Whether a place in the source is on the line of times that cannot be read, or on one of their cue."""
    broken = subject.document.broken
    place = bisect_right(subject.once(_starts), offset) - 1
    return place >= 0 and offset <= broken[place].span.end


def _starts(subject: Subject) -> list[int]:
    return [cue.span.start for cue in subject.document.broken]


def header_end_offset(subject: Subject) -> int:
    """Where a header ends that players do not find; 0 if they do, or if there is none."""
    if MISSING_SIGNATURE.code not in subject.reported:
        return 0
    lines = subject.source_lines
    header = find_header(lines.texts)
    return 0 if header is None or header.is_misplaced else lines.starts[header.line] + header.end


def _times_line(subject: Subject, index: int) -> int:
    return subject.cue_span(index).line + (subject.cues[index].id is not None)
