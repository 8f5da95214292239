"""The lines of an SCC file: a timecode and the pairs of bytes that follow it, a pair each frame.

Sources:
    The description of Scenarist closed captions that McPoodle published, and files in the wild: a semicolon before the
    frames is drop-frame; pairs are four hexadecimal digits each, with odd parity in every byte.
"""

from __future__ import annotations

import re
from operator import ne
from typing import TYPE_CHECKING, NamedTuple

from captious.core.clock import frame_ms
from captious.formats.exchange.scc.codes import ODD_PARITY, SEVEN_BITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

SIGNATURE = "Scenarist_SCC"
_LINE = re.compile(
    r"\s*([0-9]{2})[:;.,]([0-9]{2})[:;.,]([0-9]{2})([:;.,])([0-9]{2})(?:[ \t]+(.*))?", re.DOTALL
)
_WORDS = re.compile(r"(?:[0-9a-fA-F]{4} )*[0-9a-fA-F]{4}").fullmatch
_WORD = re.compile(r"(?:[0-9a-fA-F]{4})+").fullmatch


class SccLine(NamedTuple):
    """A line with pairs.

    Args:
        line: its 0-based number in the file.
        timecode: its timecode: hours, minutes, seconds, frames.
        drop: whether that is a drop-frame timecode.
        frame: the frame of its first pair.
        codes: its pairs without parity bits, two characters each.
        unequal: how many bytes have the wrong parity.
        invalid: what is no pair of bytes; empty = nothing.
    """

    line: int
    timecode: tuple[int, int, int, int]
    drop: bool
    frame: int
    codes: str
    unequal: int = 0
    invalid: str = ""


class Stray(NamedTuple):
    """A line that is neither blank nor captions."""

    line: int
    text: str


def begins_so(text: str) -> bool:
    """Whether a text starts with the signature of SCC."""
    return text.lstrip("\ufeff \t\r\n").startswith(SIGNATURE)


def read_lines(texts: Iterable[str], frame_rate: Fraction) -> Iterator[SccLine | Stray]:
    """The lines of a file below its signature.

    Args:
        texts: all its lines.
        frame_rate: frames per second.
    """
    nominal = (2 * frame_rate.numerator + frame_rate.denominator) // (2 * frame_rate.denominator)
    drops = nominal // 15 if nominal % 30 == 0 and frame_rate.denominator == 1001 else 0
    for index, line in enumerate(texts):
        match = _LINE.match(line)
        if match is None:
            if line.strip(" \t\ufeff\x1a\0") and not line.strip("\ufeff \t").startswith(SIGNATURE):
                yield Stray(index, line.strip())
            continue
        groups = match.groups()
        mark, words = groups[3], groups[5]
        hours, minutes, seconds, frames = int(groups[0]), int(groups[1]), int(groups[2]), int(groups[4])
        drop = mark != ":"
        frame = ((hours * 60 + minutes) * 60 + seconds) * nominal + frames
        if drop and drops:
            whole = hours * 60 + minutes
            frame -= drops * (whole - whole // 10)
        data, invalid = _bytes(words or "")
        seven = data.translate(SEVEN_BITS)
        equal = seven.translate(ODD_PARITY)
        unequal = sum(map(ne, equal, data)) if equal != data else 0
        yield SccLine(
            index, (hours, minutes, seconds, frames), drop, frame, seven.decode("ascii"), unequal, invalid
        )


def _bytes(words: str) -> tuple[bytes, str]:
    words = words.strip()
    if _WORDS(words):
        return bytes.fromhex(words), ""
    good: list[str] = []
    bad: list[str] = []
    for word in words.split():
        (good if _WORD(word) else bad).append(word)
    return bytes.fromhex("".join(good)), " ".join(bad)


def frame_to_ms(frame: int, frame_rate: Fraction) -> int:
    """The time of a frame in milliseconds."""
    return frame_ms(frame, frame_rate)
