"""A WebVTT file that is several put together: which cues are there twice, and the edits that make one file of them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.edits import move_end, move_times
from captious.core.finding import Edit, Fix
from captious.core.numbers import count
from captious.formats.vtt.issues import SECOND_HEADER
from captious.formats.vtt.segments import (
    clock_difference_ms,
    find_second_headers,
    media_clock,
    move_stamps,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from captious.analysis.subject import Subject
    from captious.core.cue import Cue
    from captious.core.finding import Finding
    from captious.formats.vtt.segments import SecondHeader

_ORDER = "TIM002"
_TWICE = frozenset({_ORDER, "TIM003", "TXT016"})
"""Rules about cues that are out of order, shown together or repeated, as cues are at the seam of two segments."""


@dataclass(frozen=True, slots=True)
class Segment:
    """What follows a second header.

    Args:
        header: the header.
        later_ms: how much later its times are than written, by its clock.
        first: its first cue (0-based).
        end: the cue after its last.
        twice: its cues that the segment before has, with the cue there.
        longer: the end of cues there that go on in this segment.
    """

    header: SecondHeader
    later_ms: int
    first: int
    end: int
    twice: dict[int, int]
    longer: dict[int, int]


def find_segments(subject: Subject) -> Mapping[int, Segment]:
    """The segments of a file but the first, by the line (0-based) of their header; ``subject.once(find_segments)``."""
    if SECOND_HEADER.code not in subject.reported:
        return {}
    lines = subject.source_lines
    told = {finding.span.line - 1 for finding in subject.reported[SECOND_HEADER.code]}
    headers = [header for header in find_second_headers(lines.texts) if header.line in told]
    begins = [cue.span.start if cue.span is not None else 0 for cue in subject.cues]
    places = [bisect_right(begins, lines.starts[header.line]) for header in headers]
    reference = media_clock(subject.document.header)
    found: list[Segment] = []
    known = _known(subject.cues, range(places[0] if places else 0), 0)
    later = above = 0
    for number, (header, first) in enumerate(zip(headers, places, strict=True)):
        end = places[number + 1] if number + 1 < len(places) else len(subject.cues)
        clock = media_clock("\n".join(lines.texts[header.line : header.end]))
        if clock is not None:
            reference = reference or clock
            later = clock_difference_ms(reference, clock)
        twice: dict[int, int] = {}
        for index in range(first, end):
            cue = subject.cues[index]
            before = known.get(_key(cue, later))
            if before is not None:
                twice[index] = before
        longer: dict[int, int] = {}
        if first < end and first not in twice and first:
            _cut_through(subject.cues, first, later - above, twice, longer)
        found.append(Segment(header, later, first, end, twice, longer))
        above = later
        known = _known(subject.cues, range(first, end), later, twice)
    return {segment.header.line: segment for segment in found}


def skip_seams(subject: Subject, findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that a seam of two segments explains."""
    seams: set[int] = set()
    twice: set[int] = set()
    for segment in subject.once(find_segments).values():
        seams.update((segment.first, segment.first - 1))
        if segment.later_ms:
            twice.update((segment.first, segment.first - 1))
        for index, before in segment.twice.items():
            twice.update((index, index - 1, before))

    def is_explained(finding: Finding) -> bool:
        index = finding.cue - 1 if finding.cue is not None else -1
        return (finding.code == _ORDER and index in seams) or (finding.code in _TWICE and index in twice)

    return [finding for finding in findings if not is_explained(finding)]


def join_segment(subject: Subject, segment: Segment) -> Fix | None:
    """The fix that makes a segment part of the file above it; ``None`` if its times cannot be written.

    It is safe where nothing moves and nothing is there twice.
    """
    edits: list[Edit] = []
    for index in range(segment.first, segment.end):
        cue = subject.cues[index]
        if index in segment.twice or not segment.later_ms:
            continue
        start, end = cue.start_ms + segment.later_ms, cue.end_ms + segment.later_ms
        moved = move_times(subject, index, start, end, "") if start >= 0 else None
        if moved is None:
            return None
        edits += moved.edits
        text = move_stamps(cue.text, segment.later_ms)
        if text != cue.text:
            place = subject.text_starts[index]
            newline = subject.document.newline
            edits.append(Edit(place, subject.cue_span(index).end, text.replace("\n", newline)))
    for index, ms in segment.longer.items():
        if ms != subject.ends[index]:
            longer = move_end(subject, index, ms, "")
            if longer is None:
                return None
            edits += longer.edits
    gone = [_header_lines(subject, segment.header), *_cues_twice(subject, segment)]
    edits += _united(gone, subject)
    message = "Remove the header"
    if segment.later_ms:
        message += f", move the cues below by {segment.later_ms / 1000:,.3f} s"
    if segment.twice:
        message += f", remove {count(len(segment.twice), 'cue')} that the part above has"
    safe = not segment.later_ms and not segment.twice
    return Fix(tuple(sorted(edits, key=lambda edit: edit.start)), safe, message)


def _key(cue: Cue, later_ms: int) -> tuple[str, str, int, int]:
    return cue.text, cue.settings, cue.start_ms + later_ms, cue.end_ms + later_ms


def _known(
    cues: Sequence[Cue], indexes: range, later_ms: int, twice: dict[int, int] | None = None
) -> dict[tuple[str, str, int, int], int]:
    return {_key(cues[index], later_ms): (twice or {}).get(index, index) for index in indexes}


def _cut_through(
    cues: Sequence[Cue], first: int, later_ms: int, twice: dict[int, int], longer: dict[int, int]
) -> None:
    """Adds the first cue of a segment if the last one above is the same, cut at the edge."""
    one, other = cues[first - 1], cues[first]
    if (one.text, one.settings) == (other.text, other.settings):
        start, end = other.start_ms + later_ms, other.end_ms + later_ms
        if one.start_ms <= start <= one.end_ms:
            twice[first] = first - 1
            longer[first - 1] = max(end, one.end_ms)


def _header_lines(subject: Subject, header: SecondHeader) -> tuple[int, int]:
    """The lines of a header with the blank ones below; a blank line above it stays."""
    texts, starts = subject.source_lines.texts, subject.source_lines.starts
    past = header.past
    while past < len(texts) and not texts[past].strip():
        past += 1
    return starts[header.line], starts[past] if past < len(texts) else len(subject.source)


def _cues_twice(subject: Subject, segment: Segment) -> list[tuple[int, int]]:
    source = subject.source
    found = []
    for index in segment.twice:
        start, end = subject.cue_span(index).start, subject.cue_span(index).end
        while end < len(source) and source[end] in "\r\n":
            end += 1
        found.append((start, end))
    return found


def _united(ranges: list[tuple[int, int]], subject: Subject) -> list[Edit]:
    """The edits that remove ranges of the source, one for those that touch; a blank line stays between the others."""
    source, newline = subject.source, subject.document.newline
    united: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    edits = []
    for start, end in united:
        if end == len(source):
            begin = len(source[:start].rstrip("\r\n"))
            edits.append(Edit(begin, end, newline if source[-1] in "\r\n" else ""))
            continue
        above = source[max(start - 4, 0) : start]
        ends = above.replace("\r\n", "\n").replace("\r", "\n")
        edits.append(Edit(start, end, "" if ends.endswith("\n\n") else newline))
    return edits
