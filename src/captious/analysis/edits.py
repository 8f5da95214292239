"""Edits that several rules make: moving a time, replacing the text of a cue, re-breaking its lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.text_fits import has_room
from captious.core.clock import srt_time, vtt_time
from captious.core.finding import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from captious.analysis.subject import Subject
    from captious.segment.rebreak import Rebreaker

_SPACES = re.compile(r"[ \n]+")
"""Not `str.split`: a no-break space keeps its words together."""

_WRAPPED = re.compile(
    r"((?:<(?:[vbiuc]|font)(?:[ .][^<>\n]*)?>|\{\\[^{}\n]*\})*)([^<{&]*)((?:</(?:[vbiuc]|font)>)*)"
)

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
    """The fix that changes one or both times of a cue; ``None`` if they cannot be found, or are the same.

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


def _amounts(start_ms: int, end_ms: int) -> Iterator[str]:
    for name, moved in (("start", start_ms), ("end", end_ms)):
        if moved:
            yield f"{name} {abs(moved):,} ms {'later' if moved > 0 else 'sooner'}"


def _move(subject: Subject, index: int, ms: int, *, first: bool) -> Edit | None:
    """The edit that writes a time of a cue; ``None`` if it cannot be found in the source."""
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


def _rebreaker(subject: Subject) -> Rebreaker:
    # late: the line breaking search is not needed where nothing is wrong
    from captious.segment.rebreak import Rebreaker
    from captious.segment.tables import is_punctuated
    from captious.segment.terms import find_terms

    def words() -> Iterator[str]:
        return (word for cue in subject.cues for line in cue.lines for word in line.split())

    return Rebreaker(
        subject.profile,
        subject.lexicon,
        punctuated=is_punctuated(words()),
        terms=find_terms(words(), subject.lexicon),
    )


_AROUND = 3
"""Cues on each side that are considered: how far the nearest punctuation marks are is part of the cost of a break."""


def _around(subject: Subject, index: int) -> dict[str, str]:
    """What the same speaker says before and after a cue, as far as it matters for its line breaks."""
    cues = subject.cues
    begins = subject.once(_begins_turn)
    first = last = index
    while first and first not in begins and index - first < _AROUND:
        first -= 1
    while last + 1 < len(cues) and last + 1 not in begins and last - index < _AROUND:
        last += 1
    return {
        "before": " ".join(line for cue in cues[first:index] for line in cue.lines),
        "after": " ".join(line for cue in cues[index + 1 : last + 1] for line in cue.lines),
    }


def _begins_turn(subject: Subject) -> frozenset[int]:
    """The cues in which another speaker begins, according to labels and voices."""
    from captious.analysis.labels import find_labels  # late, as the search is

    labelled = {label.index for label in subject.once(find_labels) if label.first}
    voices = [cue.speaker for cue in subject.cues]
    changed = {index for index in range(1, len(voices)) if voices[index] != voices[index - 1]}
    return frozenset(labelled | changed)


class Better(NamedTuple):
    """Better lines for a cue.

    Args:
        lines: the best there are.
        gain: how much less they cost than the current lines, on the scale of a table of break costs.
    """

    lines: tuple[str, ...]
    gain: float


def better_lines(subject: Subject, index: int) -> Better | None:
    """The best lines for the words of a cue; ``None`` if it has them already or cannot be re-broken."""
    parts = _parts(subject, index)
    lines = subject.cues[index].lines
    if parts is None or lines == parts.lines:
        return None
    around = _around(subject, index)
    plain = [" ".join(_SPACES.split(line.strip())) for line in lines]
    return Better(parts.lines, subject.once(_rebreaker).gain(plain, parts.lines, **around))


class _Parts(NamedTuple):
    """A cue that can be re-broken: the tags before its text, its text, the best lines for it, the tags after it."""

    opening: str
    text: str
    lines: tuple[str, ...]
    closing: str


def _parts(subject: Subject, index: int) -> _Parts | None:
    """``None`` where the text does not fit, or holds markup within or dialogue dashes."""
    cue = subject.cues[index]
    wrapped = _WRAPPED.fullmatch(cue.text)
    if wrapped is None or any(line.startswith(("-", "–", "—", "♪", "#")) for line in cue.lines):
        return None
    opening, text, closing = wrapped.groups()
    plain = " ".join(_SPACES.split(text.strip(" \n")))
    # what looks like a tag may be text to the format, and text that is not shown must not be measured
    if plain != " ".join(_SPACES.split(" ".join(cue.lines))):
        return None
    lines = subject.once(_rebreaker)(plain, **_around(subject, index))
    return None if lines is None else _Parts(opening, text, lines, closing)


def rebreak_lines(
    subject: Subject,
    index: int,
    message: str,
    *,
    accept: Callable[[tuple[str, ...]], bool] | None = None,
) -> Fix | None:
    """The fix that re-breaks the lines of a cue with the search `captious caption` uses.

    Tags around the whole text (a voice, italics, a position) stay around it.

    Args:
        subject: the file.
        index: 0-based number of the cue.
        message: what the fix does, in the imperative.
        accept: whether the new lines are good enough; ``None`` = always.

    Returns:
        ``None`` if the text does not fit, has the best line breaks already, or contains markup or dialogue dashes,
        which a line break could separate from their words.
    """
    parts = _parts(subject, index)
    if parts is None or parts.lines == tuple(parts.text.split("\n")):
        return None
    lines = parts.lines
    if accept is not None and not accept(lines):
        return None
    # where two lines become one, the space between them counts
    if not has_room(subject, index, lines):
        return None
    return replace_text(subject, index, parts.opening + "\n".join(lines) + parts.closing, message)
