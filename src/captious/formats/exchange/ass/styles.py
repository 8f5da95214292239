"""Styles: the look and the place that a style and the tags in a text give to what they are about.

Sources:
    The specification of SSA v4; Aegisub's manual, "Styles" and "ASS override tags".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.formats.exchange.rich import PLAIN, Look, with_styles
from captious.formats.vtt.colours import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.formats.exchange.ass.script import Script
    from captious.formats.exchange.ass.tags import Tag

_HEX = re.compile(r"&?[Hh]?([0-9A-Fa-f]{1,8})&?")
_SWITCHES = {"b": "bold", "i": "italic", "u": "underline"}
_NUMPAD = {1: 1, 2: 2, 3: 3, 5: 7, 6: 8, 7: 9, 9: 4, 10: 5, 11: 6}
"""The alignments of SSA v4, as the keys of a number pad."""
DEFAULT_PLACE = 2
_MOST_DIGITS = 12


@dataclass(frozen=True, slots=True)
class EventStyle:
    """What a style gives to an event.

    Args:
        look: the look of its text.
        place: its alignment, as a key of a number pad.
        colour: its colour as written, if WebVTT has none like it; empty = it has.
    """

    look: Look = PLAIN
    place: int = DEFAULT_PLACE
    colour: str = ""


def event_styles(script: Script) -> dict[str, EventStyle]:
    """The styles of a script by name."""
    return {name: _style(values, is_v4=script.is_v4) for name, values in script.styles.items()}


def numpad(value: str) -> int | None:
    r"""The key of a number pad that ``\an`` names; ``None`` = none."""
    return int(value) if value in ("1", "2", "3", "4", "5", "6", "7", "8", "9") else None


def legacy_place(value: str) -> int | None:
    r"""The key of a number pad for an alignment of SSA v4, as in ``\a``; ``None`` = none."""
    return _NUMPAD.get(int(value)) if value.isascii() and value.isdigit() and len(value) < 3 else None


def changed(look: Look, base: Look, tag: Tag) -> Look | None:
    """A look after a tag; ``None`` if the tag is not about what WebVTT has.

    Args:
        look: the look before it.
        base: the look of the style.
        tag: the tag.
    """
    name, value = tag.name, tag.value
    if name in _SWITCHES:
        key = _SWITCHES[name]
        return with_styles(look, key, on=getattr(base, key) if not value else _is_on(value))
    if name in ("c", "1c"):
        if not value:
            return replace(look, colour=base.colour)
        colour = colour_name(value)
        return None if not colour else replace(look, colour=None if colour == "white" else colour)
    return None


def colour_name(value: str) -> str:
    """The name of a colour of WebVTT: of ``&HBBGGRR&``; empty for another colour."""
    found = _HEX.fullmatch(value)
    if found is None:
        return ""
    code = found[1][-6:].rjust(6, "0").lower()
    # blue, green, red
    return NAMES.get(f"#{code[4:]}{code[2:4]}{code[:2]}", "")


def _is_on(value: str) -> bool:
    # \b takes a weight, too: from 550 on players show bold letters
    try:
        number = float(value)
    except ValueError:
        return False
    return number in (1, -1) or number >= 550


def _style(values: Mapping[str, str], *, is_v4: bool) -> EventStyle:
    written = values.get("primarycolour", "")
    is_decimal = written.isascii() and written.lstrip("-").isdigit() and len(written) <= _MOST_DIGITS
    written_hex = f"&H{int(written) & 0xFFFFFF:06X}" if is_decimal else written
    name = colour_name(written_hex) if written else "white"
    look = Look(
        bold=_is_on(values.get("bold", "0")),
        italic=_is_on(values.get("italic", "0")),
        underline=_is_on(values.get("underline", "0")),
        colour=None if name in ("white", "") else name,
    )
    alignment = values.get("alignment", "")
    place = legacy_place(alignment) if is_v4 else numpad(alignment)
    return EventStyle(look, place or DEFAULT_PLACE, "" if name else written)
