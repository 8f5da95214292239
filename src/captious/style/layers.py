"""The content of one style file, checked; and the merged values of several."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from captious.style.limits import Confidence, Limit, ReadingTable
from captious.style.schema import read_sections, sections
from captious.style.sourced import read_date
from captious.style.values import Values, as_table, one_of, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from captious.style.break_table import BreakTable
    from captious.style.source import StyleSource

FORMATS = ("srt", "vtt")
"""Caption formats that a style file may make exceptions for."""

TEXTS = ("title", "description")
_TOP_LEVEL = (
    *TEXTS, "extends", "language", "read", "confidence", "languages", "audiences", "formats", "severities",
    "break_table",
)  # fmt: skip
_SEVERITIES = ("error", "warning", "info")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.ASCII)
_AUDIENCE = re.compile(r"[a-z][a-z0-9-]{0,30}", re.ASCII)


class Exceptions(NamedTuple):
    """Sections for an audience or a format: for every language, and by language."""

    plain: Values
    languages: dict[str, Values]


class Layer(NamedTuple):
    """The content of one style file, checked: plain sections, and those for one language, audience or format."""

    plain: Values
    languages: dict[str, Values]
    audiences: dict[str, Exceptions]
    formats: dict[str, Values]
    severities: dict[str, str]
    language: str | None
    breaks: BreakTable | None


def read_layer(tables: Mapping[str, object], *, source: StyleSource) -> Layer:
    """Read and check the sections of a style file.

    Raises:
        StyleError: with file, line and key.
    """
    known = (*_TOP_LEVEL, *sections())
    for name in tables:
        if name not in known:
            raise unknown("key at the top level", name, known, source=source, key=(name,))
    plain = {name: table for name, table in tables.items() if name not in _TOP_LEVEL}
    layer = Layer(
        plain=read_sections(plain, source=source),
        languages=_languages(tables.get("languages", {}), source=source),
        audiences=_audiences(tables.get("audiences", {}), source=source),
        formats=_formats(tables.get("formats", {}), source=source),
        severities=_severities(tables.get("severities", {}), source=source),
        language=_language(tables["language"], source=source, key=("language",))
        if "language" in tables
        else None,
        breaks=_break_table(tables, source=source),
    )
    _date(layer, tables, source=source)
    return layer


def resolve(
    layers: Iterable[Layer], *, tags: Iterable[str], audience: str | None, format_name: str
) -> Values:
    """Merge the layers into the value of every key.

    Args:
        layers: the files' content, the oldest ancestor first.
        tags: tags of the language, from the widest to the narrowest.
        audience: name of the audience; ``None`` for the general one.
        format_name: name of the format; one without exceptions changes nothing.
    """
    layers, tags = tuple(layers), tuple(tags)
    values: Values = {section: {} for section in sections()}
    for layer in layers:
        _overlay(values, layer.plain)
    for tag in tags:
        for layer in layers:
            _overlay(values, layer.languages.get(tag, {}))
    if audience is not None:
        cases = [layer.audiences[audience] for layer in layers if audience in layer.audiences]
        for case in cases:
            _overlay(values, case.plain)
        for tag in tags:
            for case in cases:
                _overlay(values, case.languages.get(tag, {}))
    for layer in layers:
        _overlay(values, layer.formats.get(format_name, {}))
    return values


def language_tags(language: str | None) -> tuple[str, ...]:
    """The tags to look up a language by, from the widest to the narrowest: ``zh``, then ``zh-tw``."""
    if not language:
        return ()
    tag = language.lower().replace("_", "-")
    primary = tag.split("-", 1)[0]
    return (primary,) if primary == tag else (primary, tag)


def _overlay(values: Values, over: Values) -> None:
    for section, table in over.items():
        values[section].update(table)


def _language(value: object, *, source: StyleSource, key: tuple[str, ...]) -> str:
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        hint = "Write a lower-case tag such as en, ja or zh-tw."
        raise source.error(f"not a language code: {value}", key=key, hint=hint)
    return value


def _languages(value: object, *, source: StyleSource, within: tuple[str, ...] = ()) -> dict[str, Values]:
    key = (*within, "languages")
    found: dict[str, Values] = {}
    for name, table in as_table(value, source=source, key=key).items():
        place = (*key, _language(name, source=source, key=(*key, name)))
        found[name] = read_sections(as_table(table, source=source, key=place), source=source, within=place)
    return found


def _formats(value: object, *, source: StyleSource) -> dict[str, Values]:
    found: dict[str, Values] = {}
    for name, table in as_table(value, source=source, key=("formats",)).items():
        place = ("formats", name)
        if name not in FORMATS:
            raise unknown("format", name, FORMATS, source=source, key=place)
        found[name] = read_sections(as_table(table, source=source, key=place), source=source, within=place)
    return found


def _audiences(value: object, *, source: StyleSource) -> dict[str, Exceptions]:
    found: dict[str, Exceptions] = {}
    for name, table in as_table(value, source=source, key=("audiences",)).items():
        place = ("audiences", name)
        if not _AUDIENCE.fullmatch(name):
            hint = "Write lower-case letters, digits and hyphens, such as children."
            raise source.error(f"not an audience name: {name}", key=place, hint=hint)
        inside = dict(as_table(table, source=source, key=place))
        languages = _languages(inside.pop("languages", {}), source=source, within=place)
        found[name] = Exceptions(read_sections(inside, source=source, within=place), languages)
    return found


def _severities(value: object, *, source: StyleSource) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, severity in as_table(value, source=source, key=("severities",)).items():
        place = ("severities", name)
        if severity not in _SEVERITIES:
            choices = ", ".join(f'"{choice}"' for choice in _SEVERITIES)
            raise source.error(f"severities.{name} is {severity!r}, not one of {choices}", key=place)
        found[name] = str(severity)
    return found


def _break_table(tables: Mapping[str, object], *, source: StyleSource) -> BreakTable | None:
    if "break_table" not in tables:
        return None
    from captious.style.break_table import read_break_table  # late: no style that ships has one

    return read_break_table(tables["break_table"], source=source)


def _date(layer: Layer, tables: Mapping[str, object], *, source: StyleSource) -> None:
    """Apply the file's ``read`` and ``confidence`` to each of its numbers."""
    read = read_date(tables["read"], source=source, key=("read",)) if "read" in tables else ""
    confidence: Confidence | None = None
    if "confidence" in tables:
        confidence = one_of(tables["confidence"], Confidence, source=source, key=("confidence",))  # type: ignore[assignment]
    for values in _all_values(layer):
        for table in values.values():
            for key, number in table.items():
                if isinstance(number, Limit | ReadingTable):
                    table[key] = replace(
                        number, read=number.read or read, confidence=number.confidence or confidence
                    )


def _all_values(layer: Layer) -> Iterable[Values]:
    yield layer.plain
    yield from layer.languages.values()
    yield from layer.formats.values()
    for case in layer.audiences.values():
        yield case.plain
        yield from case.languages.values()
