"""The lines of a script: its sections, styles and events, with the place of every field.

Sources:
    The specification of SSA v4 ("Sub Station Alpha v4.00+ Script Format"); libass, ass.c, for what is optional.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
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
        fields: its fields by their names in lower case.
        missing: names of the fields that it lacks; the last that it has may hold anything.
        rest: all that stands behind the colon.
    """

    kind: str
    line: int
    fields: dict[str, Field]
    missing: tuple[str, ...]
    rest: str


@dataclass(slots=True)
class Script:
    """A script.

    Args:
        is_v4: whether it is SSA v4, and not ASS.
        info: the keys of its head in lower case, with their values.
        styles: the fields of each style by their names.
        events: its events, in order.
        unformatted: the lines of events above which no line says in which order their fields are; 0-based.
        attached: what it has besides captions: embedded fonts, embedded graphics.
    """

    is_v4: bool = False
    info: dict[str, str] = field(default_factory=dict)
    styles: dict[str, dict[str, str]] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    unformatted: list[int] = field(default_factory=list)
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
    order: tuple[str, ...] = ()
    for number, text in enumerate(lines.texts):
        head = _SECTION.fullmatch(text)
        if head is not None:
            section, order = head[1].strip().lower(), ()
            script.is_v4 = script.is_v4 or section == "v4 styles"
            if section in _ATTACHED and _ATTACHED[section] not in script.attached:
                script.attached.append(_ATTACHED[section])
            continue
        if section in _ATTACHED or not (found := _LINE.match(text)):
            continue
        key, rest = found[1].strip().lower(), text[found.end() :]
        if section == "script info":
            script.info.setdefault(key, rest.strip())
        elif key == "format":
            order = tuple(_ALIASES.get(name, name) for name in map(_normal, rest.split(",")))
        elif section in _STYLES and key == "style":
            style = _fields(order or (_V4_STYLE if section == "v4 styles" else _V4P_STYLE), rest, 0)
            values = {name: one.value for name, one in style.items()}
            script.styles[values.get("name", "").lstrip("*")] = values
        elif section == "events" and key in _SHOWN:
            if not order:
                script.unformatted.append(number)
                order = _V4_EVENT if script.is_v4 else _V4P_EVENT
            fields = _fields(order, rest, lines.starts[number] + found.end())
            script.events.append(Event(key, number, fields, tuple(order[len(fields) :]), rest))
    return script


def _normal(name: str) -> str:
    return name.strip().lower()


def _fields(order: tuple[str, ...], rest: str, start: int) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    parts = rest.split(",", len(order) - 1)
    for name, part in zip(order, parts, strict=False):
        lead = len(part) - len(part.lstrip())
        value = part if name == "text" else part.strip()
        begin = start if name == "text" else start + lead
        fields[name] = Field(value, begin, begin + len(value))
        start += len(part) + 1
    return fields
