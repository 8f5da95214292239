"""The text of a TOML file, with the place of each key for errors; for style files and configuration."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Generic, TypeVar

from captious.errors import CaptiousError

if TYPE_CHECKING:
    from collections.abc import Iterator

E = TypeVar("E", bound=CaptiousError)

_PART = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_PART}(?:[ \t]*\.[ \t]*{_PART}){{0,8}}"
_HEADER = re.compile(rf"[ \t]*\[(\[?)[ \t]*({_DOTTED})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*[=.]")
_PARTS = re.compile(_PART)
_PLACE = re.compile(r" ?\(at (?:line ([0-9]{1,9}), column ([0-9]{1,9})|end of document)\)$", re.ASCII)

KeyPath = tuple[str, ...]
"""Tables and key, outermost first; a table of an array by its 0-based number: ``("overrides", "0", "files")``."""


class TomlText(Generic[E]):
    """The text of a TOML file and the tables in it.

    Args:
        data: its bytes.
        name: its path, for errors.
        error_type: the class of its errors.

    Raises:
        CaptiousError: of the class ``error_type``: not UTF-8, or not TOML.
    """

    __slots__ = ("_error_type", "_lines", "name", "tables", "text")

    def __init__(self, data: bytes, *, name: str, error_type: type[E]) -> None:
        self.name = name
        self._error_type = error_type
        self._lines: dict[KeyPath, int] | None = None
        try:
            self.text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise error_type(
                f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}",
                path=name,
                line=data.count(b"\n", 0, error.start) + 1,
                hint="Save it as UTF-8, the only encoding TOML has.",
            ) from None
        try:
            self.tables: dict[str, object] = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise self._syntax_error(str(error)) from None
        except (RecursionError, ValueError):
            # ValueError: a number of more digits than Python reads
            raise error_type("not TOML: nested too deeply, or a number too long", path=name, line=1) from None

    def error(self, message: str, *, key: KeyPath, hint: str | None = None) -> E:
        """An error at a key; where the key is absent, at the innermost table around it, else at line 1."""
        return self._error_type(message, path=self.name, line=self.line(key), hint=hint)

    def line(self, key: KeyPath) -> int:
        """The line of a key; where it is absent, of the innermost table around it, else 1."""
        if self._lines is None:
            self._lines = _find_keys(self.text)
        lines = self._lines
        found = (lines[key[:end]] for end in range(len(key), 0, -1) if key[:end] in lines)
        return next(found, 1)

    def _syntax_error(self, message: str) -> E:
        place = _PLACE.search(message)
        what = _PLACE.sub("", message)
        if place is None or place[1] is None:
            lines = self.text.count("\n") + 1
            return self._error_type(f"not TOML: {what} at the end of the file", path=self.name, line=lines)
        line, column = int(place[1]), int(place[2])
        written = self.text.split("\n")[line - 1].strip()
        return self._error_type(f"not TOML: {what}: {written[:80]}", path=self.name, line=line, column=column)


def _find_keys(text: str) -> dict[KeyPath, int]:
    # tomllib gives no positions, and no other library is worth carrying for error messages alone. Keys of inline
    # tables are not found on their own; the key that holds the table is, most often on the same line.
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in _outside_strings(text):
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


def _outside_strings(text: str) -> Iterator[tuple[int, str]]:
    """The lines that do not begin within a string of several lines, each with its number from 1."""
    inside = False
    for number, line in enumerate(text.split("\n"), start=1):
        if not inside:
            yield number, line
        inside ^= (line.count('"""') + line.count("'''")) % 2 == 1


def _note(lines: dict[KeyPath, int], path: KeyPath, known: int, number: int) -> None:
    for end in range(known + 1, len(path) + 1):
        lines.setdefault(path[:end], number)


def _parts(dotted: str) -> KeyPath:
    return tuple(part.strip("\"'") for part in _PARTS.findall(dotted))
