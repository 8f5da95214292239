"""Reads EBU STL into WebVTT cues.

Sources:
    EBU Tech 3264-E. Where files differ from it, the reader goes on: a wrong count of blocks, an unknown code table
    (read as Latin), a cut-off block. What it could not place is listed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from captious.core.document import Note
from captious.errors import FormatError
from captious.formats.base import Loss, Reading
from captious.formats.delivery import Delivery
from captious.formats.exchange.build import make_cue, make_document
from captious.formats.exchange.stl import blocks, places, text_field
from captious.formats.exchange.stl.blocks import GSI_SIZE, TTI_SIZE, UNUSED, Block, Gsi
from captious.formats.exchange.stl.clock import Clock, clock_of, rate_of
from captious.formats.exchange.stl.findings import findings_of, label_of
from captious.formats.exchange.stl.languages import language_of
from captious.formats.exchange.stl.tables import LATIN, TABLES
from captious.formats.origin import Origin
from captious.formats.vtt.writer import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from captious.core.cue import Cue


class Subtitle(NamedTuple):
    """A subtitle as it is in the file.

    Args:
        block: its last block, which has its times.
        text: the text fields of its blocks, joined.
        content: what they say.
        cue: 0-based index of its cue; ``None`` for a comment and for one without text.
    """

    block: Block
    text: str
    content: text_field.Field
    cue: int | None

    @property
    def height(self) -> int:
        """How many rows it takes."""
        return len(self.content.lines) * (1 + self.content.double)


@dataclass(slots=True)
class _Losses:
    """What is left out, by its name: in how many subtitles, the first of them, and an example."""

    found: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def add(self, what: str, number: int = 0, example: str = "") -> None:
        count, first, shown = self.found.get(what, (0, number, example))
        self.found[what] = count + bool(number), first, shown

    def all(self) -> tuple[Loss, ...]:
        return tuple(Loss(what, *facts) for what, facts in self.found.items())


def read(text: str, *, frame_rate: Fraction | None = None) -> Reading:
    """The subtitles of a file, in the order of their times.

    Args:
        text: the bytes of the file as Latin-1.
        frame_rate: frames per second, for a file whose header does not say; ``None`` = unknown.

    Raises:
        FormatError: it is not EBU STL, it has no subtitles, or its frame rate is unknown.
    """
    if not blocks.has_signature(text) or (not text.isascii() and max(text) > "\xff"):
        raise FormatError("not EBU STL: it does not begin with a code page and STL25.01 or the like")
    if len(text) < GSI_SIZE:
        raise FormatError(f"EBU STL cut off within its header: {len(text):,} of {GSI_SIZE:,} bytes")
    gsi = blocks.unpack_gsi(text)
    losses = _Losses()
    rate = rate_of(gsi) or frame_rate
    if rate is None:
        raise FormatError(
            f"unknown frame rate in the header: {gsi.dfc}", hint="Give the frame rate of the video: --fps 25."
        )
    whole = blocks.unpack_blocks(text)
    rest = len(text) - GSI_SIZE - len(whole) * TTI_SIZE
    if rest:
        losses.add("a block that is cut off at the end", example=f"{rest} of {TTI_SIZE} bytes")
    stated = int(gsi.tnb) if gsi.tnb.isdecimal() else 0
    if stated > len(whole):
        losses.add(
            "blocks that the file does not have", example=f"{len(whole):,} of the {stated:,} in the header"
        )
    clock = clock_of(gsi, rate, whole)
    read_subtitles, cues, notes = _cues(gsi, whole, clock, losses)
    document = make_document(cues, title="EBU STL", language=language_of(gsi.lc))
    if notes:
        document = normalise(replace(document, notes=tuple(notes)))
    labels = [""] * len(cues)
    for subtitle in read_subtitles:
        if subtitle.cue is not None:
            labels[subtitle.cue] = label_of(subtitle.block)
    return Reading(
        document,
        findings_of(gsi, whole, read_subtitles, clock, rest=rest),
        losses.all(),
        Origin(labels=tuple(labels)),
        _delivery(gsi, text[:GSI_SIZE], clock),
    )


def _delivery(gsi: Gsi, header: str, clock: Clock) -> Delivery:
    """What the header says of the programme."""
    start = (0, 0, 0, 0)
    if clock.start_ms:
        hours, minutes, seconds, frames = (int(gsi.tcp[place : place + 2]) for place in range(0, 8, 2))
        start = hours, minutes, seconds, frames
    return Delivery(language=language_of(gsi.lc), start=start, header=header)


def subtitles(whole: list[Block]) -> Iterator[tuple[Block, str]]:
    """The last block of each subtitle, and the text fields of all its blocks, joined; without user data."""
    held = ""
    block = None
    for block in whole:
        if blocks.FIRST_RESERVED <= block.extension <= blocks.USER_DATA:
            continue
        text = block.field
        held = held + text.rstrip(UNUSED) if held else text.rstrip(UNUSED)
        if block.is_last:
            yield block, held
            held = ""
    if held and block is not None:
        yield block, held  # the last block of it is missing


def _cues(
    gsi: Gsi, whole: list[Block], clock: Clock, losses: _Losses
) -> tuple[list[Subtitle], list[Cue], list[Note]]:
    table = gsi.cct if gsi.cct in TABLES else LATIN
    if table != gsi.cct:
        losses.add("the code table, which is unknown: read as Latin", example=repr(gsi.cct))
    teletext = gsi.dsc in (blocks.TELETEXT_1, blocks.TELETEXT_2)
    rows = places.rows_of(gsi)
    special = sum(blocks.FIRST_RESERVED <= block.extension <= blocks.USER_DATA for block in whole)
    if special:
        losses.add("blocks of user data", example=str(special))
    found: list[Subtitle] = []
    cues: list[Cue] = []
    notes: list[Note] = []
    memo: dict[tuple[int, int, int, int], int] = {}
    # the times of a subtitle are those of its last block
    for block, text in subtitles(whole):
        number = len(cues) + 1
        content = text_field.read_field(text, table, teletext=teletext, language=gsi.lc)
        is_cue = bool(content.lines) and block.comment != 1
        subtitle = Subtitle(block, text, content, number - 1 if is_cue else None)
        found.append(subtitle)
        if block.comment == 1:
            words = "\n".join("".join(run.text for run in line) for line in content.lines)
            notes.append(Note(words, len(cues)))
            continue
        if not content.lines:
            if content.odd:
                losses.add("subtitles without text but codes", example=next(iter(content.odd.values())))
            continue
        for what, example in content.odd.items():
            losses.add(what, number, example)
        for time in (block.start, block.end):
            if time not in memo:
                memo[time] = clock.ms(time)
        settings = places.settings_of(
            block.row,
            block.justification,
            height=subtitle.height,
            rows=rows,
            exact=block.cumulative in (1, 2, 3),
        )
        start_ms, end_ms = max(memo[block.start], 0), max(memo[block.end], 0)
        cues.append(make_cue(start_ms, end_ms, content.lines, settings=settings))
    return _in_order(found, cues), cues, notes


def _in_order(found: list[Subtitle], cues: list[Cue]) -> list[Subtitle]:
    """The subtitles, with the index that their cues have once they are sorted by time."""
    order = sorted(range(len(cues)), key=lambda index: cues[index].start_ms)
    if order == list(range(len(cues))):
        return found
    places_of = {old: new for new, old in enumerate(order)}
    return [one if one.cue is None else one._replace(cue=places_of[one.cue]) for one in found]
