"""TTML styles: references, inheritance, and what of them a WebVTT cue can show."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.formats.exchange.rich import PLAIN, Look
from captious.formats.vtt.colours import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.formats.exchange.ttml.tree import Element

_MOST_DEEP = 20
_WORDS = {
    "white": "#ffffff", "lime": "#00ff00", "cyan": "#00ffff", "aqua": "#00ffff", "red": "#ff0000", "yellow": "#ffff00",
    "magenta": "#ff00ff", "fuchsia": "#ff00ff", "blue": "#0000ff", "black": "#000000", "green": "#008000",
    "silver": "#c0c0c0", "gray": "#808080", "maroon": "#800000", "purple": "#800080", "olive": "#808000",
    "navy": "#000080", "teal": "#008080", "transparent": "#00000000",
}  # fmt: skip
"""Named colours of TTML (TTML2 §8.3.12)."""
_RGB = re.compile(r"rgb(a?)\(\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*,\s*([0-9]{1,3})\s*(?:,\s*([0-9.]+)\s*)?\)")
_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{8})")
_LAYOUT = frozenset({"origin", "extent", "position", "displayAlign", "writingMode"})
"""Properties that are not inherited, but say where a caption is shown."""
_OF_ELEMENT = frozenset(
    {"display", "opacity", "backgroundColor", "ruby", "padding", "showBackground", "zIndex"}
)
"""Other properties that are not inherited."""

COLOURS_LOST = "colours other than WebVTT's eight"
BACKGROUNDS_LOST = "background colours"
DECORATIONS_LOST = "text lines other than underlines"
_UNKNOWN = (
    ("textEmphasis", "emphasis marks"),
    ("textCombine", "characters side by side in vertical text"),
    ("fontVariant", "raised and lowered text"),
)
"""Properties of text that WebVTT has no form for."""


@dataclass(frozen=True, slots=True)
class Specified:
    """The properties that an element states itself or by reference.

    Args:
        inherited: those that hold for what is in it, too.
        layout: those that say where it is shown.
        ruby: its part of a ruby annotation; empty = none.
        hidden: whether it and all within it is not shown.
        background: a background other than black or none; empty without one.
    """

    inherited: Mapping[str, str]
    layout: Mapping[str, str]
    ruby: str = ""
    hidden: bool = False
    background: str = ""


NOTHING = Specified({}, {})


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a viewer sees of inherited properties.

    Args:
        look: the text style.
        hidden: whether the text is invisible.
        align: alignment of lines as written; empty unless stated.
        lost: what WebVTT cannot show, each with an example.
    """

    look: Look = PLAIN
    hidden: bool = False
    align: str = ""
    lost: tuple[tuple[str, str], ...] = ()


class Styles:
    """The styles of a file.

    Args:
        root: the ``tt`` element.
    """

    def __init__(self, root: Element) -> None:
        self._by_id: dict[str, Element] = {}
        self.initial: dict[str, str] = {}
        head = root.child("head")
        for element in head.walk() if head is not None else ():
            if element.name == "style" and element.id is not None:
                self._by_id[element.id] = element
            elif element.name == "initial":
                self.initial |= _own(element)
        self._specified: dict[tuple[object, ...], Specified] = {}
        self._appearances: dict[int, tuple[Mapping[str, str], Appearance]] = {}

    def specified(self, element: Element) -> Specified:
        """The properties of an element: referenced, nested (in a region), and its own, later ones winning."""
        own = [pair for pair in element.attributes.items() if pair[0][:4] == "tts:" or pair[0] == "style"]
        if not own and element.name != "region":
            return NOTHING
        key = (tuple(own), id(element) if element.name == "region" else 0)
        found = self._specified.get(key)
        if found is None:
            found = self._specified[key] = _sorted(self._collect(element, 0))
        return found

    def is_known(self, name: str) -> bool:
        """Whether there is a style of an identifier."""
        return name in self._by_id

    def appearance(self, properties: Mapping[str, str]) -> Appearance:
        """What a viewer sees of inherited properties."""
        # the mapping is kept with it, so that no other one can have its place
        found = self._appearances.get(id(properties))
        if found is None:
            found = self._appearances[id(properties)] = (properties, _appearance(properties))
        return found[1]

    def _collect(self, element: Element, depth: int) -> dict[str, str]:
        found: dict[str, str] = {}
        if depth > _MOST_DEEP:
            return found
        for name in element.attributes.get("style", "").split():
            if name in self._by_id:
                found |= self._collect(self._by_id[name], depth + 1)
        if element.name == "region":
            for child in element.elements():
                if child.name == "style":
                    found |= self._collect(child, depth + 1)
        return found | _own(element)


def _own(element: Element) -> dict[str, str]:
    return {
        name.removeprefix("tts:"): value.strip()
        for name, value in element.attributes.items()
        if name.startswith("tts:")
    }


def _sorted(properties: dict[str, str]) -> Specified:
    background = properties.get("backgroundColor", "")
    opacity = properties.get("opacity", "1")
    return Specified(
        {
            name: value
            for name, value in properties.items()
            if name not in _LAYOUT and name not in _OF_ELEMENT
        },
        {name: value for name, value in properties.items() if name in _LAYOUT},
        properties.get("ruby", ""),
        properties.get("display") == "none" or _is_zero(opacity),
        "" if _is_dark(background) else background,
    )


def _is_zero(number: str) -> bool:
    return re.fullmatch(r"0*\.?0+", number) is not None


def _is_dark(background: str) -> bool:
    """Whether a background is black or none, as that of WebVTT."""
    code = colour_code(background)
    return not background or code is None or code[:7] == "#000000" or (len(code) == 9 and code.endswith("00"))


def _appearance(properties: Mapping[str, str]) -> Appearance:
    look, lost = PLAIN, []
    # Japanese is not italic, but sheared
    shears = (properties.get(name, "0") for name in ("shear", "fontShear", "lineShear"))
    is_sheared = any(shear.rstrip("%").strip("-").strip("0.") for shear in shears)
    if properties.get("fontStyle") in ("italic", "oblique", "reverseOblique") or is_sheared:
        look = replace(look, italic=True)
    if properties.get("fontWeight") == "bold":
        look = replace(look, bold=True)
    decoration = properties.get("textDecoration", "").split()
    if "underline" in decoration:
        look = replace(look, underline=True)
    if "lineThrough" in decoration or "overline" in decoration:
        lost.append((DECORATIONS_LOST, properties["textDecoration"]))
    for unknown, what in _UNKNOWN:
        if properties.get(unknown, "none") not in ("none", "normal", "auto"):
            lost.append((what, properties[unknown]))
    colour = properties.get("color", "")
    if colour:
        code = colour_code(colour)
        name = NAMES.get(code[:7]) if code is not None else None
        if name is None or (code is not None and code.endswith("00") and len(code) == 9):
            lost.append((COLOURS_LOST, colour))
        elif name != "white":  # which is the default
            look = replace(look, colour=name)
    return Appearance(
        look, properties.get("visibility") == "hidden", properties.get("textAlign", ""), tuple(lost)
    )


def colour_code(text: str) -> str | None:
    """A colour as ``#rrggbb`` or ``#rrggbbaa``; ``None`` if it is not one.

    Sources:
        W3C TTML2 §8.3.3 (colour expressions) and §8.3.12 (named colours).
    """
    code = text.strip().lower()
    code = _WORDS.get(code, code)
    rgb = _RGB.fullmatch(code)
    if rgb is not None:
        code = "#" + "".join(f"{min(int(part), 255):02x}" for part in rgb.groups()[1:4])
        if rgb[1] and rgb[5]:
            code += f"{min(int(float(rgb[5])), 255):02x}" if rgb[5].count(".") < 2 else ""
    return code if _HEX.fullmatch(code) else None
