"""What EBU STL cannot hold of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import frame_at, frame_ms
from captious.formats.base import Loss
from captious.formats.delivery import USUAL
from captious.formats.exchange.likeness import shown
from captious.formats.exchange.stl import blocks, places
from captious.formats.exchange.stl.subtitles import plan_of, subtitles
from captious.formats.exchange.stl.text_field import COLUMNS
from captious.formats.exchange.stl.writer import in_code_page, parts_of, rate_for, unpack_header

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.document import Document
    from captious.formats.delivery import Delivery
    from captious.formats.exchange.stl.subtitles import Plan, Subtitle

_DAY_MS = 86_400_000


class _Found:
    def __init__(self) -> None:
        self.places: dict[str, tuple[int, int, str]] = {}
        self.characters: dict[str, str] = {}

    def add(self, what: str, number: int, example: str = "") -> None:
        count, first, shown = self.places.get(what, (0, number, example))
        self.places[what] = count + 1, first, shown


def losses(
    document: Document, *, frame_rate: Fraction | None = None, delivery: Delivery | None = None
) -> tuple[Loss, ...]:
    """Everything that is lost: characters, text styles, rows, overlaps, and times between frames."""
    stated = delivery or USUAL
    old = unpack_header(stated)
    rate = rate_for(frame_rate, old)
    plan = plan_of(document, language=stated.language, old=old)
    found = _Found()
    latest = -1
    count = 0
    for subtitle in subtitles(document, plan, rate):
        count += len(parts_of(subtitle.text))
        _text(subtitle, plan, found)
        _place(subtitle, found)
        cue = subtitle.cue
        if not subtitle.cumulative and subtitle.start < latest:
            found.add("captions that overlap (each takes the place of the one before)", subtitle.number)
        latest = max(latest, subtitle.end)
        if any(frame_ms(frame_at(ms, rate), rate) != ms for ms in (cue.start_ms, cue.end_ms)):
            found.add(f"exact times (rounded to frames, {float(rate):.5g} a second)", subtitle.number)
        if cue.end_ms >= _DAY_MS:
            found.add("times after 24 hours, which no timecode has", subtitle.number)
    title, missing = in_code_page(stated.title)
    if missing or len(title) > blocks.SIZES["opt"]:
        held = title[: blocks.SIZES["opt"]].encode("latin-1").decode("cp850")
        found.places[f"a part of the title (written as {held})"] = (0, 0, "")
    if count > blocks.MOST_COUNTED:
        found.places[f"the count of blocks ({count:,}, of which the header can count to 99,999)"] = (0, 0, "")
    return tuple(
        Loss(what, number, first, shown(found.characters) if what == _CHARACTERS else example)
        for what, (number, first, example) in found.places.items()
    )


_CHARACTERS = "characters that the code table does not have"


def _text(subtitle: Subtitle, plan: Plan, found: _Found) -> None:
    number = subtitle.number
    looks = [run.look for line in subtitle.lines for run in line]
    if any(look.bold for look in looks):
        found.add("bold text", number)
    if plan.teletext and any(look.italic or look.underline for look in looks):
        found.add("italic or underlined text (teletext has none)", number)
    if any(row.missing for row in subtitle.rows):
        found.add(_CHARACTERS, number)
        for row in subtitle.rows:
            found.characters |= row.missing
    if not plan.teletext and any(look.colour not in (None, "white") for look in looks):
        found.add("colours (open subtitles have none)", number)
    if any(row.colour_lost for row in subtitle.rows):
        found.add("colours that change within a word", number)
    if subtitle.broken:
        found.add(f"lines of more than {COLUMNS} columns (broken into more lines)", number)
    if len(parts_of(subtitle.text)) > blocks.MOST_BLOCKS:
        found.add("text after the blocks that a subtitle can have", number)


def _place(subtitle: Subtitle, found: _Found) -> None:
    if subtitle.row + subtitle.height - 1 > places.ROWS:
        found.add(
            f"rows below the picture (it has {places.ROWS})", subtitle.number, f"{subtitle.height} rows"
        )
    if subtitle.cue.settings and (lost := places.lost_settings(subtitle.cue.settings)):
        found.add("positions from side to side, sizes and regions", subtitle.number, lost)
