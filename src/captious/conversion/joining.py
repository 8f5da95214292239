"""The parts of a programme as one file: when each begins, and their cues in one order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.conversion.definitions import Definitions
from captious.conversion.moved_cues import moved, with_stamps_of, without_stamps
from captious.core.clock import short_time, vtt_time
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.errors import OptionError, TimingError
from captious.formats.vtt.segments import clock_difference_ms, media_clock, without_clock

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from captious.core.cue import Cue
    from captious.core.document import Document, Note


@dataclass(frozen=True, slots=True)
class Placement:
    """When a part begins.

    Args:
        offset_ms: what is added to its times.
        reason: where that is from, for messages.
        guessed: whether it is only likely.
    """

    offset_ms: int
    reason: str
    guessed: bool = False

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class Joined:
    """The parts as one document.

    Args:
        document: in the format of the parts.
        repeated: number of cues that two parts both had, at the seam.
        overlaps: numbers of the parts (from 1) whose first cue begins before an earlier part ends.
        clashes: what could not be kept as it was, as sentences.
    """

    document: Document
    repeated: int
    overlaps: tuple[int, ...]
    clashes: tuple[str, ...]

    __repr__ = short_repr


def place_parts(
    documents: Sequence[Document], *, offsets_ms: Sequence[int] = (), lengths_ms: Sequence[int] = ()
) -> tuple[Placement, ...]:
    """When each part begins.

    By the offsets, or else the lengths of the parts before it, or else what HLS segments say of their clock. Without
    any of them a part whose first cue begins after the last one of the part before goes on where it is, and any other
    begins where the last cue before it ends.

    Args:
        documents: the parts, in order.
        offsets_ms: the start of each part, or of each but the first; empty = unknown.
        lengths_ms: the length of each part, or of each but the last; empty = unknown.

    Raises:
        OptionError: another number of offsets or lengths.
    """
    number = len(documents)
    if offsets_ms:
        given = _given(offsets_ms, number, "offset", "Give one for each file, or for each but the first.")
        offsets = given if len(given) == number else [0, *given]
        return tuple(Placement(ms, "as given") for ms in offsets)
    if lengths_ms:
        lengths = _given(lengths_ms, number, "length", "Give one for each file, or for each but the last.")
        places = [Placement(0, "")]
        for part in range(1, number):
            reason = f"by the length of part {part}, {vtt_time(lengths[part - 1])}"
            places.append(Placement(places[-1].offset_ms + lengths[part - 1], reason))
        return tuple(places)
    return _by_content(documents)


def join_parts(
    documents: Sequence[Document], placements: Sequence[Placement], *, names: Sequence[str]
) -> Joined:
    """Put parts together.

    A cue that ends one part and begins the next with the same text, at the same time or without a gap, is in both
    because a cut went through it: it is there once. Cues of parts that overlap are in the order of their start.

    Args:
        documents: the parts, all in one format; those without a cue add their definitions only.
        placements: from `place_parts`.
        names: their names, for messages.

    Raises:
        TimingError: a cue would begin before 0:00.
    """
    definitions = Definitions()
    cues: list[Cue] = []
    notes: list[tuple[Note, int]] = []
    said: set[str] = set()
    at_end: dict[tuple[str, str, str | None], int] = {}
    overlaps: list[int] = []
    repeated = 0
    until = latest = 0
    for part, (document, place, name) in enumerate(zip(documents, placements, names, strict=True), 1):
        plain = replace(document, header=without_clock(document.header))
        times = [moved(cue, place.offset_ms) for cue in plain.cues]
        _check_starts(times, place, name)
        earliest = min((cue.start_ms for cue in times), default=0)
        same = {
            number: before
            for number, cue in enumerate(times)
            if (before := at_end.get(_shown(cue))) is not None
            and _goes_on(cues[before], cue, earliest_ms=earliest, latest_ms=latest)
        }
        # what is there already clashes with nothing
        times = [replace(cue, id=None) if number in same else cue for number, cue in enumerate(times)]
        known = definitions.add(replace(plain, cues=tuple(times)), name)
        begin = len(cues)
        kept: dict[int, int] = {}
        for number, cue in enumerate(known.cues):
            if number in same:
                kept[number] = same[number]
                cues[same[number]] = _merged(cues[same[number]], cue)
            else:
                kept[number] = len(cues)
                cues.append(cue)
        repeated += len(same)
        if any(cue.start_ms < until for cue in cues[begin:]):
            overlaps.append(part)
        if kept:
            # past a part in which nobody speaks, a seam is that of the part before
            latest = max(cues[number].end_ms for number in kept.values())
            at_end = {_shown(cues[number]): number for number in kept.values()}
        until = max(until, latest)
        notes += _placed(known.notes, kept, first=part == 1, known=said, begin=begin)
        said.update(note.text for note in known.notes)
    order = sorted(range(len(cues)), key=lambda place: cues[place].start_ms) if overlaps else range(len(cues))
    places = {old: new for new, old in enumerate(order)}
    document = replace(
        documents[0],
        cues=tuple(_numbered([cues[place] for place in order])),
        header="\n".join(definitions.header),
        style_sheets=tuple(definitions.sheets),
        regions=tuple(definitions.regions),
        notes=tuple(
            sorted(
                (replace(note, before=places.get(before, before)) for note, before in notes),
                key=lambda note: note.before,
            )
        ),
        source=None,
        broken=(),
    )
    return Joined(document, repeated, tuple(overlaps), tuple(definitions.clashes))


def _placed(
    notes: Sequence[Note], kept: Mapping[int, int], *, first: bool, known: Container[str], begin: int
) -> Iterator[tuple[Note, int]]:
    """The notes of a part, each with the place of the cue it precedes; what every header says is said once."""
    for note in notes:
        if note.before < 0:
            if first:
                yield note, note.before
            elif note.text not in known:
                yield note, kept.get(0, begin)
        elif note.before in kept:
            yield note, kept[note.before]
        else:
            yield note, max(kept.values(), default=begin - 1) + 1


def _shown(cue: Cue) -> tuple[str, str, str | None]:
    """What is seen of a cue, whenever it is shown."""
    return without_stamps(cue.text), cue.settings, cue.speaker


def _goes_on(before: Cue, cue: Cue, *, earliest_ms: int, latest_ms: int) -> bool:
    """Whether a cue is one of the part before: at the same time, or both at the seam without a gap."""
    if (before.start_ms, before.end_ms) == (cue.start_ms, cue.end_ms):
        return True
    return before.start_ms <= cue.start_ms == earliest_ms <= before.end_ms == latest_ms


def _merged(cue: Cue, rest: Cue) -> Cue:
    """A cue that lasts as long as the rest of it, with the timestamps of both."""
    return replace(cue, end_ms=max(cue.end_ms, rest.end_ms), text=with_stamps_of(cue.text, rest.text))


def _check_starts(cues: Sequence[Cue], place: Placement, name: str) -> None:
    for number, cue in enumerate(cues, 1):
        if cue.start_ms < 0:
            raise TimingError(
                f"cue {number} would begin {short_time(-cue.start_ms)} before the recording",
                path=name,
                hint="Give a later offset, or cut the part first: captious retime "
                f"--shift {place.offset_ms / 1000:g} --cut-before 0.",
            )


def _given(values: Sequence[int], parts: int, what: str, hint: str) -> list[int]:
    if len(values) not in (parts, parts - 1):
        raise OptionError(f"{count(len(values), what)} for {count(parts, 'file')}", hint=hint)
    return list(values)


def _by_content(documents: Sequence[Document]) -> tuple[Placement, ...]:
    clocks = [media_clock(document.header) for document in documents]
    first = next((part for part, clock in enumerate(clocks) if clock is not None), len(documents))
    places = [Placement(0, "")]
    until = _end(documents[0])
    for part, document in enumerate(documents[1:], 1):
        clock, known = clocks[part], clocks[first] if first < part else None
        earliest = min((cue.start_ms for cue in document.cues), default=0)
        if clock is not None and known is not None:
            offset = places[first].offset_ms + clock_difference_ms(known, clock)
            place = Placement(offset, "by its X-TIMESTAMP-MAP")
        elif not document.cues or not until:
            place = Placement(0, "")  # there is nothing to go by, and nothing before it
        elif earliest >= until:
            reason = f"its times go on after the last cue of part {part}, {vtt_time(until)}"
            place = Placement(0, reason, guessed=True)
        else:
            place = Placement(until, f"where the last cue of part {part} ends", guessed=True)
        places.append(place)
        until = max(until, place.offset_ms + _end(document))
    return tuple(places)


def _end(document: Document) -> int:
    return max((cue.end_ms for cue in document.cues), default=0)


def _numbered(cues: Sequence[Cue]) -> list[Cue]:
    """Cues counted from 1, where they have numbers; names stay."""
    return [
        replace(cue, id=str(number)) if cue.id is not None and cue.id.isdecimal() else cue
        for number, cue in enumerate(cues, 1)
    ]
