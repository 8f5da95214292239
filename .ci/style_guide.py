"""The guide to the styles, made from styles/*.toml and the classes that say what their keys mean."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from typing import TYPE_CHECKING

from captious.reports.style_pages import duration_limit, line_limit, shown, speed_limit, unit
from captious.segment.tables import PUNCTUATED, shipped_table
from captious.style import load_style, style_names
from captious.style.limits import Limit, ReadingTable
from captious.style.profile import Breaks
from captious.style.schema import keys, sections
from docstrings import sentences
from template import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.style import Style
    from captious.style.values import Values


def styles_page() -> str:
    """The guide: the styles, their precedence, what each says, what a break costs."""
    styles = [load_style(name) for name in style_names()]
    lines = ["## What each style says"]
    for style in (load_style("base"), *styles):
        lines += ["", f"### {style.name}", "", *_story(style)]
    return filled(
        "styles.md",
        sources="styles/*.toml",
        styles="\n".join(map(_row, styles)),
        keys="\n".join(_keys()),
        values="\n".join([*lines, *_breaks()]),
    )


def _keys() -> Iterator[str]:
    """A table of the keys of each section."""
    first = True
    for section, kind in sections().items():
        if section == "breaks":
            continue
        if not first:
            yield ""
        first = False
        meanings = _meanings(kind)
        yield from (f"### {section}", "", "| key | base | meaning |", "| --- | --- | --- |")
        for key in keys(section):
            if key != "source":
                yield f"| `{key}` | {_cell(getattr(getattr(_base(), section), key))} | {meanings[key]} |"


def _base():  # type: ignore[no-untyped-def]
    return load_style("base").profile(format="")


def _row(style: Style) -> str:
    srt, vtt = (style.profile(format=name) for name in ("srt", "vtt"))
    cells = [
        one if one == other else f"{one} / {other}"
        for one, other in ((limit(srt), limit(vtt)) for limit in (line_limit, speed_limit, duration_limit))
    ]
    own = ", ".join(f"`{name}`" for name in style.layers[-1].audiences)
    return f"| [`{style.name}`](#{style.name}) | {' | '.join(cells)} | {style.language or ''} | {own} | {style.title} |"


def _meanings(kind: type) -> dict[str, str]:
    """What each key means, from the docstring of its class."""
    text = inspect.getdoc(kind) or ""
    found = re.findall(r"^    (\w+): (.+(?:\n {8,}.+)*)", text, re.MULTILINE)
    return {key: _escaped(" ".join(said.replace("``", "`").split())) for key, said in found}


def _story(style: Style) -> Iterator[str]:
    layer = style.layers[-1]
    yield from sentences(style.description)
    facts = [f"extends [`{style.ancestry[0]}`](#{style.ancestry[0]})"] if style.ancestry else []
    if layer.language:
        facts.append(f"language `{layer.language}`")
    if facts:
        yield ""
        yield f"({', '.join(facts)})"
    rows = [*_rows("", layer.plain)]
    for tag, values in sorted(layer.languages.items()):
        rows += _rows(f"{tag}: ", values)
    for name, case in layer.audiences.items():
        rows += _rows(f"{name}: ", case.plain)
        for tag, values in sorted(case.languages.items()):
            rows += _rows(f"{name}, {tag}: ", values)
    for name, values in layer.formats.items():
        rows += _rows(f"{name.upper()}: ", values)
    if rows:
        yield ""
        yield "| key | value | basis | read | confidence | source |"
        yield "| --- | --- | --- | --- | --- | --- |"
        yield from rows
    if layer.severities:
        yield ""
        yield "Severities: " + ", ".join(f"`{rule}` is {how}" for rule, how in layer.severities.items()) + "."


def _rows(case: str, values: Values) -> Iterator[str]:
    for section, table in values.items():
        if section == "breaks":
            continue
        for key, value in table.items():
            if key == "source":
                continue
            if isinstance(value, Limit | ReadingTable):
                facts = [value.basis, value.read, value.confidence or "", _escaped(value.source)]
            else:
                facts = ["", "", "", _escaped(str(table.get("source", "")))]
            yield f"| {case}`{section}.{key}` | {_cell(value)} {unit(key, value)} | {' | '.join(facts)} |"


def _cell(value: object) -> str:
    star = "*" if isinstance(value, Limit | ReadingTable) and value.basis == "advisory" else ""
    text = shown(value)
    return f"`{_escaped(text)}`" if isinstance(value, str) and value else f"{text}{star}"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _breaks() -> list[str]:
    costs = load_style("youtube").profile(format="srt").breaks
    table = shipped_table(PUNCTUATED)
    return [
        "",
        "## What a break costs",
        "",
        *sentences(f"{_escaped(costs.source)}:"),
        "",
        "| a break, or a line | cost |",
        "| --- | --- |",
        *(
            f"| `{item.name}` | {getattr(costs, item.name):g} |"
            for item in fields(Breaks)
            if item.name != "source"
        ),
        "",
        *sentences(f"{table.source}."),
        "Lower is better:",
        "",
        "| at a word boundary | a cue break | a line break |",
        "| --- | --- | --- |",
        *(f"| {seen} | {cue:g} | {line:g} |" for seen, (cue, line) in sorted(table.gaps.items())),
    ]
