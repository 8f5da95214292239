"""The lines of a script: its sections, styles and events, with the place of every field.

Sources:
    The specification of SSA v4 ("Sub Station Alpha v4.00+ Script Format"); libass, ass.c, for what is optional.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.formats.lines import Lines

_SECTION = re.compile(r"\s*\[([^\]]*)\]\s*")
_LINE = re.compile(r"\s*([A-Za-z ]{1,20}):[ \t]*")
_V4_EVENT = ("marked", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_V4P_EVENT = ("layer", *_V4_EVENT[1:])
_V4P_STYLE = (
    "name", "fontname", "fontsize", "primarycolour", "secondarycolour", "outlinecolour", "backcolour", "bold",
    "italic", "underline", "strikeout", "scalex", "scaley", "spacing", "angle", "borderstyle", "outline",
    "shadow", "alignment", "marginl", "marginr", "marginv", "encoding",
)  # fmt: skip
_V4_STYLE = (
    "name", "fontname", "fontsize", "primarycolour", "secondarycolour", "tertiarycolour", "backcolour",
    "bold", "italic", "borderstyle", "outline", "shadow", "alignment", "marginl", "marginr", "marginv",
    "alphalevel", "encoding",
)  # fmt: skip
_ALIASES = {"actor": "name", "primarycolor": "primarycolour"}
_STYLES = ("v4 styles", "v4+ styles", "v4 styles+", "v4++ styles")
_ATTACHED = {"fonts": "embedded fonts", "graphics": "embedded graphics"}
_REMARKS = (";", "!:")
_SHOWN = frozenset({"dialogue", "comment", "picture", "sound", "movie", "command"})


class Field(NamedTuple):
    """The value of a field, without spaces around it, and its place in the source."""

    value: str
    start: int
    end: int


class Event(NamedTuple):
    """A line of events.

    Args:
        kind: what stands before its colon, in lower case: ``"dialogue"``, ``"comment"`` …
        line: its line, 0-based.
        order: the names of its fields in lower case, and which of the parts each is.
        parts: what stands between its commas.
        start: where the first part begins in the source.
    """

    kind: str
    line: int
    order: dict[str, int]
    parts: list[str]
    start: int

    @property
    def rest(self) -> str:
        """All that stands behind the colon."""
        return ",".join(self.parts)

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the fields that it lacks; the last that it has may hold anything."""
        return tuple(self.order)[len(self.parts) :]

    def value(self, name: str) -> str:
        """The value of a field without spaces around it, but for the text; empty if there is none."""
        place = self.order.get(name, len(self.parts))
        if place >= len(self.parts):
            return ""
        return self.parts[place] if name == "text" else self.parts[place].strip()

    def field(self, name: str) -> Field | None:
        """A field with its place; ``None`` if there is none."""
        place = self.order.get(name, len(self.parts))
        if place >= len(self.parts):
            return None
        part, start = self.parts[place], self.start + sum(map(len, self.parts[:place])) + place
        if name == "text":
            return Field(part, start, start + len(part))
        value = part.strip()
        start += len(part) - len(part.lstrip()) if value else 0
        return Field(value, start, start + len(value))


@dataclass(slots=True)
class Script:
    """A script.

    Args:
        is_v4: whether it is SSA v4, and not ASS.
        info: the keys of its head in lower case, with their values.
        styles: the fields of each style by their names.
        events: its events, in order.
        unformatted: the lines of events above which no line says in which order their fields are; 0-based.
        stray: the lines among events that are none, such as the rest of a text with a line end in it; 0-based.
        attached: what it has besides captions: embedded fonts, embedded graphics.
    """

    is_v4: bool = False
    info: dict[str, str] = field(default_factory=dict)
    styles: dict[str, dict[str, str]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    unformatted: list[int] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)


def format_line(*, is_v4: bool) -> str:
    """The line that says in which order the fields of events usually are."""
    names = {"marginl": "MarginL", "marginr": "MarginR", "marginv": "MarginV"}
    fields = (names.get(name, name.capitalize()) for name in (_V4_EVENT if is_v4 else _V4P_EVENT))
    return f"Format: {', '.join(fields)}"


def parse_script(lines: Lines) -> Script:
    """Parses the lines of a script; what is not understood is left out."""
    script = Script()
    section = ""
    order: dict[str, int] = {}
    for number, text in enumerate(lines.texts):
        head = _SECTION.fullmatch(text)
        if head is not None:
            section, order = head[1].strip().lower(), {}
            script.is_v4 = script.is_v4 or section == "v4 styles"
            if section in _ATTACHED and _ATTACHED[section] not in script.attached:
                script.attached.append(_ATTACHED[section])
            continue
        if section in _ATTACHED or not text.strip() or text.lstrip().startswith(_REMARKS):
            continue
        found = _LINE.match(text)
        key, rest = (found[1].strip().lower(), text[found.end() :]) if found is not None else ("", text)
        if section == "script info":
            script.info.setdefault(key, rest.strip())
        elif key == "format":
            order = _order(_ALIASES.get(name, name) for name in map(_normal, rest.split(",")))
        elif section in _STYLES and key == "style":
            names = order or _order(_V4_STYLE if section == "v4 styles" else _V4P_STYLE)
            values = dict(zip(names, map(str.strip, rest.split(",", len(names) - 1)), strict=False))
            script.styles[values.get("name", "").lstrip("*")] = values
        elif found is not None and (key in _SHOWN if section == "events" else key == "dialogue"):
            # a dialogue is one in whatever section it has got into
            if not order:
                script.unformatted.append(number)
                order = _order(_V4_EVENT if script.is_v4 else _V4P_EVENT)
            parts = rest.split(",", len(order) - 1)
            script.events.append(Event(key, number, order, parts, lines.starts[number] + found.end()))
        elif section == "events":
            script.stray.append(number)
    return script


def _normal(name: str) -> str:
    return name.strip().lower()


def _order(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}
