"""TTML styles: references, inheritance, colours."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from captious.formats.exchange.ttml.names import TT, TTS, XML
from captious.formats.vtt.colours import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from captious.formats.exchange.rich import Look

_MOST_DEEP = 20
_WORDS = {
    "white": "#ffffff", "lime": "#00ff00", "cyan": "#00ffff", "aqua": "#00ffff", "red": "#ff0000", "yellow": "#ffff00",
    "magenta": "#ff00ff", "fuchsia": "#ff00ff", "blue": "#0000ff", "black": "#000000", "green": "#008000",
    "silver": "#c0c0c0", "gray": "#808080", "maroon": "#800000", "purple": "#800080", "olive": "#808000",
    "navy": "#000080", "teal": "#008080",
}  # fmt: skip
"""Named colours of TTML (TTML2 §8.3.12)."""
_RGB = re.compile(r"rgba?\(\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*(?:,\s*[0-9.]+\s*)?\)")


class Styles:
    """The styles of a file.

    Args:
        root: the ``tt`` element.
        odd_colour: called with each colour that is not one of WebVTT's eight.
    """

    def __init__(self, root: Any, odd_colour: Callable[[str, Any], None]) -> None:
        self._odd_colour = odd_colour
        self._by_id = {
            node.get(f"{XML}id"): node for node in root.iter(f"{TT}style") if node.get(f"{XML}id") is not None
        }

    def properties(self, node: Any) -> dict[str, str]:
        """The style attributes of an element: referenced, nested (in a region), and its own, later ones winning."""
        return self._collect(node, 0)

    def look(self, inherited: Look, properties: Mapping[str, str], node: Any) -> Look:
        """The text style of an element, from its properties and the style of its parent."""
        look = inherited
        if slant := properties.get("fontStyle"):
            look = replace(look, italic=slant in ("italic", "oblique"))
        if weight := properties.get("fontWeight"):
            look = replace(look, bold=weight == "bold")
        if decoration := properties.get("textDecoration"):
            words = decoration.split()
            on = "underline" in words
            if on or "none" in words or "noUnderline" in words:
                look = replace(look, underline=on)
        if colour := properties.get("color"):
            look = replace(look, colour=self._colour(colour, node))
        return look

    def _collect(self, node: Any, depth: int) -> dict[str, str]:
        found: dict[str, str] = {}
        if depth > _MOST_DEEP:
            return found
        for name in (node.get("style") or "").split():
            if name in self._by_id:
                found |= self._collect(self._by_id[name], depth + 1)
        if node.tag == f"{TT}region":
            for child in node.findall(f"{TT}style"):
                found |= self._collect(child, depth + 1)
        return found | {
            name.removeprefix(TTS): value.strip()
            for name, value in node.attrib.items()
            if name.startswith(TTS)
        }

    def _colour(self, text: str, node: Any) -> str | None:
        code = text.lower()
        code = _WORDS.get(code, code)
        if rgb := _RGB.fullmatch(code):
            code = "#" + "".join(f"{min(int(part), 255):02x}" for part in rgb.groups())
        if re.fullmatch(r"#[0-9a-f]{8}", code):
            code = code[:7]
        name = NAMES.get(code)
        if name is None:
            self._odd_colour(text, node)
        # white is the default
        return None if name == "white" else name
