"""Edits that several rules make: moving a time, replacing the text of a cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.clock import srt_time, vtt_time
from captious.core.finding import Edit, Fix
from captious.formats.frames import in_frames
from captious.formats.srt.issues import AMBIGUOUS_MILLISECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject

# also as SubRip readers accept them: negative, or with spaces beside the punctuation marks
_TIME = re.compile(r"-?[0-9]+(?: ?[:.,] ?[0-9]+){0,3}", re.ASCII)


MOST_MOVED_MS = 500
"""How far a safe fix moves a time: no start further than this, and no end sooner by more."""


def move_end(subject: Subject, index: int, end_ms: int, message: str, *, safe: bool = True) -> Fix | None:
    """The fix that changes the out-time of a cue; see `move_times`."""
    return move_times(subject, index, subject.starts[index], end_ms, message, safe=safe)


def move_start(subject: Subject, index: int, start_ms: int, message: str, *, safe: bool = True) -> Fix | None:
    """The fix that changes the in-time of a cue; see `move_times`."""
    return move_times(subject, index, start_ms, subject.ends[index], message, safe=safe)


def move_times(
    subject: Subject, index: int, start_ms: int, end_ms: int, message: str, *, safe: bool = True
) -> Fix | None:
    """The fix that changes one or both times of a cue; ``None`` if they cannot be found, are the same or ambiguous.

    Args:
        subject: the file.
        index: 0-based number of the cue.
        start_ms: the new in-time.
        end_ms: the new out-time.
        message: what the fix does, in the imperative; by how much is added.
        safe: whether it is safe as far as the rule knows. It is not if the start moves by more than `MOST_MOVED_MS`, or
            the end gets sooner by more.
    """
    cue = subject.cues[index]
    if not subject.once(find_ambiguous).isdisjoint((index - 1, index, index + 1)):
        return None
    moved = start_ms - cue.start_ms, end_ms - cue.end_ms
    edits = []
    if moved[0]:
        edits.append(_move(subject, index, start_ms, first=True))
    if moved[1]:
        edits.append(_move(subject, index, end_ms, first=False))
    found = tuple(edit for edit in edits if edit is not None)
    if not found or len(found) < len(edits):
        return None
    safe = safe and abs(moved[0]) <= MOST_MOVED_MS and moved[1] >= -MOST_MOVED_MS
    return Fix(found, safe, f"{message} ({', '.join(_amounts(*moved))})")


def find_ambiguous(subject: Subject) -> frozenset[int]:
    """The cues with a time that may mean two things, such as ``,6``; use ``subject.once(find_ambiguous)``.

    Nothing is moved there or beside them: where one of the two is right, the other is half a second off.
    """
    found = subject.reported.get(AMBIGUOUS_MILLISECONDS.code, ())
    return frozenset(finding.cue - 1 for finding in found if finding.cue is not None)


def _amounts(start_ms: int, end_ms: int) -> Iterator[str]:
    for name, moved in (("start", start_ms), ("end", end_ms)):
        if moved:
            yield f"{name} {abs(moved):,} ms {'later' if moved > 0 else 'sooner'}"


def _move(subject: Subject, index: int, ms: int, *, first: bool) -> Edit | None:
    """The edit that writes a time of a cue; ``None`` if it cannot be found in the source."""
    if in_frames(subject.reading):
        # times in milliseconds among times in frames would make both unreadable
        return None
    place = subject.times_span(index)
    line = subject.source[place.start : place.end]
    arrow = line.find("-->")
    if arrow < 0:
        return None
    match = _TIME.search(line, 0, arrow) if first else _TIME.search(line, arrow + 3)
    if match is None:
        return None
    time = vtt_time(ms) if subject.document.format == "vtt" else srt_time(ms)
    return Edit(place.start + match.start(), place.start + match.end(), time)


def replace_text(subject: Subject, index: int, text: str, message: str, *, safe: bool = True) -> Fix:
    """The fix that replaces the text of a cue, with the line ends of its file."""
    start, end = subject.text_starts[index], subject.cue_span(index).end
    newline = subject.document.newline
    return Fix((Edit(start, end, text.replace("\n", newline)),), safe, message)
