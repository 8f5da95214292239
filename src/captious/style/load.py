"""Find styles by name or path, and resolve them into profiles.

The last value in this order applies to a key:

1. the plain sections, from the oldest ancestor (``base``) down to the style itself;
2. ``[languages.<code>.…]``, first for the language (``zh``), then for the whole tag (``zh-tw``), each from
   the oldest ancestor down;
3. ``[audiences.<name>.…]``, then ``[audiences.<name>.languages.<code>.…]``, each from the oldest ancestor down;
4. ``[formats.<format>.…]``, from the oldest ancestor down.

A limit is replaced as a whole: its number never loses its source. An audience is part of the style's name,
``netflix:children``. A style for one language (``language = "ja"``) is resolved for that one. Where the frame rate is
known, a shortest duration in frames replaces the one in milliseconds.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from captious.core.clock import frame_ms
from captious.errors import StyleError
from captious.style.layers import FORMATS, TEXTS, Layer, language_tags, read_layer, resolve
from captious.style.limits import Limit
from captious.style.profile import Profile
from captious.style.schema import check_complete, check_sense, sections
from captious.style.source import StyleSource
from captious.style.values import as_text, suggestion, unknown

if TYPE_CHECKING:
    from fractions import Fraction

_ROOT = "base"
_AUDIENCE = re.compile(r"(.{2,}):([a-z][a-z0-9-]*)", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Style:
    """A style guide, read and checked, ready to be resolved for a format and a language.

    Args:
        name: the file's name without ``.toml``, and ``:audience`` if one was given.
        title: its display name.
        description: its purpose, in one sentence.
        path: the file; a string, as every path here: pathlib takes longer to import than a style to read.
        ancestry: names of the styles it extends, nearest first; empty for ``base``.
        layers: the files' content, the oldest ancestor first.
        audience: the given audience; ``None`` = the general one.
    """

    name: str
    title: str
    description: str
    path: str
    ancestry: tuple[str, ...]
    layers: tuple[Layer, ...] = field(repr=False, compare=False)
    audience: str | None = None

    def __repr__(self) -> str:
        return f"<Style {self.name}: {self.title}>"

    @property
    def audiences(self) -> tuple[str, ...]:
        """Its audiences, in the order of its files."""
        return tuple(dict.fromkeys(name for layer in self.layers for name in layer.audiences))

    @property
    def language(self) -> str | None:
        """The language it is for; ``None`` for any."""
        found = [layer.language for layer in self.layers if layer.language is not None]
        return found[-1] if found else None

    def profile(
        self,
        *,
        format: str,  # noqa: A002 - the field's own name
        language: str | None = None,
        frame_rate: Fraction | None = None,
    ) -> Profile:
        """Resolve the style for one format and one language.

        Args:
            format: ``"srt"`` or ``"vtt"``; any other has no exceptions.
            language: BCP 47 tag such as ``"en"`` or ``"zh-TW"``; ``None`` if unknown.
            frame_rate: frames per second of the video; ``None`` if unknown.
        """
        values = resolve(
            self.layers,
            tags=language_tags(self.language or language),
            audience=self.audience,
            format_name=format,
        )
        timing = values["timing"]
        timing["min_duration_ms"] = _in_frames(
            timing.get("min_duration_ms"), timing.get("min_duration_frames"), frame_rate
        )
        built: dict[str, Any] = {section: kind(**values[section]) for section, kind in sections().items()}
        return Profile(
            name=self.name,
            title=self.title,
            description=self.description,
            format=format,
            language=language,
            audience=self.audience,
            frame_rate=frame_rate,
            severities=tuple(
                {name: how for layer in self.layers for name, how in layer.severities.items()}.items()
            ),
            break_table=next(
                (layer.breaks for layer in reversed(self.layers) if layer.breaks is not None), None
            ),
            **built,
        )


def style_names() -> tuple[str, ...]:
    """Names of the styles that ship, in alphabetical order; ``base`` is only to be extended."""
    stems = (_stem(name) for name in os.listdir(_directory()) if name.endswith(".toml"))  # noqa: PTH208
    return tuple(sorted(stem for stem in stems if stem != _ROOT))


def load_style(name_or_path: str | os.PathLike[str]) -> Style:
    """Load a style that ships, by name, or one of the user's own, by path.

    Args:
        name_or_path: a name such as ``"youtube"``, or a path: anything that ends in ``.toml`` or holds a slash. A
            string may end in a colon and the name of an audience, ``"netflix:children"``.

    Raises:
        StyleError: no such style or audience; or an issue in its file or in one it extends, with file, line and key.
    """
    text = os.fspath(name_or_path)
    asked = _AUDIENCE.fullmatch(text) if isinstance(name_or_path, str) else None
    if asked is not None:
        return _for_audience(load_style(asked[1]), asked[2])
    if not isinstance(name_or_path, str) or text.endswith(".toml") or "/" in text or "\\" in text:
        return _load(text, children=())
    return _shipped(text)


def _for_audience(style: Style, audience: str) -> Style:
    if audience not in style.audiences:
        hint = (
            suggestion(audience, style.audiences) if style.audiences else "It is the same for every audience."
        )
        raise StyleError(f"the style {style.name} has no audience {audience}", hint=hint)
    return replace(style, name=f"{style.name}:{audience}", audience=audience)


@cache
def _shipped(name: str) -> Style:
    if name not in (*style_names(), _ROOT):
        raise StyleError(f"unknown style: {name}", hint=_hint(name))
    return _load(_shipped_path(name), children=())


def _hint(name: str) -> str:
    from difflib import get_close_matches  # late: only for a misspelt name

    close = get_close_matches(name, style_names(), n=1)
    found = f"Did you mean {close[0]}?" if close else "`captious style list` shows them."
    return f"{found} A file of your own needs its path, ending in .toml."


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
    for key in TEXTS:
        if key not in tables:
            raise source.error(
                f"missing key {key}", key=(key,), hint=f'Write {key} = "…" at the top of the file.'
            )
    title = as_text(tables["title"], source=source, key=("title",))
    description = as_text(tables["description"], source=source, key=("description",))
    parent = _parent(tables, source=source, children=(*children, os.path.realpath(path)))
    layer = read_layer(tables, source=source)
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


def _check_profiles(style: Style, *, source: StyleSource) -> None:
    check_sense(style.profile(format=""), source=source)
    for name in FORMATS:
        check_sense(style.profile(format=name), source=source, within=("formats", name))
    languages = (
        {tag for layer in style.layers for tag in layer.languages} if style.language is None else set()
    )
    for language in languages:
        within = ("languages", language)
        check_sense(style.profile(format="", language=language), source=source, within=within)
        for name in FORMATS:
            special = style.profile(format=name, language=language)
            check_sense(special, source=source, within=("formats", name))
    for audience in style.audiences:
        special = replace(style, audience=audience).profile(format="")
        check_sense(special, source=source, within=("audiences", audience))


def _in_frames(least: object, frames: object, frame_rate: Fraction | None) -> object:
    """The shortest duration: the one in frames if there is one and the frame rate is known."""
    if frame_rate is None or not isinstance(frames, Limit) or not isinstance(least, Limit):
        return least
    value = frame_ms(round(frames.value), frame_rate)
    return replace(
        frames, value=value, source=f"{frames.source}; {frames.value:g} frames at {float(frame_rate):g} fps"
    )
