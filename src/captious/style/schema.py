"""Check the tables of a style file against `captious.style.profile`, whose classes are the only schema."""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import TYPE_CHECKING, Any

from captious.style import profile as classes
from captious.style.limits import COLOURS, Limit, ReadingTable
from captious.style.profile import Profile
from captious.style.sourced import read_limit, read_reading_table
from captious.style.values import OFF, Values, as_number, as_table, one_of, unknown, wrong_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.style.source import KeyPath, StyleSource

_PLACEHOLDERS = {"labels": "{name}", "sounds": "{sound}"}


@cache
def sections() -> Mapping[str, type]:
    """The sections of a style file and the class of each, in the order of `Profile`."""
    # a section is a field whose type is the bare name of a class; the other fields of a profile hold no keys
    made = {name: getattr(classes, kind, None) for name, kind in Profile.__annotations__.items()}
    return {name: kind for name, kind in made.items() if isinstance(kind, type)}


@cache
def keys(section: str) -> Mapping[str, Any]:
    """The keys of a section and the type of each, in the order of their class."""
    return _hints(sections()[section])


def _hints(kind: type) -> dict[str, Any]:
    return {name: _hint(annotation) for name, annotation in kind.__annotations__.items()}


@cache
def _hint(annotation: str) -> Any:
    # `typing.get_type_hints` would do it a hundred times at every start, for a dozen different annotations
    return eval(annotation, vars(classes))  # noqa: S307 - only from `captious.style.profile`


def read_sections(tables: Mapping[str, object], *, source: StyleSource, within: KeyPath = ()) -> Values:
    """Read and check the values of some sections.

    Args:
        tables: section names and their tables, as parsed from TOML; sections and keys may be missing.
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


def check_complete(values: Values, *, source: StyleSource) -> None:
    """Check that no key is missing.

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
    """Check that numbers that depend on each other agree.

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
    if typing.get_origin(kind) is typing.Literal:
        return one_of(value, kind, source=source, key=key)
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        (kind,) = (argument for argument in typing.get_args(kind) if argument is not types.NoneType)
        if value == OFF:
            return None
    if kind is Limit:
        return read_limit(value, source=source, key=key)
    if kind is ReadingTable:
        return read_reading_table(value, source=source, key=key)
    if kind is float:
        return as_number(value, source=source, key=key)
    if not isinstance(value, kind):
        raise wrong_type(value, kind, source=source, key=key)
    match key[-1]:
        case "form":
            _check_form(value, source=source, key=key)
        case "characters":
            _check_characters(str(value), source=source, key=key)
        case "colours":
            _check_colours(str(value), source=source, key=key)
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


def _check_characters(text: str, *, source: StyleSource, key: KeyPath) -> None:
    from captious.measure.charset import AllowedCharacters  # late: few styles name characters

    try:
        AllowedCharacters(text)
    except ValueError as error:
        raise source.error(f"{'.'.join(key)} {error}: {text!r}", key=key) from None


def _check_colours(text: str, *, source: StyleSource, key: KeyPath) -> None:
    for name in text.split():
        if name not in COLOURS:
            raise unknown("colour", name, COLOURS, source=source, key=key)
