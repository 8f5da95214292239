"""Overrides of SubStation Alpha, ``{\\\\an8\\\\i1}``, and those of MicroDVD, ``{y:i}``, in other formats."""

from __future__ import annotations

import re
from typing import NamedTuple

from captious.formats.vtt.colours import NAMES

_ITEM = re.compile(r"\\([1-4]?[A-Za-z]+)(\([^()]*\)|[^\\(]*)")
_LOOKS = {"i": "i", "b": "b", "u": "u", "s": "s"}
_NUMBERS = re.compile(r"-?[0-9]{1,5}(?:\.[0-9]{1,4})?")
_COLOUR = re.compile(r"&?H?([0-9A-Fa-f]{6,8})&?")
_SIZES = ((384, 288), (640, 480), (1280, 720), (1920, 1080), (3840, 2160))
"""Sizes of the picture that coordinates are meant for: the default of SubRip in players first."""
_OLD_PLACES = {1: 1, 2: 2, 3: 3, 5: 7, 6: 8, 7: 9, 9: 4, 10: 5, 11: 6}
"""Places of ``\\\\a`` by those of ``\\\\an``."""
_ROWS = {1: "", 2: "line:50%", 3: "line:0"}
_COLUMNS = {0: "position:0% align:start", 1: "", 2: "position:100% align:end"}


class Override(NamedTuple):
    """What an override says.

    Args:
        looks: names of the tags that it opens or closes, with whether it opens them.
        colour: the WebVTT class of its colour; empty = the default colour; ``None`` = it says nothing.
        settings: WebVTT settings of its position; empty = it says nothing.
        resets: whether it ends all looks.
        unknown: what it says besides, which only SubStation Alpha has.
    """

    looks: tuple[tuple[str, bool], ...] = ()
    colour: str | None = None
    settings: str = ""
    resets: bool = False
    unknown: tuple[str, ...] = ()


def parse_override(written: str) -> Override:
    """What a block of overrides says.

    Args:
        written: the block with its braces.
    """
    inside = written[1:-1]
    if not inside.startswith("\\"):
        closing = inside.startswith("/")
        names = inside.lower().removeprefix("/").removeprefix("y:")
        return Override(tuple((name, not closing) for name in names if name in _LOOKS))
    looks: list[tuple[str, bool]] = []
    unknown: list[str] = []
    colour: str | None = None
    settings, resets = "", False
    for match in _ITEM.finditer(inside):
        name, value = match[1], match[2].strip()
        if name in _LOOKS and re.fullmatch(r"[0-9]{0,4}", value):
            looks.append((name, value not in ("", "0")))
        elif name in ("an", "a", "pos", "move"):
            settings = settings or _settings(name, value)
            if not _settings(name, value) and (name, value) not in (("an", "2"), ("a", "2")):
                unknown.append(match[0])
        elif name in ("c", "1c") and (not value or _class(value)):
            colour = _class(value)
        elif name == "r":
            resets = True
        else:
            unknown.append(match[0])
    return Override(tuple(looks), colour, settings, resets, tuple(unknown))


def place_of(settings: str) -> int:
    """The place of ``\\\\an`` that settings stand for; 0 for none of them, and for the usual one.

    Args:
        settings: the settings of a cue, as they are made of such a place.
    """
    return _PLACES.get(settings, 0)


def _settings(name: str, value: str) -> str:
    """The WebVTT settings of a position; empty for the usual one, and for what is none."""
    numbers = [float(number) for number in _NUMBERS.findall(value)]
    if not numbers:
        return ""
    if name in ("pos", "move"):
        return _settings_at(*numbers[:2]) if len(numbers) > 1 else ""
    place = int(numbers[0]) if name == "an" else _OLD_PLACES.get(int(numbers[0]), 0)
    if not 1 <= place <= 9:
        return ""
    return _settings_of(place)


def _settings_of(place: int) -> str:
    row, column = divmod(place - 1, 3)
    return f"{_ROWS[row + 1]} {_COLUMNS[column]}".strip()


_PLACES = {_settings_of(place): place for place in range(1, 10) if place != 2}


def _settings_at(across: float, down: float) -> str:
    """The settings for coordinates in the smallest picture that holds them."""
    for width, height in _SIZES:
        if 0 <= across <= width and 0 <= down <= height:
            return f"line:{round(down * 100 / height)}% position:{round(across * 100 / width)}%"
    return ""


def _class(value: str) -> str:
    """The WebVTT class of a colour in the order of SubStation Alpha, blue first; empty if it has none."""
    match = _COLOUR.fullmatch(value)
    if match is None:
        return ""
    blue, green, red = (match[1][-6:][place : place + 2] for place in (0, 2, 4))
    return NAMES.get(f"#{red}{green}{blue}".lower(), "")
