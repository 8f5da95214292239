"""The origins of a key's value: every file and section that sets it, in the order they apply."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.errors import StyleError
from captious.style.layers import language_tags
from captious.style.schema import keys, sections
from captious.style.values import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.style.layers import Layer
    from captious.style.load import Style
    from captious.style.values import Values


class Origin(NamedTuple):
    """One place that sets a key.

    Args:
        style: name of the style file.
        within: the tables around the section, such as ``"languages.ja"``; empty for a plain section.
        value: as in the profile.
    """

    style: str
    within: str
    value: object


def all_keys() -> tuple[tuple[str, str], ...]:
    """Section and name of every key, in the order of the profile, without the ``source`` texts."""
    return tuple((section, key) for section in sections() for key in keys(section) if key != "source")


def find_key(name: str) -> tuple[str, str]:
    """Find the section and name of a key written ``section.key``, or its name alone where only one section has it.

    Raises:
        StyleError: there is no such key; the hint names the nearest.
    """
    known = all_keys()
    wanted = name.strip().lower()
    found = [pair for pair in known if wanted in (".".join(pair), pair[1])]
    if len(found) == 1:
        return found[0]
    full = [".".join(pair) for pair in (found or known)]
    if found:
        raise StyleError(f"{name} is a key of several sections", hint=f"Write one of {', '.join(full)}.")
    near = suggestion(name, [*full, *(key for _, key in known)])
    raise StyleError(
        f"no such key: {name}", hint=near if near.startswith("Did") else "`captious style show` lists them."
    )


def origins_of(
    style: Style, section: str, key: str, *, format_name: str = "", language: str | None = None
) -> tuple[Origin, ...]:
    """List every place that sets a key, in order; the last one wins.

    Args:
        style: the style, for its audience if it has one.
        section: the key's section.
        key: the key.
        format_name: the caption format; one without exceptions for none.
        language: language of the text; ``None`` = unknown, or the style's own.
    """
    names = [*reversed(style.ancestry), style.name.partition(":")[0]]
    layers = list(zip(names, style.layers, strict=True))
    found: list[Origin] = []
    for within, values in _places(layers, style, format_name, language):
        table = values[1].get(section, {})
        if key in table:
            found.append(Origin(values[0], within, table[key]))
    return tuple(found)


def _places(
    layers: list[tuple[str, Layer]], style: Style, format_name: str, language: str | None
) -> Iterator[tuple[str, tuple[str, Values]]]:
    tags = language_tags(style.language or language)
    for name, layer in layers:
        yield "", (name, layer.plain)
    for tag in tags:
        for name, layer in layers:
            yield f"languages.{tag}", (name, layer.languages.get(tag, {}))
    if style.audience is not None:
        cases = [
            (name, layer.audiences[style.audience])
            for name, layer in layers
            if style.audience in layer.audiences
        ]
        for name, case in cases:
            yield f"audiences.{style.audience}", (name, case.plain)
        for tag in tags:
            for name, case in cases:
                yield f"audiences.{style.audience}.languages.{tag}", (name, case.languages.get(tag, {}))
    for name, layer in layers:
        yield f"formats.{format_name}", (name, layer.formats.get(format_name, {}))
