"""Writes WebVTT cues as SCC: pop-on captions of channel CC1.

Sources:
    See `captious.formats.exchange.scc.rows` and `captious.formats.exchange.scc.schedule`. What shows a caption stands
    in a line of its own, for there are programs that take the timecode of the line for the time of the caption.
    Timecodes are drop-frame at 29.97, as television in America counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import frame_at, frame_ms, timecode_frame, timecode_parts
from captious.formats.base import Loss
from captious.formats.delivery import USUAL
from captious.formats.exchange.likeness import shown
from captious.formats.exchange.scc.captions import CHARACTERS, captions_of
from captious.formats.exchange.scc.codes import ODD_PARITY
from captious.formats.exchange.scc.places import lost_settings
from captious.formats.exchange.scc.reader import FRAME_RATE
from captious.formats.exchange.scc.schedule import schedule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.document import Document
    from captious.formats.delivery import Delivery

_DAY_MS = 86_400_000


def write(document: Document, *, delivery: Delivery | None = None) -> str:
    """The captions, with times on frames; cues without text are left out.

    Args:
        document: a document of format ``vtt``.
        delivery: the timecode of the start, and how timecodes count; ``None`` = drop-frame, from zero.
    """
    stated = delivery or USUAL
    mark = ":" if stated.non_drop else ";"
    lines = ["Scenarist_SCC V1.0"]
    captions, _ = captions_of(document, FRAME_RATE)
    first = _first_frame(stated)
    for sent in schedule(captions, first=-first).lines:
        hours, minutes, seconds, frames = timecode_parts(
            sent.frame + first, FRAME_RATE, drop=not stated.non_drop
        )
        digits = "".join(sent.units).encode("ascii").translate(ODD_PARITY).hex(" ", -2)
        lines.append(f"{hours:02d}:{minutes:02d}:{seconds:02d}{mark}{frames:02d}\t{digits}")
    return "\n\n".join(lines) + "\n"


def losses(document: Document, *, delivery: Delivery | None = None) -> tuple[Loss, ...]:
    """Everything that is lost: characters, text styles, long lines, overlaps, and captions that come late."""
    return tuple(_losses(document, _first_frame(delivery or USUAL)))


def _first_frame(delivery: Delivery) -> int:
    """The frame of the timecode at which the programme starts."""
    return timecode_frame(delivery.start, FRAME_RATE, drop=not delivery.non_drop)


def _losses(document: Document, first: int) -> Iterator[Loss]:
    rate = FRAME_RATE
    captions, unheld = captions_of(document, rate)
    for what, (number, place, example) in unheld.found.items():
        yield Loss(what, number, place, shown(unheld.characters) if what == CHARACTERS else example)
    late = schedule(captions, first=-first).late
    if late:
        most = max(frames for _, frames in late)
        yield Loss(
            "in-times of captions that cannot be loaded in time", len(late), late[0][0].number,
            f"shown up to {float(most / rate):.2f} s late; a pair of characters takes a frame",
        )  # fmt: skip
    places = [
        (number, lost) for number, cue in enumerate(document.cues, 1) if (lost := lost_settings(cue.settings))
    ]
    if places:
        yield Loss("sizes and regions", len(places), *places[0])
    rounded = [
        number
        for number, cue in enumerate(document.cues, 1)
        if any(frame_ms(frame_at(ms, rate), rate) != ms for ms in (cue.start_ms, cue.end_ms))
    ]
    if rounded:
        yield Loss(f"exact times (rounded to frames, {float(rate):.5g} a second)", len(rounded), rounded[0])
    beyond = [number for number, cue in enumerate(document.cues, 1) if cue.end_ms >= _DAY_MS]
    if beyond:
        yield Loss("times after 24 hours, which no timecode has", len(beyond), beyond[0])
