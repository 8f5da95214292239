"""Finds styles by name or path, and resolves them into profiles.

The value of a key is the one found last in this order:

1. the plain sections, from the oldest ancestor (``base``) down to the style itself;
2. ``[languages.<code>.…]``, first for the language (``zh``), then for the whole tag (``zh-tw``), each from
   the oldest ancestor down;
3. ``[formats.<format>.…]``, from the oldest ancestor down.

A limit is replaced whole: its number never parts from its source.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from captious.errors import StyleError
from captious.style.profile import Profile
from captious.style.schema import (
    Values,
    as_table,
    as_text,
    check_complete,
    check_sense,
    read_sections,
    sections,
    suggestion,
    unknown,
)
from captious.style.source import StyleSource

if TYPE_CHECKING:
    from captious.style.break_table import BreakTable

FORMATS = ("srt", "vtt")
"""Caption formats a style file may make exceptions for."""

_ROOT = "base"
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}", re.ASCII)
_TOP_LEVEL = ("title", "description", "extends", "languages", "formats", "break_table")


class Layer(NamedTuple):
    """What one style file says, checked: plain sections, and those for one language or one format."""

    plain: Values
    languages: dict[str, Values]
    formats: dict[str, Values]
    breaks: BreakTable | None


@dataclass(frozen=True, slots=True)
class Style:
    """A style guide, read and checked, ready to be resolved for a format and a language.

    Args:
        name: the file's name without ``.toml``.
        title: its name for people.
        description: whom it is for, one sentence.
        path: the file; a string, as every path here: pathlib takes longer to import than a style to read.
        ancestry: names of the styles it extends, nearest first; empty for ``base``.
        layers: what each file says, the oldest ancestor first.
    """

    name: str
    title: str
    description: str
    path: str
    ancestry: tuple[str, ...]
    layers: tuple[Layer, ...] = field(repr=False, compare=False)

    def profile(self, *, format: str, language: str | None = None) -> Profile:  # noqa: A002 - the field's own name
        """What the style asks for in one format and one language.

        Args:
            format: ``"srt"`` or ``"vtt"``; any other has no exceptions.
            language: BCP 47 tag such as ``"en"`` or ``"zh-TW"``; ``None`` if unknown.
        """
        values: Values = {section: {} for section in sections()}
        for layer in self.layers:
            _overlay(values, layer.plain)
        for tag in _language_tags(language):
            for layer in self.layers:
                _overlay(values, layer.languages.get(tag, {}))
        for layer in self.layers:
            _overlay(values, layer.formats.get(format, {}))
        built: dict[str, Any] = {section: kind(**values[section]) for section, kind in sections().items()}
        return Profile(
            name=self.name,
            title=self.title,
            description=self.description,
            format=format,
            language=language,
            break_table=next(
                (layer.breaks for layer in reversed(self.layers) if layer.breaks is not None), None
            ),
            **built,
        )


def style_names() -> tuple[str, ...]:
    """Names of the styles that ship, in alphabetical order; ``base`` is there to be extended and not one."""
    stems = (_stem(name) for name in os.listdir(_directory()) if name.endswith(".toml"))  # noqa: PTH208
    return tuple(sorted(stem for stem in stems if stem != _ROOT))


def load_style(name_or_path: str | os.PathLike[str]) -> Style:
    """A style that ships, by name, or one of the user's own, by path.

    Args:
        name_or_path: a name such as ``"youtube"``, or a path: what ends in ``.toml`` or holds a slash.

    Raises:
        StyleError: no such style; or a fault in its file or in one it extends, with file, line and key.
    """
    text = os.fspath(name_or_path)
    if not isinstance(name_or_path, str) or text.endswith(".toml") or "/" in text or "\\" in text:
        return _load(text, children=())
    return _shipped(text)


@cache
def _shipped(name: str) -> Style:
    if name not in (*style_names(), _ROOT):
        names = style_names()
        raise StyleError(
            f"unknown style: {name}",
            hint=f"{suggestion(name, names)} A file of your own needs its path, ending in .toml.",
        )
    return _load(_shipped_path(name), children=())


def _shipped_path(name: str) -> str:
    return os.path.join(_directory(), f"{name}.toml")  # noqa: PTH118


@cache
def _directory() -> str:
    # Inside the package in a wheel; at the top of the checkout in an editable installation.
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120
    inside = os.path.join(package, "styles")  # noqa: PTH118
    if os.path.isdir(inside):  # noqa: PTH112
        return inside
    return os.path.join(os.path.dirname(os.path.dirname(package)), "styles")  # noqa: PTH118, PTH120


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122


def _load(path: str, *, children: tuple[str, ...]) -> Style:
    source = StyleSource(path)
    tables = dict(source.tables)
    for key in ("title", "description"):
        if key not in tables:
            raise source.error(
                f"missing key {key}", key=(key,), hint=f'Write {key} = "…" at the top of the file.'
            )
    title = as_text(tables["title"], source=source, key=("title",))
    description = as_text(tables["description"], source=source, key=("description",))
    parent = _parent(tables, source=source, children=(*children, os.path.realpath(path)))
    layer = Layer(
        plain=read_sections(_plain(tables, source=source), source=source),
        languages=_overrides("languages", tables, source=source),
        formats=_overrides("formats", tables, source=source),
        breaks=_break_table(tables, source=source),
    )
    style = Style(
        name=_stem(path),
        title=title,
        description=description,
        path=path,
        ancestry=(parent.name, *parent.ancestry) if parent else (),
        layers=(*parent.layers, layer) if parent else (layer,),
    )
    if parent is None:
        check_complete(layer.plain, source=source)
    _check_profiles(style, source=source)
    return style


def _parent(tables: dict[str, object], *, source: StyleSource, children: tuple[str, ...]) -> Style | None:
    if "extends" not in tables:
        return None
    name = as_text(tables["extends"], source=source, key=("extends",))
    own_file = name.endswith(".toml")
    beside = os.path.join(os.path.dirname(source.path), name)  # noqa: PTH118, PTH120
    path = beside if own_file else _shipped_path(name)
    if not own_file and name not in (*style_names(), _ROOT):
        raise unknown("style to extend", name, (_ROOT, *style_names()), source=source, key=("extends",))
    if own_file and not os.path.isfile(path):  # noqa: PTH113
        raise source.error(f"extends a file that is not there: {name}", key=("extends",))
    if os.path.realpath(path) in children:
        circle = " -> ".join(f"{_stem(child)}.toml" for child in (*children, path))
        raise source.error(f"extends itself in a circle: {circle}", key=("extends",))
    return _load(path, children=children)


def _plain(tables: dict[str, object], *, source: StyleSource) -> dict[str, object]:
    known = (*_TOP_LEVEL, *sections())
    for name in tables:
        if name not in known:
            raise unknown("key at the top level", name, known, source=source, key=(name,))
    return {name: table for name, table in tables.items() if name not in _TOP_LEVEL}


def _break_table(tables: dict[str, object], *, source: StyleSource) -> BreakTable | None:
    if "break_table" not in tables:
        return None
    from captious.style.break_table import read_break_table  # late: no style that ships has one

    return read_break_table(tables["break_table"], source=source)


def _overrides(what: str, tables: dict[str, object], *, source: StyleSource) -> dict[str, Values]:
    overrides = as_table(tables.get(what, {}), source=source, key=(what,))
    for name in overrides:
        if what == "formats" and name not in FORMATS:
            raise unknown("format", name, FORMATS, source=source, key=(what, name))
        if what == "languages" and not _LANGUAGE.fullmatch(name):
            hint = "Write a lower-case tag such as en, ja or zh-tw."
            raise source.error(f"not a language code: {name}", key=(what, name), hint=hint)
    return {
        name: read_sections(
            as_table(table, source=source, key=(what, name)), source=source, within=(what, name)
        )
        for name, table in overrides.items()
    }


def _check_profiles(style: Style, *, source: StyleSource) -> None:
    check_sense(style.profile(format=""), source=source)
    for language in {tag for layer in style.layers for tag in layer.languages}:
        check_sense(
            style.profile(format="", language=language), source=source, within=("languages", language)
        )
        for name in FORMATS:
            check_sense(
                style.profile(format=name, language=language), source=source, within=("formats", name)
            )
    for name in FORMATS:
        check_sense(style.profile(format=name), source=source, within=("formats", name))


def _language_tags(language: str | None) -> tuple[str, ...]:
    if not language:
        return ()
    tag = language.lower().replace("_", "-")
    primary = tag.split("-", 1)[0]
    return (primary,) if primary == tag else (primary, tag)


def _overlay(values: Values, over: Values) -> None:
    for section, table in over.items():
        values[section].update(table)
