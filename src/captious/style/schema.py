"""Checks the tables of a style file against `captious.style.profile`, whose classes are the only schema."""

from __future__ import annotations

import math
import types
import typing
from functools import cache
from typing import TYPE_CHECKING, Any

from captious.style import profile as classes
from captious.style.profile import Basis, Limit, Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from captious.style.source import KeyPath, StyleSource

Values = dict[str, dict[str, object]]
"""Checked values: section, then key."""

OFF = "none"
"""What a style file writes to switch an optional limit off."""

_NAMES = {bool: "true or false", str: "a string", float: "a number", Limit: "a limit", dict: "a table"}
_LIMIT_SHAPE = 'Write { value = 42, source = "where it is published", basis = "guide" }.'
_WHOLE = ("_ms", "_chars", "_frames", "lines")
_POSITIVE = ("_cps", "_wpm", "_sps", "_chars", "_frames", "lines", "_duration_ms", "_per_word")
_PLACEHOLDERS = {"labels": "{name}", "sounds": "{sound}"}


@cache
def sections() -> Mapping[str, type]:
    """The sections of a style file and the class of each, in the order of `Profile`."""
    # what is not made of keys: the texts, and a table of breaks, whose class is loaded where there is one only
    made = {name: kind for name, kind in Profile.__annotations__.items() if "BreakTable" not in kind}
    hints = {name: _hint(kind) for name, kind in made.items()}
    return {name: hint for name, hint in hints.items() if hint is not str and isinstance(hint, type)}


@cache
def keys(section: str) -> Mapping[str, Any]:
    """The keys of a section and the type of each, in the order of their class."""
    return _hints(sections()[section])


def _hints(kind: type) -> dict[str, Any]:
    return {name: _hint(annotation) for name, annotation in kind.__annotations__.items()}


@cache
def _hint(annotation: str) -> Any:
    # what `typing.get_type_hints` does a hundred times at every start, for a dozen different annotations
    return eval(annotation, vars(classes))  # noqa: S307 - written in `captious.style.profile` and nowhere else


def read_sections(tables: Mapping[str, object], *, source: StyleSource, within: KeyPath = ()) -> Values:
    """The checked values of some sections.

    Args:
        tables: section names and their tables, as TOML gave them; sections and keys may be missing.
        source: the file, for errors.
        within: the tables around them, such as ``("formats", "srt")``.

    Raises:
        StyleError: an unknown section or key, a value of the wrong type, a limit without source or basis.
    """
    values: Values = {}
    for section, table in tables.items():
        place = (*within, section)
        if section not in sections():
            raise unknown("section", section, sections(), source=source, key=place)
        values[section] = {}
        for key, value in as_table(table, source=source, key=place).items():
            if key not in keys(section):
                raise unknown(
                    f"key in [{'.'.join(place)}]", key, keys(section), source=source, key=(*place, key)
                )
            values[section][key] = _checked(value, keys(section)[key], source=source, key=(*place, key))
    return values


def as_table(value: object, *, source: StyleSource, key: KeyPath) -> dict[str, object]:
    """A value that must be a table.

    Raises:
        StyleError: it is not.
    """
    if not isinstance(value, dict):
        raise _wrong_type(value, dict, source=source, key=key)
    return value


def as_text(value: object, *, source: StyleSource, key: KeyPath) -> str:
    """A value that must be a string with something in it.

    Raises:
        StyleError: it is not.
    """
    if not isinstance(value, str):
        raise _wrong_type(value, str, source=source, key=key)
    if not value.strip():
        raise source.error(f"{'.'.join(key)} is empty", key=key)
    return value


def unknown(what: str, name: str, known: Iterable[str], *, source: StyleSource, key: KeyPath) -> Exception:
    """The error for a name nobody knows, with the nearest known ones as its hint."""
    return source.error(f"unknown {what}: {name}", key=key, hint=suggestion(name, known))


def suggestion(name: str, known: Iterable[str]) -> str:
    """A sentence with the known name that is most like a misspelt one, or with all of them when none is."""
    from difflib import get_close_matches  # late: most runs meet no misspelt name

    names = list(known)
    close = get_close_matches(name, names, n=1)
    return f"Did you mean {close[0]}?" if close else f"Known are {', '.join(names)}."


def check_complete(values: Values, *, source: StyleSource) -> None:
    """Nothing is missing.

    Raises:
        StyleError: naming the first missing key.
    """
    for section in sections():
        for key in keys(section):
            if key not in values.get(section, {}):
                raise source.error(
                    f"missing key {section}.{key}",
                    key=(section, key),
                    hint='Add it, or write extends = "base" at the top to inherit what is missing.',
                )


def check_sense(profile: Profile, *, source: StyleSource, within: KeyPath = ()) -> None:
    """Numbers that depend on each other agree.

    Args:
        profile: resolved, so that inherited numbers are checked against overridden ones.
        source: the file, for errors.
        within: the override that led to the profile, if any.

    Raises:
        StyleError: naming the keys that contradict each other.
    """
    timing, speed = profile.timing, profile.speed
    if timing.max_duration_ms is not None and timing.min_duration_ms.value > timing.max_duration_ms.value:
        raise source.error(
            f"timing.min_duration_ms is over timing.max_duration_ms "
            f"({timing.min_duration_ms.value:g} > {timing.max_duration_ms.value:g})",
            key=(*within, "timing", "min_duration_ms"),
        )
    start, end = timing.forbidden_gap_from_ms, timing.forbidden_gap_to_ms
    if (start is None) != (end is None):
        missing = "forbidden_gap_from_ms" if start is None else "forbidden_gap_to_ms"
        raise source.error(
            f'timing.{missing} is "none" but the other end of the forbidden gaps is not',
            key=(*within, "timing", missing),
        )
    if start is not None and end is not None and start.value > end.value:
        raise source.error(
            "timing.forbidden_gap_from_ms is over timing.forbidden_gap_to_ms "
            f"({start.value:g} > {end.value:g})",
            key=(*within, "timing", "forbidden_gap_from_ms"),
        )
    if speed.speaking_rate_sps.value > speed.fastest_speech_sps.value:
        raise source.error(
            f"speed.speaking_rate_sps is over speed.fastest_speech_sps "
            f"({speed.speaking_rate_sps.value:g} > {speed.fastest_speech_sps.value:g})",
            key=(*within, "speed", "speaking_rate_sps"),
        )


def _checked(value: object, kind: Any, *, source: StyleSource, key: KeyPath) -> object:
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) is typing.Literal:
        if value not in arguments:
            choices = ", ".join(f'"{choice}"' for choice in arguments)
            raise source.error(f"{'.'.join(key)} is {_shown(value)}, not one of {choices}", key=key)
        return value
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        (kind,) = (argument for argument in arguments if argument is not types.NoneType)
        if value == OFF:
            return None
    if kind is Limit:
        return _limit(value, source=source, key=key)
    if kind is float:
        return _number(value, source=source, key=key)
    if not isinstance(value, kind):
        raise _wrong_type(value, kind, source=source, key=key)
    if key[-1] == "form":
        _check_form(value, source=source, key=key)
    return value


def _limit(value: object, *, source: StyleSource, key: KeyPath) -> Limit:
    name = ".".join(key)
    if not isinstance(value, dict):
        if value == OFF:
            raise source.error(f"{name} cannot be switched off", key=key, hint=_LIMIT_SHAPE)
        raise _wrong_type(value, Limit, source=source, key=key, hint=_LIMIT_SHAPE)
    parts = Limit.__dataclass_fields__
    for part in value:
        if part not in parts:
            raise unknown(f"key in {name}", part, parts, source=source, key=(*key, part))
    for part in parts:
        if part not in value:
            raise source.error(f"{name} has no {part}", key=key, hint=_LIMIT_SHAPE)
    number = _number(value["value"], source=source, key=(*key, "value"))
    if key[-1].endswith(_WHOLE) and number != int(number):
        raise source.error(f"{name} is {number:g}, not a whole number", key=key)
    if key[-1].endswith(_POSITIVE) and number == 0:
        raise source.error(f"{name} is 0", key=key, hint=f'Write "{OFF}" to switch an optional limit off.')
    basis = _checked(value["basis"], Basis, source=source, key=(*key, "basis"))
    text = as_text(value["source"], source=source, key=(*key, "source"))
    return Limit(number, text, typing.cast("Basis", basis))


def _number(value: object, *, source: StyleSource, key: KeyPath) -> float:
    # bool is a kind of int to Python, not to a style file
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong_type(value, float, source=source, key=key)
    if not 0 <= value <= 1_000_000_000 or math.isnan(value):
        raise source.error(f"{'.'.join(key)} is {value}, not between 0 and 1000000000", key=key)
    return value


def _check_form(value: object, *, source: StyleSource, key: KeyPath) -> None:
    placeholder = _PLACEHOLDERS[key[-2]]
    text = str(value)
    left = text.replace(placeholder, "", 1)
    if (text or key[-2] != "labels") and (left == text or "{" in left or "}" in left):
        raise source.error(
            f"{'.'.join(key)} must hold {placeholder} once and no other braces: {text!r}", key=key
        )
    if any(not character.isprintable() for character in text):
        raise source.error(f"{'.'.join(key)} holds a character that does not print: {text!r}", key=key)


def _wrong_type(
    value: object, kind: type, *, source: StyleSource, key: KeyPath, hint: str | None = None
) -> Exception:
    return source.error(f"{'.'.join(key)} is {_shown(value)}, not {_NAMES[kind]}", key=key, hint=hint)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else repr(value)
