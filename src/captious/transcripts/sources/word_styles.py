"""The styles of a Word document: which text is a heading, bold, in italics or hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.transcripts.sources.packed import attribute, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_OFF = frozenset(("0", "false", "off", "none"))
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of a paragraph or run; ``None`` where it says nothing."""

    name: str = ""
    level: int = 0
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None


def read_styles(root: Element | None) -> dict[str, Style]:
    """The styles by their identifier, each with what it inherits."""
    if root is None:
        return {}
    raw = {attribute(style, "styleId") or "": style for style in root if local_name(style) == "style"}
    made: dict[str, Style] = {}
    for identifier in raw:
        chain: list[str] = []
        at = identifier
        while at in raw and at not in chain and len(chain) < 20:
            chain.append(at)
            at = value_of(raw[at], "basedOn") or ""
        style = Style()
        for each in reversed(chain):
            style = _styled(raw[each], style)
        made[identifier] = style
    return made


def _styled(element: Element, base: Style) -> Style:
    name = (value_of(element, "name") or "").casefold()
    properties = child_of(element, "rPr")
    outline = value_of(child_of(element, "pPr"), "outlineLvl")
    match = _HEADING.fullmatch(name)
    level = (
        int(match[1])
        if match
        else int(outline) + 1
        if outline is not None and outline in "012345678"
        else base.level
    )
    return replace(
        base,
        name=name,
        level=level,
        bold=flag_of(properties, "b", base.bold),
        italic=flag_of(properties, "i", base.italic),
        hidden=flag_of(properties, "vanish", base.hidden),
    )


def child_of(element: Element | None, name: str) -> Element | None:
    """The first child of an element with a name; ``None`` if there is none."""
    if element is None:
        return None
    return next(children_of(element, name), None)


def children_of(element: Element, name: str) -> Iterator[Element]:
    """The children of an element with a name."""
    return (child for child in element if local_name(child) == name)


def value_of(element: Element | None, name: str) -> str | None:
    """The value of a property; ``None`` if it is not there."""
    found = child_of(element, name)
    return attribute(found, "val") if found is not None else None


def flag_of(properties: Element | None, name: str, inherited: bool | None) -> bool | None:
    """Whether a property is switched on; what is inherited if it is not there."""
    found = child_of(properties, name)
    return inherited if found is None else (attribute(found, "val") or "").casefold() not in _OFF
