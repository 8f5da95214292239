"""Colours in WebVTT: the colour classes, and a style sheet that gives each voice a colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.document import StyleSheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLOURS = {
    "white": "#ffffff",
    "lime": "#00ff00",
    "cyan": "#00ffff",
    "red": "#ff0000",
    "yellow": "#ffff00",
    "magenta": "#ff00ff",
    "blue": "#0000ff",
    "black": "#000000",
}
"""The classes of WebVTT that colour text (W3C WebVTT, default text colours)."""

NAMES = {value: name for name, value in COLOURS.items()}
"""Their names by colour."""

_PLAIN = re.compile(r"[^\w ]")


def speaker_sheet(speakers: Iterable[str], colours: Sequence[str]) -> StyleSheet | None:
    """A style sheet that gives each voice a colour.

    Args:
        speakers: names of the voices, in the order of their first words; names may repeat.
        colours: CSS colours, the first one for the first speaker; if there are more speakers than colours, the
            rest have the default colour, as all speakers have without a style sheet.

    Returns:
        ``None`` if there are fewer than two speakers or fewer than two colours.

    Sources:
        W3C WebVTT: ``::cue(v[voice="…"])`` selects the voice spans of a name.
    """
    names = list(dict.fromkeys(speakers))
    if len(names) < 2 or len(colours) < 2:
        return None
    rules = [
        f'::cue(v[voice="{_escaped(name)}"]) {{ color: {colour}; }}'
        for name, colour in zip(names, colours, strict=False)
    ]
    return StyleSheet("\n".join(rules))


def _escaped(name: str) -> str:
    # as CSS escapes a character: what could end the string, the block ("-->") or the sheet is written as a number
    return _PLAIN.sub(lambda match: f"\\{ord(match[0]):x} ", name)
