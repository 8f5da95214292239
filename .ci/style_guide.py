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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.style import Style
    from captious.style.values import Values

MADE = "<!-- Made by `make gen` from styles/*.toml: change those instead. -->"

_HEAD = """
# Styles

A style says what captions should look like. `captious caption --style NAME` takes one of these, or the path of a style
file of your own; so do `check`, `fix` and `retime`, and `style = "NAME"` in a configuration file.

```console
$ captious style list                            # this table
$ captious style show netflix-en                 # all that one asks for, and which file says so
$ captious style show bbc --why max_wpm          # one value: its source, and what it stands over
$ captious style compare netflix bbc             # what two do differently
$ captious style new house --extends ted         # a file of your own, every key in it as a comment
```

Which one? Captions go where their style is made for: `youtube` for YouTube, `podcast` or `apple-podcasts` for a feed,
`web` for a page of your own, `netflix` and its like for who asks for them. `youtube` is the default.

Every number names its source, how far that binds, when it was read and how sure it is. *guide*: the guide the style is
named after publishes it, and breaking it is an error. *tool*: a tool enforces it in the guide's name. *advisory*
(marked * here): nobody there demands it, it is another guide's or our own advice, and breaking it only warns. Several
guides have no number at all: YouTube, the FCC, Section 508, Apple. Guides that were not to be had (Disney+, Apple's
iTT) have no style, and neither has what was known from memory only.

| style | line | speed | seconds | language | audiences | for |
| --- | --- | --- | --- | --- | --- | --- |
"""

_ORDER = """
## What wins over what

A style extends another one, in the end `base`, which holds every key once. A key has the value found last in this
order:

1. the plain sections, from `base` down to the style itself;
2. `[languages.CODE.SECTION]`: first for the language (`zh`), then for the whole tag (`zh-tw`);
3. `[audiences.NAME.SECTION]`, then `[audiences.NAME.languages.CODE.SECTION]`: asked for as `STYLE:NAME`, such as
   `netflix:children`;
4. `[formats.srt.SECTION]` and `[formats.vtt.SECTION]`.

Within a step the child's word beats its parent's. A number is replaced whole, with its source. The language is that of
the text, unless the style is for one (`language = "ja"`). Where frames a second are known (`--fps`), the limits in
frames, `min_duration_frames` and `min_gap_frames`, take the place of those in milliseconds. `[severities]` says how
much a rule weighs in the style, by its name, its code, or the beginning of a code.

## A style of your own

Keep it beside your captions and name it by its path, in `captious.toml` too: `style = "./house.toml"`.

```toml
extends = "ted"
title = "Our house"
description = "How we want our captions."

[layout]
line_length_chars = { value = 38, source = "our house rules", basis = "guide" }

[severities]
all-caps = "info"
```

[`captious learn`](learning.md) writes one from captions you have approved.

## The keys
"""


def styles_page() -> str:
    """The guide: which styles there are, how they are read, what each says, what a break costs."""
    styles = [load_style(name) for name in style_names()]
    lines = [MADE, _HEAD.rstrip("\n"), *map(_row, styles), *_ORDER.rstrip("\n").split("\n")]
    for section, kind in sections().items():
        if section != "breaks":
            meanings = _meanings(kind)
            lines += ["", f"### {section}", "", "| key | base | meaning |", "| --- | --- | --- |"]
            lines += [
                f"| `{key}` | {_cell(getattr(getattr(_base(), section), key))} | {meanings[key]} |"
                for key in keys(section)
                if key != "source"
            ]
    lines += ["", "## What each style says"]
    for style in (load_style("base"), *styles):
        lines += ["", f"### {style.name}", "", *_story(style)]
    return "\n".join([*lines, *_breaks()]) + "\n"


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
    yield style.description
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
        f"{_escaped(costs.source)}:",
        "",
        "| a break, or a line | cost |",
        "| --- | --- |",
        *(
            f"| `{item.name}` | {getattr(costs, item.name):g} |"
            for item in fields(Breaks)
            if item.name != "source"
        ),
        "",
        f"{table.source}. Lower is better:",
        "",
        "| seen at a gap | a cue break | a line break |",
        "| --- | --- | --- |",
        *(f"| {seen} | {cue:g} | {line:g} |" for seen, (cue, line) in sorted(table.gaps.items())),
    ]
