"""A configuration file as text: where a key stands in it, and errors that say so."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING

from captious.errors import ConfigError
from captious.formats.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

_PART = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART}){{0,8}}"
_HEADER = re.compile(rf"[ \t]*\[(\[?)[ \t]*({_DOTTED})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_PARTS = re.compile(_PART)
_PLACE = re.compile(r" ?\(at (?:line ([0-9]{1,9}), column ([0-9]{1,9})|end of document)\)$", re.ASCII)

KeyPath = tuple[str, ...]
"""Tables and key, outermost first; a table of an array by its 0-based number: ``("overrides", "0", "files")``."""


class ConfigSource:
    """The text of a TOML file and the tables in it.

    Args:
        path: the file.

    Raises:
        ConfigError: not readable, not UTF-8, or not TOML.
    """

    __slots__ = ("_lines", "path", "tables", "text")

    def __init__(self, path: str) -> None:
        self.path = path
        self._lines: dict[KeyPath, int] | None = None
        data = read_bytes(path)
        try:
            self.text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise ConfigError(
                "the configuration is not UTF-8",
                path=path,
                line=line,
                hint="Save it as UTF-8, the only encoding TOML has.",
            ) from None
        try:
            self.tables: dict[str, object] = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            place = _PLACE.search(str(error))
            what = _PLACE.sub("", str(error))
            at_end = place is None or place[1] is None
            raise ConfigError(
                f"not TOML: {what}",
                path=path,
                line=self.text.count("\n") + 1 if at_end or place is None else int(place[1]),
                column=None if at_end or place is None else int(place[2]),
            ) from None
        except (RecursionError, ValueError):
            # ValueError: a number of more digits than Python reads
            raise ConfigError("not TOML: nested too deeply, or a number too long", path=path) from None

    def error(self, message: str, *, key: KeyPath, hint: str | None = None) -> ConfigError:
        """An error at a key; where the key is absent, at the innermost table around it, else at line 1."""
        if self._lines is None:
            self._lines = _find_keys(self.text)
        lines = self._lines
        found = (lines[key[:end]] for end in range(len(key), 0, -1) if key[:end] in lines)
        return ConfigError(message, path=self.path, line=next(found, 1), hint=hint)

    def unknown(self, what: str, name: str, known: Iterable[str], *, key: KeyPath) -> ConfigError:
        """The error for a name nobody knows, with the nearest known one as its hint, or all of them."""
        names = list(known)
        near = get_close_matches(name, names, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Known are {', '.join(names)}." if names else None
        return self.error(f"unknown {what}: {name}", key=key, hint=hint)


def _find_keys(text: str) -> dict[KeyPath, int]:
    # tomllib gives no positions. Keys of inline tables are not found on their own; the key that holds the table
    # is, most often on the same line.
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    inside_string = False
    for number, line in enumerate(text.split("\n"), start=1):
        was_inside = inside_string
        inside_string ^= (line.count('"""') + line.count("'''")) % 2 == 1
        if was_inside:
            continue
        if header := _HEADER.match(line):
            table = _parts(header[2])
            if header[1]:
                counts[table] = counts.get(table, -1) + 1
            for end in range(len(table), 0, -1):
                if table[:end] in counts:
                    table = (*table[:end], str(counts[table[:end]]), *table[end:])
                    break
            _note(lines, table, 0, number)
        elif key := _KEY.match(line):
            _note(lines, (*table, *_parts(key[1])), len(table), number)
    return lines


def _note(lines: dict[KeyPath, int], path: KeyPath, known: int, number: int) -> None:
    for end in range(known + 1, len(path) + 1):
        lines.setdefault(path[:end], number)


def _parts(dotted: str) -> KeyPath:
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))
