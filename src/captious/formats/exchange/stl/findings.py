"""What is wrong in an EBU STL file, by subtitle number and time code."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.core.span import Span
from captious.formats.exchange.stl import blocks, issues, places, text_field
from captious.formats.exchange.stl.header_checks import wrong_counts, wrong_fields

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.core.finding import Finding
    from captious.formats.exchange.stl.blocks import Block, Gsi
    from captious.formats.exchange.stl.clock import Clock
    from captious.formats.exchange.stl.reader import Subtitle
    from captious.formats.issue import Issue

_NOWHERE = Span(0, 0, 0, 0)
_OPEN_CODES = re.compile(r"[\x80-\x83]")
_TELETEXT_CODES = re.compile(r"[\x00-\x1f]")
_NO_COLUMN = re.compile(r"[\x80-\x9f\xc1-\xcf]")
_IN_FIELD = {
    text_field.ILLEGAL: (issues.CODE, "no code of EBU STL: "),
    text_field.AFTER: (issues.CODE, "text after the end of the text field: "),
    text_field.NO_LETTER: (issues.CHARACTER, "not in the character code table: "),
}


def label_of(block: Block) -> str:
    """A subtitle in words: its number as the file counts, and its time code."""
    return f"subtitle {block.number}, {shown_time(block.start)}"


def shown_time(parts: Sequence[int]) -> str:
    """A time code: ``10:00:01:12``."""
    return ":".join(f"{part:02d}" for part in parts)


def findings_of(
    gsi: Gsi, whole: list[Block], subtitles: Sequence[Subtitle], clock: Clock, *, rest: int
) -> tuple[Finding, ...]:
    """The findings in a file: those of the header, then those of its subtitles.

    Args:
        gsi: the header.
        whole: the blocks.
        subtitles: what they say.
        clock: how times are counted.
        rest: bytes after the last whole block.
    """
    found = [_in_header(issues.COUNT, name, what) for name, what in wrong_counts(gsi, whole)]
    found += [
        _in_header(issues.HEADER, name, what) for name, what in wrong_fields(gsi, float(clock.frame_rate))
    ]
    if rest:
        message = f"the last block is cut off: {rest} of {blocks.TTI_SIZE} bytes"
        found.append(replace(issues.BLOCK.at(_NOWHERE, message), place="end of the file"))
    found += _of_blocks(whole)
    for subtitle in subtitles:
        found += _of_subtitle(gsi, subtitle, clock)
    return tuple(found)


def _in_header(issue: Issue, name: str, message: str) -> Finding:
    return replace(issue.at(_NOWHERE, f"{name}: {message}"), place="header")


def _of_blocks(whole: list[Block]) -> Iterator[Finding]:
    """Issues of blocks with those around them."""
    expected, status = 0, 0
    own: tuple[int, int] | None = None
    before: tuple[int, int] | None = None
    for block in whole:
        if blocks.FIRST_RESERVED <= block.extension <= blocks.USER_DATA:
            if block.extension != blocks.USER_DATA:
                yield _at(issues.BLOCK, block, f"EBN: {block.extension:02X} is reserved")
            continue
        if block.justification > 3 or block.comment > 1 or block.cumulative > 3:
            yield _at(
                issues.BLOCK,
                block,
                f"JC, CF or CS with a value that there is not: {block.justification}, {block.comment}, "
                f"{block.cumulative}",
            )
        number = block.group, block.number
        if own is not None and number != own:
            yield _at(issues.BLOCK, block, f"subtitle {own[1]} has no last block (EBN FF) before this one")
            expected = 0
        if not block.is_last:
            if block.extension != expected:
                yield _at(issues.BLOCK, block, f"EBN: block {block.extension:02X} (expected {expected:02X})")
            own, expected = number, block.extension + 1
            continue
        own, expected = None, 0
        if before is not None and number <= before:
            yield _at(issues.NUMBER, block, f"number {block.number} after {before[1]}")
        before = number
        if block.comment == 1:
            continue
        if block.cumulative in (2, 3) and status not in (1, 2):
            yield _at(issues.BLOCK, block, f"CS: {block.cumulative} without the first of a cumulative set")
        elif block.cumulative in (0, 1) and status in (1, 2):
            yield _at(issues.BLOCK, block, "CS: the cumulative set before has no last subtitle")
        status = block.cumulative
    if own is not None:
        yield _at(issues.BLOCK, whole[-1], f"subtitle {own[1]} has no last block (EBN FF)")


def _of_subtitle(gsi: Gsi, subtitle: Subtitle, clock: Clock) -> Iterator[Finding]:
    block, index = subtitle.block, subtitle.cue
    for what, example in subtitle.content.odd.items():
        if what in _IN_FIELD:
            issue, begin = _IN_FIELD[what]
            yield _at(issue, block, begin + example, index)
    teletext = gsi.dsc in (blocks.TELETEXT_1, blocks.TELETEXT_2)
    wrong = (_OPEN_CODES if teletext else _TELETEXT_CODES).search(subtitle.text) if gsi.dsc != " " else None
    if wrong is not None:
        kinds = ("open subtitles", "teletext") if teletext else ("teletext", "open subtitles")
        yield _at(
            issues.CODE,
            block,
            f"{ord(wrong[0]):02X} is a code of {kinds[0]}, and these are {kinds[1]}",
            index,
        )
    if block.comment == 1:
        return
    yield from _of_times(block, clock, index)
    if not subtitle.content.lines:
        return
    rows = places.rows_of(gsi)
    if not 1 <= block.row <= rows and (teletext or block.row):
        yield _at(issues.ROW, block, f"VP: row {block.row} (the picture has 1 to {rows})", index)
    elif (last := block.row + subtitle.height - 1) > rows + 1:
        yield _at(
            issues.ROW,
            block,
            f"VP: row {block.row}, and {count(subtitle.height, 'row')} end in {last}",
            index,
        )
    most = int(gsi.mnc) if gsi.mnc.isdecimal() and int(gsi.mnc) else text_field.COLUMNS
    widest = max(len(row) - len(_NO_COLUMN.findall(row)) for row in subtitle.text.split(text_field.NEW_ROW))
    if teletext:
        widest = max(len(_columns(row)) for row in subtitle.text.split(text_field.NEW_ROW))
    if widest > most:
        yield _at(issues.WIDTH, block, f"a row of {widest} columns (limit {most})", index)


def _columns(row: str) -> str:
    # the codes that end a box may stand past the last column
    return _NO_COLUMN.sub("", row).rstrip("\x0a")


def _of_times(block: Block, clock: Clock, index: int | None) -> Iterator[Finding]:
    for name, time in (("TCI", block.start), ("TCO", block.end)):
        hours, minutes, seconds, frames = time
        if hours > 23 or minutes > 59 or seconds > 59 or frames >= round(clock.frame_rate):
            message = (
                f"{name}: no such time: {shown_time(time)} at {float(clock.frame_rate):.5g} frames per second"
            )
            yield _at(issues.TIME, block, message, index)
            return
    if clock.stated_ms and clock.ms(block.start) + clock.start_ms < clock.stated_ms:
        yield _at(issues.TIME, block, "TCI: before the start of the programme (TCP)", index)


def _at(issue: Issue, block: Block, message: str, index: int | None = None) -> Finding:
    return replace(issue.at(_NOWHERE, message, index=index), place=label_of(block))
