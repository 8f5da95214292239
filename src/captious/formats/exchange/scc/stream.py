"""From the pairs of an SCC file to its channels: which code goes to which decoder.

Sources:
    47 CFR 79.101: a control code that is repeated at once counts once; the fourth bit of its first byte is the data
    channel; codes that begin with 15 instead of 14 are those of field 2. First bytes below 10 are extended data (XDS).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.exchange.scc import codes
from captious.formats.exchange.scc.decoder import Channel
from captious.formats.exchange.scc.lines import SccLine, Stray

if TYPE_CHECKING:
    from collections.abc import Iterable

_PART = re.compile(
    r"(?:[\x10-\x1f][\x00-\x7f])+|(?:[\x00\x20-\x7f][\x00-\x7f])+|(?:[\x01-\x0f][\x00-\x7f])+", re.DOTALL
)
_BASIC_CODES = dict(codes.BASIC.items())
_NO_CODE = re.compile(r"[\x01-\x1f]")
_CHANNELS = {("\x14", 0): "CC1", ("\x14", 1): "CC2", ("\x15", 0): "CC3", ("\x15", 1): "CC4"}


class Stream(NamedTuple):
    """What is in a file.

    Args:
        channels: its channels by name, in the order they begin.
        lines: its lines.
        strays: its lines that are no captions.
        extended: pairs of extended data.
        last: the frame after the last pair.
    """

    channels: dict[str, Channel]
    lines: list[SccLine]
    strays: list[Stray]
    extended: int
    last: int


def decode(read: Iterable[SccLine | Stray]) -> Stream:
    """Decodes the lines of a file."""
    lines: list[SccLine] = []
    strays: list[Stray] = []
    channels: dict[str, Channel] = {}
    extended = last = 0
    field, name = "\x14", "CC1"
    in_extended = False
    for line in read:
        if isinstance(line, Stray):
            strays.append(line)
            continue
        lines.append(line)
        last = max(last, line.frame + len(line.codes) // 2)
        for part in _PART.finditer(line.codes):
            text = part[0]
            frame = line.frame + part.start() // 2
            first = text[0]
            if first < "\x10":
                in_extended = True
                extended += len(text) // 2
                continue
            if first >= "\x20" or first == "\x00":
                if not in_extended:
                    shown = text.translate(_BASIC_CODES)
                    if shown:
                        channel = channels.get(name) or channels.setdefault(name, Channel())
                        channel.text(_NO_CODE.sub("", shown), frame, line.line)
                continue
            in_extended = False
            before = ""
            for place in range(0, len(text), 2):
                pair = text[place : place + 2]
                if pair == before:
                    before = ""
                    continue
                before = pair
                high = ord(pair[0])
                data = high >> 3 & 1
                high &= 0x17
                if high in (0x14, 0x15) and "\x20" <= pair[1] <= "\x2f":
                    field = chr(high)
                    name = _CHANNELS[field, data]
                    high = 0x14
                elif _CHANNELS[field, data] != name:
                    name = _CHANNELS[field, data]
                channel = channels.get(name) or channels.setdefault(name, Channel())
                _obey(channel, high, ord(pair[1]), frame + place // 2, line.line)
    for channel in channels.values():
        channel.end()
    return Stream(channels, lines, strays, extended, last)


def _obey(channel: Channel, high: int, low: int, frame: int, line: int) -> None:
    """Passes on a control code of the first channel."""
    if low >= 0x40:
        found = codes.preamble(high, low)
        if found is not None:
            channel.address(found, frame, line)
        else:
            channel.count(f"codes that CEA-608 does not have ({high:02X}{low:02X})")
    elif high == 0x14:
        if 0x20 <= low <= 0x2F:
            channel.control(low, frame, line)
    elif high == 0x11 and low >= 0x30:
        channel.text(codes.SPECIAL[low], frame, line)
    elif high == 0x11:
        style = codes.mid_row(low)
        if style is not None:
            channel.restyle(style, frame, line)
    elif high in codes.EXTENDED and low in codes.EXTENDED[high]:
        channel.instead(codes.EXTENDED[high][low], frame, line)
    elif high == 0x17 and 0x21 <= low <= 0x23:
        channel.tab(low - 0x20)
    elif high == 0x17 and low in (0x2E, 0x2F):
        channel.blacken(underline=low == 0x2F)
    elif (high == 0x10 and 0x20 <= low <= 0x2F) or (high == 0x17 and low == 0x2D):
        channel.count("background colours")
    elif not (high == 0x17 and 0x24 <= low <= 0x2A):
        channel.count(f"codes that CEA-608 does not have ({high:02X}{low:02X})")
