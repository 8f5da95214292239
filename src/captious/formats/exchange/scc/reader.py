"""Reads SCC into WebVTT cues: pop-on, roll-up and paint-on captions of one channel, with their looks and places."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.errors import FormatError
from captious.formats.base import Loss, Reading
from captious.formats.delivery import Delivery
from captious.formats.exchange.build import make_cue, make_document
from captious.formats.exchange.scc import places
from captious.formats.exchange.scc.decoder import ROLL_UP, Shown
from captious.formats.exchange.scc.findings import findings_of, line_span
from captious.formats.exchange.scc.lines import SIGNATURE, begins_so, frame_to_ms, read_lines
from captious.formats.exchange.scc.stream import Stream, decode
from captious.formats.lines import split_lines
from captious.formats.origin import CuePlace, Origin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.core.cue import Cue
    from captious.formats.exchange.scc.decoder import Channel
    from captious.formats.exchange.scc.memory import Row

FRAME_RATE = Fraction(30000, 1001)
"""The frame rate of American television; SCC of other rates is known by nothing in the file."""
_ASSUMED_FRAMES = 90
_APART = 3
"""Rows that lie so far apart are two captions."""


def read(text: str, *, frame_rate: Fraction | None = None) -> Reading:
    """The captions of the first channel that has any, in the order of their times.

    Args:
        text: the text of the file.
        frame_rate: frames per second; ``None`` = 29.97.

    Raises:
        FormatError: it is not SCC, or has no captions.
    """
    if not begins_so(text):
        raise FormatError(f"not SCC: it does not start with {SIGNATURE}", line=1)
    rate = frame_rate or FRAME_RATE
    source = text.removeprefix("\ufeff")
    lines = split_lines(source)
    stream = decode(read_lines(lines.texts, rate))
    name, channel = chosen(stream)
    shown = [] if channel is None else parts(channel)
    sideways = is_sideways(shown) if shown else False
    document = make_document([_cue(one, rate, sideways=sideways) for one in shown], title="SCC")
    spans = [line_span(lines, one.line) for one in shown]
    cue_places = tuple(CuePlace(span, None, None, (span.start, span.end)) for span in spans)
    return Reading(
        document,
        findings_of(source, lines, stream, shown, rate),
        tuple(_losses(stream, name, shown)),
        Origin(source, cue_places, newline=lines.newline),
        Delivery(non_drop=not stream.lines[0].drop),
    )


def chosen(stream: Stream) -> tuple[str, Channel | None]:
    """The name of the channel that is read, and the channel: the first of CC1 to CC4 that has captions."""
    for name in sorted(stream.channels):
        if stream.channels[name].shown:
            return name, stream.channels[name]
    return "", None


def parts(channel: Channel) -> list[Shown]:
    """The captions of a channel in the order of their times; rows far apart are captions of their own."""
    found = []
    for one in channel.shown:
        begin = 0
        for place in range(1, len(one.rows)):
            if one.rows[place].number - one.rows[place - 1].number >= _APART:
                found.append(one._replace(rows=one.rows[begin:place]))
                begin = place
        found.append(one._replace(rows=one.rows[begin:]) if begin else one)
    return sorted(found, key=lambda one: one.start)


def is_sideways(shown: Sequence[Shown]) -> bool:
    """Whether a file places captions from side to side, rather than all of them in the middle or at one margin."""
    if all(places.is_centred(one.rows) for one in shown):
        return False
    columns = [min(row.start for row in one.rows) for one in shown]
    return max(columns) - min(columns) > places.OFF_CENTRE


def _cue(one: Shown, rate: Fraction, *, sideways: bool) -> Cue:
    end = one.end if one.end is not None else one.start + _ASSUMED_FRAMES
    rows: Sequence[Row] = one.rows
    settings = places.settings_of(rows, sideways=sideways)
    return make_cue(
        frame_to_ms(max(one.start, 0), rate),
        frame_to_ms(max(end, 0), rate),
        [row.line for row in rows],
        settings=settings,
    )


def _losses(stream: Stream, name: str, shown: Sequence[Shown]) -> Iterator[Loss]:
    channel = stream.channels[name]
    yield from _other_channels(stream, name)
    if stream.extended:
        yield Loss("extended data (XDS)", example=count(stream.extended, "pair"))
    for what, times in channel.odd.items():
        yield Loss(what, example=count(times, "time"))
    if channel.unknown:
        yield Loss("codes that CEA-608 does not have", example=", ".join(channel.unknown)[:40])
    if channel.dropped:
        yield Loss(
            "text that is loaded and never shown",
            example=f"{len(channel.dropped)}, first {channel.dropped[0][0]!r}"[:80],
        )
    open_ended = [number for number, one in enumerate(shown, 1) if one.end is None]
    if open_ended:
        yield Loss("the end of the last caption (3 s assumed)", len(open_ended), open_ended[0])
    rolled = [number for number, one in enumerate(shown, 1) if one.mode == ROLL_UP]
    if rolled:
        yield Loss("the rows above in roll-up captions", len(rolled), rolled[0])
    invalid = next((line for line in stream.lines if line.invalid), None)
    if invalid is not None:
        yield Loss("what is no pair of bytes", example=f"line {invalid.line + 1}: {invalid.invalid[:40]}")
    if stream.strays:
        stray = stream.strays[0]
        yield Loss(
            "lines without a timecode",
            example=f"{len(stream.strays)}, first line {stray.line + 1}: {stray.text[:40]}",
        )


def _other_channels(stream: Stream, name: str) -> Iterator[Loss]:
    for other, channel in sorted(stream.channels.items()):
        if other != name and channel.shown:
            words = " ".join("".join(run.text for run in row.line) for row in channel.shown[0].rows)
            yield Loss(
                f"captions of channel {other}",
                example=f"{count(len(channel.shown), 'caption')}, first: {words[:40]}",
            )
        if channel.texts:
            yield Loss(f"text of the text channel of {other}", example="".join(channel.texts)[:40])
