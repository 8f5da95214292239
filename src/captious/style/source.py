"""A style file as text: where a key stands in it, and errors that say so."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from captious.errors import StyleError

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = re.compile(r"[ \t]*\[{1,2}([^\]]+)\]")
_KEY = re.compile(r"""[\w."' \t-]+""")
_PLACE = re.compile(r" ?\(at (?:line ([0-9]{1,9}), column ([0-9]{1,9})|end of document)\)$", re.ASCII)

_DEEPEST = 6
"""More parts than any key has: ``formats.srt.layout.lines.value`` has five."""

KeyPath = tuple[str, ...]
"""Table names and key, outermost first: ``("formats", "srt", "layout", "lines")``."""


class StyleSource:
    """The text of one style file and the tables in it.

    Args:
        path: the file.

    Raises:
        StyleError: not readable, not UTF-8, or not TOML.
    """

    __slots__ = ("_lines", "path", "tables", "text")

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines: dict[KeyPath, int] | None = None
        try:
            data = path.read_bytes()
        except OSError as error:
            raise StyleError(
                f"cannot read the style file: {error.strerror or error}", path=str(path)
            ) from None
        try:
            self.text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise StyleError(
                f"not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}",
                path=str(path),
                line=line,
                hint="Save the style file as UTF-8, the only encoding TOML has.",
            ) from None
        try:
            self.tables: dict[str, object] = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise self._syntax_error(str(error)) from None
        except RecursionError:
            raise StyleError("tables or arrays are nested too deeply", path=str(path), line=1) from None

    def error(self, message: str, *, key: KeyPath, hint: str | None = None) -> StyleError:
        """An error at a key; where the key is absent, at the innermost table around it, else at line 1."""
        lines = self._key_lines()
        found = (lines[key[:end]] for end in range(len(key), 0, -1) if key[:end] in lines)
        return StyleError(message, path=str(self.path), line=next(found, 1), hint=hint)

    def _syntax_error(self, message: str) -> StyleError:
        place = _PLACE.search(message)
        what = _PLACE.sub("", message)
        if place is None or place[1] is None:
            lines = self.text.count("\n") + 1
            return StyleError(f"not TOML: {what} at the end of the file", path=str(self.path), line=lines)
        line, column = int(place[1]), int(place[2])
        written = self.text.split("\n")[line - 1].strip()
        return StyleError(f"not TOML: {what}: {written[:80]}", path=str(self.path), line=line, column=column)

    def _key_lines(self) -> dict[KeyPath, int]:
        # tomllib gives no positions, and no other library is worth carrying for error messages alone. Keys of
        # inline tables are not found on their own; the key that holds the table is, on the same line.
        if self._lines is None:
            self._lines = {}
            table: KeyPath = ()
            inside_string = False
            for number, line in enumerate(self.text.split("\n"), start=1):
                was_inside = inside_string
                inside_string ^= (line.count('"""') + line.count("'''")) % 2 == 1
                if was_inside:
                    continue
                if header := _HEADER.match(line):
                    table = _parts(header[1])
                    for end in range(1, len(table) + 1):
                        self._lines.setdefault(table[:end], number)
                    continue
                key, equals, _ = line.partition("=")
                if equals and _KEY.fullmatch(key):
                    parts = _parts(key)
                    for end in range(1, len(parts) + 1):
                        self._lines.setdefault(table + parts[:end], number)
        return self._lines


def _parts(dotted: str) -> KeyPath:
    return tuple(part.strip().strip("\"'") for part in dotted.split(".", _DEEPEST)[:_DEEPEST])
