"""Writes the pages that are made from code and data; with --check, only tells whether they are up to date.

A generator is a function that returns the whole text of its page; `PAGES` says which page it makes.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from index import index_module
from readme import readme_page
from rules import FOLDER, rule_pages
from schema import schema_page

from captious.segment.tables import PUNCTUATED, shipped_table
from captious.style import load_style, style_names
from captious.style.profile import Breaks, Limit, Profile
from captious.style.schema import keys, sections
from words import words_module

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
MADE = "<!-- Made by `make gen` from styles/*.toml: change those instead. -->"


def styles_page() -> str:
    """The values of every shipped style side by side, then the source of every number."""
    names = style_names()
    lines = [
        MADE,
        "",
        "# Styles",
        "",
        "A style says what captions should look like. `captious caption --style NAME` takes one of these, or the",
        'path of a style file of your own that begins with `extends = "base"`.',
        "",
        "| style | for |",
        "| --- | --- |",
        *(f"| `{name}` | {load_style(name).title}. {load_style(name).description} |" for name in names),
        "",
        "Numbers marked * are advisory: the guide publishes none, so going past them is never an error.",
        "A value that depends on the output format is given as SRT / VTT.",
        "",
        "| option | " + " | ".join(f"`{name}`" for name in names) + " |",
        "| --- " * (len(names) + 1) + "|",
    ]
    lines += [
        f"| `{section}.{key}` | " + " | ".join(_cell(name, section, key) for name in names) + " |"
        for section, key in _options()
    ]
    lines += [
        "",
        "## Exceptions for languages",
        "",
        "| language | option | value | source |",
        "| --- | --- | --- | --- |",
    ]
    lines += _languages()
    lines += ["", "## Where each number comes from", ""]
    for name in names:
        lines += [f"### {name}", "", "| option | value | basis | source |", "| --- | --- | --- | --- |"]
        lines += [row for section, key in _options() for row in _source_rows(name, section, key)]
        lines.append("")
    lines += [
        "## What a break costs",
        "",
        f"{_escaped(_profile('youtube', 'srt').breaks.source)}:",
        "",
        "| a break, or a line | cost |",
        "| --- | --- |",
    ]
    costs = _profile("youtube", "srt").breaks
    lines += [
        f"| `{item.name}` | {getattr(costs, item.name):g} |"
        for item in fields(Breaks)
        if item.name != "source"
    ]
    table = shipped_table(PUNCTUATED)
    lines += [
        "",
        f"{table.source}. Lower is better:",
        "",
        "| seen at a gap | a cue break | a line break |",
        "| --- | --- | --- |",
        *(f"| {seen} | {cue:g} | {line:g} |" for seen, (cue, line) in sorted(table.gaps.items())),
    ]
    return "\n".join(lines) + "\n"


def _options() -> list[tuple[str, str]]:
    return [
        (section, key)
        for section in sections()
        if section != "breaks"
        for key in keys(section)
        if key != "source"
    ]


def _profile(name: str, format_name: str, language: str | None = None) -> Profile:
    return load_style(name).profile(format=format_name, language=language)


def _value(profile: Profile, section: str, key: str) -> object:
    return getattr(getattr(profile, section), key)


def _cell(name: str, section: str, key: str) -> str:
    shown = [_shown(_value(_profile(name, format_name), section, key)) for format_name in ("srt", "vtt")]
    return shown[0] if shown[0] == shown[1] else " / ".join(shown)


def _shown(value: object) -> str:
    match value:
        case None:
            return "–"
        case bool():
            return "yes" if value else "no"
        case Limit():
            return f"{value.value:g}" + ("*" if value.basis == "advisory" else "")
        case "":
            return "none"
        case _:
            return f"`{value}`".replace("|", "\\|")


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


def _source_rows(name: str, section: str, key: str) -> list[str]:
    found = {
        format_name: value
        for format_name in ("srt", "vtt")
        if isinstance(value := _value(_profile(name, format_name), section, key), Limit)
    }
    if not found:
        return []
    if found["srt"] == found["vtt"]:
        found = {"": found["srt"]}
    return [
        f"| `{section}.{key}`{f' ({format_name.upper()})' if format_name else ''} "
        f"| {limit.value:g} | {limit.basis} | {_escaped(limit.source)} |"
        for format_name, limit in found.items()
    ]


def _languages() -> list[str]:
    rows = []
    for code in sorted({code for layer in load_style("base").layers for code in layer.languages}):
        plain, special = (load_style("base").profile(format="", language=tag) for tag in (None, code))
        for section, key in _options():
            value = _value(special, section, key)
            if value != _value(plain, section, key):
                source = _escaped(value.source) if isinstance(value, Limit) else ""
                rows.append(f"| {code} | `{section}.{key}` | {_shown(value)} | {source} |")
    return rows


PAGES: dict[str, Callable[[], str]] = {
    # first: the pages below show what the rules do
    "src/captious/checks/index.py": index_module,
    "README.md": readme_page,
    "docs/captious.schema.json": schema_page,
    "docs/guide/styles.md": styles_page,
    "src/captious/lexicon/function_words.py": words_module,
    **rule_pages(),
}


def main() -> int:
    """0 when every page is up to date or was written, 1 when ``--check`` found one that is not."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page would change")
    check = parser.parse_args().check
    stale = 0
    for name, make in PAGES.items():
        path = ROOT / name
        old = path.read_text(encoding="utf-8") if path.is_file() else ""
        new = make()
        if old == new:
            continue
        stale += 1
        if check:
            old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
            sys.stdout.writelines(difflib.unified_diff(old_lines, new_lines, name, "make gen"))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(new, encoding="utf-8")
            print(f"wrote {name}")
    for path in sorted((ROOT / FOLDER).glob("*.md")):
        name = path.relative_to(ROOT).as_posix()
        if name not in PAGES:
            # the page of a rule that was renamed
            stale += 1
            print(f"{name}: no such rule" if check else f"removed {name}")
            if not check:
                path.unlink()
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
