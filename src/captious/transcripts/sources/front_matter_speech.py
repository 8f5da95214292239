"""A transcript that stands in the front matter, as some generators of pages want it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.transcripts.sources.column_names import TEXT, role_of
from captious.transcripts.sources.model import escape_start, escape_text
from captious.transcripts.sources.tabular import Row, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.transcripts.sources.front_matter import Value

_KEYS = (
    "transcript",
    "transkript",
    "transcripci",
    "transcription",
    "trascrizion",
    "transcriç",
    "caption",
    "subtitle",
)
_FEWEST = 20
"""Words from which on a value is a transcript, not the name of a file with one."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Lines of a transcript within front matter.

    Args:
        lines: light Markdown.
        numbers: the line of the file of each.
        words: how many words they have.
        nameless: whether they are rows without a name.
    """

    lines: list[str]
    numbers: list[int]
    words: int
    nameless: bool = False


def find_speech(values: Mapping[str, Value]) -> Speech | None:
    """The transcript under a key that says so, a list of who says what when or a text; ``None`` if there is none."""
    for key, value in values.items():
        if not any(part in key.casefold() for part in _KEYS):
            continue
        made = _listed(value) if isinstance(value.data, list) else _written(value)
        if made is not None and made.words >= _FEWEST:
            return made
    return None


def _listed(value: Value) -> Speech | None:
    items = value.data if isinstance(value.data, list) else []
    keys: list[str] = []
    for item in items:
        if isinstance(item.data, dict):
            keys += [key for key in item.data if key not in keys]
    if not any(role_of(key) == TEXT for key in keys):
        return None
    rows = [Row(tuple(keys), value.line)]
    for item in items:
        if isinstance(item.data, dict):
            held = item.data
            cells = (held[key].data if key in held else "" for key in keys)
            rows.append(
                Row(tuple(escape_text(cell) if isinstance(cell, str) else "" for cell in cells), item.line)
            )
    said = read_table(rows)
    if said is None:
        return None
    return Speech(said.lines, said.numbers, _words(said.lines), not said.speakers)


def _written(value: Value) -> Speech | None:
    if not isinstance(value.data, str):
        return None
    lines = [escape_start(line) for line in value.data.split("\n")]
    return Speech(lines, list(range(value.line, value.line + len(lines))), _words(lines))


def _words(lines: list[str]) -> int:
    # letters count for scripts that do not space their words
    return sum(max(len(line.split()), len(line) // 8) for line in lines)
