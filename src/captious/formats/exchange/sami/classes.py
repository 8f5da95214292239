"""The classes of SAMI: each holds the captions of a language, and its style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.errors import FormatError
from captious.formats.exchange.rich import PLAIN, Look
from captious.formats.exchange.sami.text import colour_name

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)\s*\{([^{}]*)\}")
_PROPERTY = re.compile(r"([\w-]+)\s*:\s*([^;]*)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_COUNTRIES = {"kr": "ko", "jp": "ja", "cn": "zh", "tw": "zh", "cz": "cs", "dk": "da", "gr": "el", "vn": "vi"}
_CUSTOM = re.compile(
    r"(?:ar|bg|ca|cs|da|de|el|en|es|et|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)"
)


@dataclass(frozen=True, slots=True)
class CaptionClass:
    """A class: its name as written, the name and the language that the style sheet gives it, and its text style."""

    name: str
    title: str = ""
    language: str = ""
    look: Look = PLAIN

    def is_called(self, wanted: str) -> bool:
        """Whether a language, a name of one, or the name of the class is its own."""
        folded = wanted.strip().casefold()
        own = self.language.casefold()
        if folded in (self.name.casefold(), self.title.casefold(), own):
            return True
        return bool(own) and folded.partition("-")[0] == own.partition("-")[0] and "-" not in folded


def read_classes(sheet: str, used: Sequence[str]) -> list[CaptionClass]:
    """The classes that are used in a file: those of its style sheet first, in its order.

    Args:
        sheet: the style sheet.
        used: names as they are used, in their order.
    """
    names: dict[str, str] = {}
    for name in used:
        names.setdefault(name.casefold(), name)
    found: dict[str, CaptionClass] = {}
    for match in _CLASS.finditer(sheet):
        key = match[1].casefold()
        if key in names and key not in found:
            values = {name.lower(): value.strip() for name, value in _PROPERTY.findall(match[2])}
            found[key] = _made(names[key], values)
    for key, name in names.items():
        found.setdefault(key, _made(name, {}))
    return list(found.values())


def _made(name: str, values: dict[str, str]) -> CaptionClass:
    stated = values.get("lang", "").strip("\"'").replace("_", "-")
    look = Look(
        bold=values.get("font-weight", "").lower() == "bold",
        italic=values.get("font-style", "").lower() in ("italic", "oblique"),
        underline=values.get("text-decoration", "").lower() == "underline",
        colour=colour_name(values.get("color", "")) or None,
    )
    language = stated if _LANGUAGE.fullmatch(stated) else _language_of(name)
    return CaptionClass(name, values.get("name", "").strip("\"'"), language, PLAIN if look == PLAIN else look)


def _language_of(name: str) -> str:
    """The language that the name of a class means by custom: ``ENCC``, ``KRCC``, ``ENUSCC``."""
    if not name.upper().endswith("CC") or len(name) not in (4, 6):
        return ""
    begin = name[:2].lower()
    language = _COUNTRIES.get(begin, begin)
    return language if _CUSTOM.fullmatch(language) else ""


def choose_class(classes: Sequence[CaptionClass], language: str | None) -> CaptionClass | None:
    """The class to read: that of a language, or else the first; ``None`` without any.

    Raises:
        FormatError: several classes, and none in that language.
    """
    if language is None or len(classes) < 2:
        return classes[0] if classes else None
    found = next((one for one in classes if one.is_called(language)), None)
    if found is None:
        known = ", ".join(f"{option_of(one)} ({one.title or one.name})" for one in classes)
        raise FormatError(f"no captions in {language!r} in this SAMI file", hint=f"It has: {known}.")
    return found


def option_of(one: CaptionClass) -> str:
    """What to give ``--lang`` for a class."""
    return one.language or one.name
