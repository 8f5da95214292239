"""Writes WebVTT cues as EBU STL.

Sources:
    EBU Tech 3264-E. What it leaves to the writer is our own: teletext where a caption has a colour or none has a text
    style, otherwise open subtitles; double height and a box around each row of teletext; the last row at the bottom;
    25 frames per second; the table with the fewest characters missing; the header in code page 850.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from captious.core.clock import timecode_frame, timecode_parts
from captious.errors import OptionError
from captious.formats.delivery import USUAL
from captious.formats.exchange.likeness import likeness
from captious.formats.exchange.stl import blocks, text_field
from captious.formats.exchange.stl.blocks import TEXT_SIZE, Block, Gsi
from captious.formats.exchange.stl.clock import rate_of
from captious.formats.exchange.stl.subtitles import NOT_CUMULATIVE, Plan, Subtitle, plan_of, subtitles
from captious.formats.exchange.stl.tables import encode

if TYPE_CHECKING:
    from captious.core.document import Document
    from captious.formats.delivery import Delivery

FRAME_RATE = Fraction(25)


def write(document: Document, *, frame_rate: Fraction | None = None, delivery: Delivery | None = None) -> str:
    """The bytes of a file as Latin-1; notes become comments, cues without text are left out.

    Args:
        document: a document of format ``vtt``.
        frame_rate: frames per second; ``None`` = 25.
        delivery: title, language and timecode of the start; ``None`` = none, and zero.
    """
    stated = delivery or USUAL
    old = unpack_header(stated)
    rate = rate_for(frame_rate, old)
    plan = plan_of(document, language=stated.language, old=old)
    drop = rate.denominator == 1001 and round(rate) % 30 == 0 and not stated.non_drop
    begin = timecode_frame(stated.start, rate, drop=drop)
    body: list[str] = []
    number = 0
    first = None
    waiting = sorted(document.notes, key=lambda note: note.before)
    for subtitle in subtitles(document, plan, rate):
        start, end = (
            timecode_parts(frame + begin, rate, drop=drop) for frame in (subtitle.start, subtitle.end)
        )
        while waiting and waiting[0].before < subtitle.number:
            # no time on screen: programs that ignore the flag for comments show nothing then
            text = _comment(waiting.pop(0).text, plan)
            body += _blocks(number, text, (start, start), comment=True)
            number += 1
        first = first or start
        body += _blocks(number, subtitle.text, (start, end), subtitle=subtitle)
        number += 1
    for note in waiting:
        body += _blocks(number, _comment(note.text, plan), (stated.start, stated.start), comment=True)
        number += 1
    gsi = _gsi(plan, rate, count=len(body), numbers=number, first=first or stated.start, old=old)
    if stated.title:
        title, _ = in_code_page(stated.title)
        gsi = replace(gsi, cpn="850", opt=title, tpt=title)
    gsi = replace(gsi, tcp="".join(f"{part:02d}" for part in stated.start))
    return blocks.pack_gsi(gsi) + "".join(body)


def unpack_header(delivery: Delivery) -> Gsi | None:
    """The header of the file that the captions are from; ``None`` if that was in another format."""
    return blocks.unpack_gsi(delivery.header) if blocks.has_signature(delivery.header) else None


def in_code_page(title: str) -> tuple[str, dict[str, str]]:
    """A title in the code page of the header, as Latin-1, and what was written for characters that it lacks."""
    known = {bytes([code]).decode("cp850"): chr(code) for code in (*range(0x20, 0x7F), *range(0x80, 0x100))}
    missing = {char: likeness(char, known) for char in title if char not in known}
    return "".join(known[one] for char in title for one in missing.get(char, char)), missing


def rate_for(frame_rate: Fraction | None, old: Gsi | None = None) -> Fraction:
    """The rate that times are counted at: of video with twice as many frames, each second one; 30 is 29.97.

    Args:
        frame_rate: frames per second of the video; ``None`` = 25.
        old: the header of the file that the captions are from, whose rate stays if no other is given.

    Raises:
        OptionError: no disk format code stands for it.
    """
    rate = frame_rate or (rate_of(old) if old is not None else None) or FRAME_RATE
    rate = {50: FRAME_RATE, 30: blocks.RATES["30"], 60: blocks.RATES["30"]}.get(round(rate), rate)
    if rate not in blocks.RATES.values():
        raise OptionError(
            f"EBU STL has no times at {float(rate):g} frames per second",
            hint="It has 25, 29.97, 24, 23.976: give one of them with --fps.",
        )
    return rate


def _comment(text: str, plan: Plan) -> str:
    encoded = (encode(line, plan.table, language=plan.language)[0] for line in text.split("\n"))
    return text_field.NEW_ROW.join(encoded)


def _blocks(
    number: int,
    text: str,
    times: tuple[tuple[int, int, int, int], tuple[int, int, int, int]],
    *,
    subtitle: Subtitle | None = None,
    comment: bool = False,
) -> list[str]:
    parts = parts_of(text)[: blocks.MOST_BLOCKS]
    group, own = divmod(number, blocks.GROUP_SIZE)
    return [
        blocks.pack_block(
            Block(
                min(group, 0xFF),
                own,
                blocks.LAST_BLOCK if place == len(parts) - 1 else place,
                subtitle.cumulative if subtitle is not None else NOT_CUMULATIVE,
                _held_time(times[0]),
                _held_time(times[1]),
                subtitle.row if subtitle is not None else 0,
                subtitle.justification if subtitle is not None else 0,
                int(comment),
                part,
            )
        )
        for place, part in enumerate(parts)
    ]


def parts_of(text: str) -> list[str]:
    """A text in parts that fit into blocks; a diacritic stays with its letter."""
    parts = []
    begin = 0
    while len(text) - begin > TEXT_SIZE:
        end = begin + TEXT_SIZE
        end -= "\xc1" <= text[end - 1] <= "\xcf"
        parts.append(text[begin:end])
        begin = end
    return [*parts, text[begin:]]


def _held_time(parts: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return min(parts[0], 0xFF), *parts[1:]


def _gsi(
    plan: Plan, rate: Fraction, *, count: int, numbers: int, first: tuple[int, int, int, int], old: Gsi | None
) -> Gsi:
    today = f"{datetime.now(UTC):%y%m%d}"
    most = blocks.MOST_COUNTED
    return replace(
        old or Gsi(cd=today, rd=today),
        dfc=f"STL{'23' if rate == blocks.RATES['23'] else f'{round(rate):02d}'}.01",
        dsc=blocks.OPEN if not plan.teletext else old.dsc if old is not None else blocks.TELETEXT_1,
        cct=plan.table,
        lc=plan.language,
        tnb=f"{min(count, most):05d}",
        tns=f"{min(numbers, most):05d}",
        tng=f"{min((max(numbers, 1) - 1) // blocks.GROUP_SIZE + 1, 0x100):03d}",
        tcf="".join(f"{min(part, 99):02d}" for part in first),
    )
