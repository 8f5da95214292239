"""Reads EBU STL into WebVTT cues.

Sources:
    EBU Tech 3264-E. Where files differ from it, the reader goes on: a wrong count of blocks, an unknown code table
    (read as Latin), a cut-off block. What it could not place is listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.core.clock import timecode_ms
from captious.core.document import Note
from captious.errors import FormatError
from captious.formats.base import Loss, Reading
from captious.formats.exchange.build import make_cue, make_document
from captious.formats.exchange.stl import blocks, places, text_field
from captious.formats.exchange.stl.blocks import GSI_SIZE, TTI_SIZE, UNUSED, Block, Gsi
from captious.formats.exchange.stl.languages import language_of
from captious.formats.exchange.stl.tables import LATIN, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from captious.core.cue import Cue

_RATE = re.compile(r"STL([0-9]{2})\.[0-9]{2}")
_TIME = re.compile(r"[0-9]{8}")


@dataclass(frozen=True, slots=True)
class Clock:
    """How the times of a file are counted.

    Args:
        frame_rate: frames per second.
        drop: whether they are drop-frame timecodes.
        start_ms: the time of the start of the programme, from which the times of cues count.
    """

    frame_rate: Fraction
    drop: bool = False
    start_ms: int = 0

    def ms(self, parts: tuple[int, int, int, int]) -> int:
        """A time of a block in milliseconds from the start of the programme."""
        return timecode_ms(parts, self.frame_rate, drop=self.drop) - self.start_ms


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
    clock = _clock(gsi, rate, whole)
    if clock.start_ms:
        losses.add("the timecode of the start, from which times count", example=shown_time(gsi.tcp))
    cues, notes = _cues(gsi, whole, clock, losses)
    document = make_document(cues, title="EBU STL", language=language_of(gsi.lc))
    if notes:
        from dataclasses import replace

        from captious.formats.vtt.writer import normalise

        document = normalise(replace(document, notes=tuple(notes)))
    return Reading(document, losses=losses.all())


def rate_of(gsi: Gsi) -> Fraction | None:
    """The frame rate that the header states; ``None`` if it is unknown."""
    match = _RATE.fullmatch(gsi.dfc)
    return blocks.RATES.get(match[1]) if match is not None else None


def shown_time(digits: str) -> str:
    """A time of the header for messages: ``10:00:00:00``."""
    return ":".join(digits[place : place + 2] for place in range(0, 8, 2))


def _clock(gsi: Gsi, rate: Fraction, whole: list[Block]) -> Clock:
    """How times are counted: at 29.97 as drop-frame, unless a time has a number that is dropped."""
    shown = [block for block in whole if not block.comment and block.extension == blocks.LAST_BLOCK]
    drop = rate.denominator == 1001 and round(rate) % 30 == 0
    if drop and any(is_dropped(time, rate) for block in shown for time in (block.start, block.end)):
        rate, drop = rate * 1001 / 1000, False
    counted = Clock(rate, drop)
    if _TIME.fullmatch(gsi.tcp) is None:
        return counted
    hours, minutes, seconds, frames = (int(gsi.tcp[place : place + 2]) for place in range(0, 8, 2))
    start_ms = counted.ms((hours, minutes, seconds, frames))
    # a start that the subtitles do not follow is a mistake in the header
    if any(counted.ms(block.start) < start_ms for block in shown):
        return counted
    return Clock(rate, drop, start_ms)


def is_dropped(parts: tuple[int, int, int, int], rate: Fraction) -> bool:
    """Whether drop-frame timecodes leave out a number: the first of a minute that is no tenth."""
    _, minutes, seconds, frames = parts
    return seconds == 0 and frames < round(rate) // 15 and minutes % 10 != 0


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


def _cues(gsi: Gsi, whole: list[Block], clock: Clock, losses: _Losses) -> tuple[list[Cue], list[Note]]:
    table = gsi.cct if gsi.cct in TABLES else LATIN
    if table != gsi.cct:
        losses.add("the code table, which is unknown: read as Latin", example=repr(gsi.cct))
    teletext = gsi.dsc in (blocks.TELETEXT_1, blocks.TELETEXT_2)
    rows = int(gsi.mnr) if gsi.mnr.isdecimal() and not teletext and int(gsi.mnr) else places.ROWS
    special = sum(blocks.FIRST_RESERVED <= block.extension <= blocks.USER_DATA for block in whole)
    if special:
        losses.add("blocks of user data", example=str(special))
    cues: list[Cue] = []
    notes: list[Note] = []
    memo: dict[tuple[int, int, int, int], int] = {}
    # the times of a subtitle are those of its last block
    for block, text in subtitles(whole):
        number = len(cues) + 1
        content = text_field.read_field(text, table, teletext=teletext, language=gsi.lc)
        if block.comment:
            words = "\n".join("".join(run.text for run in line) for line in content.lines)
            notes.append(Note(words, len(cues)))
            continue
        if not content.lines:
            if content.odd:
                losses.add("subtitles without text but codes", example=next(iter(content.odd.values())))
            continue
        for what, example in content.odd.items():
            losses.add(what, number, example)
        height = len(content.lines) * (1 + content.double)
        for time in (block.start, block.end):
            if time not in memo:
                memo[time] = clock.ms(time)
        cues.append(
            make_cue(
                max(memo[block.start], 0),
                max(memo[block.end], 0),
                content.lines,
                settings=places.settings_of(block.row, block.justification, height=height, rows=rows),
            )
        )
    return cues, notes
