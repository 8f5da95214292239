"""One file as the parts of a programme, cut at given times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.conversion.moved_cues import cut_to, moved
from captious.core.clock import vtt_time
from captious.core.display import short_repr
from captious.core.document import IN_HEADER
from captious.errors import OptionError, TimingError
from captious.formats.vtt.segments import without_clock

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from captious.core.cue import Cue
    from captious.core.document import Document

LEAST_MS = 500
"""A piece of a cue that is shorter is no part of its own: nobody could read it. Our own."""


@dataclass(frozen=True, slots=True)
class AcrossCut:
    """A cue across a cut.

    Args:
        number: its 1-based number in the file.
        at_ms: the time of the cut.
        parts: the 1-based numbers of the parts that hold it.
        cut_ms: how much of it is in none of them, because the piece was too short to read.
        text: its visible text, on one line.
    """

    number: int
    at_ms: int
    parts: tuple[int, ...]
    cut_ms: int
    text: str

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class SplitDocument:
    """The parts, in order.

    Args:
        parts: the documents.
        across: the cues across a cut.
    """

    parts: tuple[Document, ...]
    across: tuple[AcrossCut, ...]

    __repr__ = short_repr


def split_document(document: Document, at_ms: Sequence[int], *, keep_times: bool = False) -> SplitDocument:
    """Cut a document into parts.

    A cue across a cut is in both parts, up to the cut and from it on; a piece of it shorter than `LEAST_MS` is left
    out beside a longer one. Header, style sheets and regions are in every part, a note in that of the cue it precedes.

    Args:
        document: in any format.
        at_ms: the times of the cuts, rising.
        keep_times: whether times stay as they are, instead of beginning at 0:00 in each part.

    Raises:
        OptionError: times that are not over 0 or do not rise.
        TimingError: a part would have no cue.
    """
    cuts = [0, *at_ms, 1 << 62]
    for before, after in pairwise(cuts[:-1]):
        if after <= before:
            raise OptionError(
                f"a cut at {vtt_time(after)}, not after {vtt_time(before)}",
                hint="Give times over 0 in their order: --at 20:00 --at 40:00.",
            )
    pieces: list[list[tuple[int, Cue]]] = [[] for _ in cuts[1:]]
    across: list[AcrossCut] = []
    for number, cue in enumerate(document.cues):
        parts = _parts_of(cue, cuts)
        for part in parts:
            pieces[part].append((number, cut_to(cue, cuts[part], cuts[part + 1])))
        crossed = [place for place in range(1, len(cuts) - 1) if cue.start_ms < cuts[place] < cue.end_ms]
        if crossed:
            shown = sum(min(cue.end_ms, cuts[part + 1]) - max(cue.start_ms, cuts[part]) for part in parts)
            across.append(
                AcrossCut(
                    number + 1,
                    cuts[crossed[0]],
                    tuple(part + 1 for part in parts),
                    cue.duration_ms - shown,
                    " / ".join(cue.lines),
                )
            )
    for part, held in enumerate(pieces):
        if not held:
            last = part == len(pieces) - 1
            span = f"from {vtt_time(cuts[part])} on" if last else f"before {vtt_time(cuts[part + 1])}"
            if not last and part:
                span = f"from {vtt_time(cuts[part])} to {vtt_time(cuts[part + 1])}"
            end = max((cue.end_ms for cue in document.cues), default=0)
            raise TimingError(
                f"no cue {span}: part {part + 1} would be empty",
                hint=f"Leave out one of the times. The last cue ends at {vtt_time(end)}.",
            )
    owners: dict[int, int] = {}
    for part, held in enumerate(pieces):
        for number, _ in held:
            owners.setdefault(number, part)
    return SplitDocument(
        tuple(
            _part(document, held, part, owners, shift_ms=0 if keep_times else -cuts[part])
            for part, held in enumerate(pieces)
        ),
        tuple(across),
    )


def _parts_of(cue: Cue, cuts: Sequence[int]) -> list[int]:
    """The parts that hold a cue: those with a piece that is long enough, or else the longest piece."""
    sizes = {
        part: min(cue.end_ms, end) - max(cue.start_ms, start)
        for part, (start, end) in enumerate(pairwise(cuts))
        if start < cue.end_ms and cue.start_ms < end
    }
    if len(sizes) < 2:
        # also a cue that ends no later than it begins
        return [max(part for part, start in enumerate(cuts[:-1]) if part == 0 or start <= cue.start_ms)]
    long = [part for part, size in sizes.items() if size >= LEAST_MS]
    return long or [max(sizes, key=lambda part: sizes[part])]


def _part(
    document: Document,
    held: Sequence[tuple[int, Cue]],
    part: int,
    owners: Mapping[int, int],
    *,
    shift_ms: int,
) -> Document:
    places = {number: place for place, (number, _) in enumerate(held) if owners[number] == part}
    notes = []
    for note in document.notes:
        if note.before == IN_HEADER:
            notes.append(note)
        elif note.before in places:
            notes.append(replace(note, before=places[note.before]))
        elif note.before >= len(document.cues) and len(document.cues) - 1 in places:
            notes.append(replace(note, before=len(held)))
    cues = []
    for place, (_, cue) in enumerate(held, 1):
        number = str(place) if cue.id is not None and cue.id.isdecimal() else cue.id
        cues.append(replace(moved(cue, shift_ms), id=number))
    # the clock of a segment is that of its own times
    header = without_clock(document.header) if shift_ms else document.header
    return replace(document, header=header, cues=tuple(cues), notes=tuple(notes), source=None, broken=())
