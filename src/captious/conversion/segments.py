"""A WebVTT file that is several put together, read as one: the segments of a stream that a program saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.conversion.joining import Placement, join_parts, place_parts
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.formats.registry import VTT
from captious.formats.vtt.issues import SECOND_HEADER
from captious.formats.vtt.segments import clock_difference_ms, media_clock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.conversion.joining import Joined
    from captious.core.document import Document
    from captious.formats.base import Reading


@dataclass(frozen=True, slots=True)
class Segments:
    """The segments of a file as one document.

    Args:
        document: of format ``vtt``, on the clock of the first segment.
        number: how many segments with cues there are.
        placements: how much later each is than it says.
        joined: what was put together, and what could not be kept as it was.
    """

    document: Document
    number: int
    placements: tuple[Placement, ...]
    joined: Joined

    __repr__ = short_repr

    @property
    def notes(self) -> tuple[str, ...]:
        """What was done, one sentence each."""
        text = f"{count(self.number, 'segment')} read as one file"
        moved = [place for place in self.placements if place.offset_ms]
        if moved:
            text += f", {len(moved):,} moved {moved[0].reason}"
            if moved[0].guessed:
                text += ", which is a guess: captious split and join --offset do it otherwise"
        if self.joined.repeated:
            text += f", {count(self.joined.repeated, 'cue')} that two have once"
        return (text, *self.joined.clashes)


def read_segments(reading: Reading) -> Segments | None:
    """Read the segments of a file that is several put together; ``None`` for any other.

    Args:
        reading: of a WebVTT file.
    """
    source = reading.document.source or ""
    starts = [one.span.start for one in reading.findings if one.code == SECOND_HEADER.code]
    if not starts:
        return None
    parts = [
        VTT.read(source[start:end].lstrip("\ufeff")).document
        for start, end in zip([0, *starts], [*starts, len(source)], strict=True)
    ]
    documents = list(_notes_once([part for part in parts if part.cues]))
    if not documents:
        return None
    placements = _placements(documents)
    names = [f"segment {number}" for number, part in enumerate(parts, 1) if part.cues]
    joined = join_parts(documents, placements, names=names)
    whole = reading.document
    document = replace(
        joined.document,
        # times are on the clock of the first, which a player of the stream still needs
        header=whole.header if media_clock(whole.header) is not None else joined.document.header,
        language=whole.language or joined.document.language,
        broken=whole.broken,
        newline=whole.newline,
    )
    return Segments(document, len(documents), placements, joined)


def _notes_once(documents: Sequence[Document]) -> Iterator[Document]:
    """The documents without the comments above their first cues that an earlier one has."""
    known: set[str] = set()
    for document in documents:
        notes = [note for note in document.notes if note.before > 0 or note.text not in known]
        known.update(note.text for note in notes)
        yield replace(document, notes=tuple(notes))


def _placements(documents: Sequence[Document]) -> tuple[Placement, ...]:
    """When each segment begins: by its clock, which one without any shares with the one before.

    Without clocks, times go on where they do not begin again.
    """
    clocks = [media_clock(document.header) for document in documents]
    first = next((clock for clock in clocks if clock is not None), None)
    if first is None:
        if all(_goes_on(*each) for each in pairwise(documents)):
            return tuple(Placement(0, "") for _ in documents)
        return place_parts(documents)
    starts = [document.cues[0].start_ms for document in documents]
    offsets: list[int] = []
    for clock in clocks:
        before = offsets[-1] if offsets else 0
        offsets.append(clock_difference_ms(first, clock) if clock is not None else before)
    earliest = min(start + offset for start, offset in zip(starts, offsets, strict=True))
    return tuple(Placement(offset - min(earliest, 0), "by its X-TIMESTAMP-MAP") for offset in offsets)


def _goes_on(one: Document, other: Document) -> bool:
    """Whether the times of a segment go on where those of the one before end, or with a cue that both have."""
    first = other.cues[0]
    return first.start_ms >= one.cues[-1].start_ms or any(
        (cue.start_ms, cue.text) == (first.start_ms, first.text) for cue in one.cues
    )
