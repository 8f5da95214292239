"""From the pairs of an SCC file to its channels: which code goes to which decoder.

Sources:
    47 CFR 79.101: a control code that is repeated at once counts once; the fourth bit of its first byte is the data
    channel; codes that begin with 15 instead of 14 are those of field 2. First bytes below 10 are extended data (XDS).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.exchange.scc import codes
from captious.formats.exchange.scc.decoder import Channel
from captious.formats.exchange.scc.lines import SccLine, Stray

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PART = re.compile(
    r"(?:[\x10-\x1f][\x00-\x7f])+|(?:[\x00\x20-\x7f][\x00-\x7f])+|(?:[\x01-\x0f][\x00-\x7f])+", re.DOTALL
)
_OTHER_CHARACTERS = re.compile(
    "[" + re.escape("".join(chr(code) for code, char in codes.BASIC.items() if char != chr(code))) + "]"
)
_CONTROLS = re.compile(r"[\x01-\x1f]")
_CHANNELS = (("CC1", "CC2"), ("CC3", "CC4"))


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


class _Code(NamedTuple):
    """A control code: how many frames after the first of its part it comes, and what it does.

    Args:
        frame: frames from the start of its part.
        field: the field of television it belongs to, 0 or 1; ``None`` = that of the code before.
        data: its data channel, 0 or 1.
        act: what it does; ``None`` = nothing.
    """

    frame: int
    field: int | None
    data: int
    act: Callable[[Channel, int, int], None] | None


def decode(read: Iterable[SccLine | Stray]) -> Stream:
    """Decodes the lines of a file."""
    lines: list[SccLine] = []
    strays: list[Stray] = []
    channels: dict[str, Channel] = {}
    extended = last = field = 0
    name = "CC1"
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
            if "\x10" <= text[0] < "\x20":
                in_extended = False
                for code in _codes(text):
                    if code.field is not None:
                        field = code.field
                    name = _CHANNELS[field][code.data]
                    channel = channels.get(name) or channels.setdefault(name, Channel())
                    if code.act is not None:
                        code.act(channel, frame + code.frame, line.line)
            elif "\0" < text[0] < "\x10":
                in_extended = True
                extended += len(text) // 2
            elif not in_extended and (shown := _characters(text)):
                channel = channels.get(name) or channels.setdefault(name, Channel())
                channel.text(shown, frame, line.line)
    for channel in channels.values():
        channel.end()
    return Stream(channels, lines, strays, extended, last)


def _characters(text: str) -> str:
    """The characters of a part without control codes."""
    if text.isprintable() and _OTHER_CHARACTERS.search(text) is None:
        return text
    return _CONTROLS.sub("", text.translate(codes.BASIC))


@lru_cache(maxsize=4096)
def _codes(text: str) -> tuple[_Code, ...]:
    """The control codes of a part; one that is repeated at once counts once."""
    found = []
    before = ""
    for place in range(0, len(text), 2):
        pair = text[place : place + 2]
        if pair == before:
            before = ""
            continue
        before = pair
        high, low = ord(pair[0]), ord(pair[1])
        data = high >> 3 & 1
        high &= 0x17
        is_control = high in (0x14, 0x15) and 0x20 <= low <= 0x2F
        field = high - 0x14 if is_control else None
        found.append(_Code(place // 2, field, data, _act(0x14 if is_control else high, low)))
    return tuple(found)


def _act(high: int, low: int) -> Callable[[Channel, int, int], None] | None:
    """What a control code of the first channel does."""
    if low >= 0x40 and (found := codes.preamble(high, low)) is not None:
        return lambda channel, frame, line: channel.address(found, frame, line)
    if high == 0x14 and 0x20 <= low <= 0x2F:
        return lambda channel, frame, line: channel.control(low, frame, line)
    if high == 0x11 and 0x30 <= low <= 0x3F:
        return lambda channel, frame, line: channel.text(codes.SPECIAL[low], frame, line)
    if high == 0x11 and (style := codes.mid_row(low)) is not None:
        return lambda channel, frame, line: channel.restyle(style, frame, line)
    if high in codes.EXTENDED and low in codes.EXTENDED[high]:
        char = codes.EXTENDED[high][low]
        return lambda channel, frame, line: channel.instead(char, frame, line)
    if high == 0x17 and 0x21 <= low <= 0x23:
        return lambda channel, frame, line: channel.tab(low - 0x20)  # noqa: ARG005
    if high == 0x17 and low in (0x2E, 0x2F):
        return lambda channel, frame, line: channel.blacken(underline=low == 0x2F)  # noqa: ARG005
    if (high == 0x10 and 0x20 <= low <= 0x2F) or (high == 0x17 and low == 0x2D):
        return lambda channel, frame, line: channel.count("background colours")  # noqa: ARG005
    if high == 0x17 and 0x24 <= low <= 0x2A:
        return None  # a character set of other alphabets, which none uses
    what = f"{high:02X}{low:02X}"
    return lambda channel, frame, line: channel.refuse(what, line)  # noqa: ARG005


def single_codes(text: str) -> int:
    """How many control codes of a line are sent once instead of twice."""
    return sum(_singles(part[0]) for part in _PART.finditer(text) if "\x10" <= part[0][0] < "\x20")


@lru_cache(maxsize=4096)
def _singles(text: str) -> int:
    place = found = 0
    while place < len(text):
        twice = text[place : place + 2] == text[place + 2 : place + 4]
        found += not twice
        place += 4 if twice else 2
    return found
