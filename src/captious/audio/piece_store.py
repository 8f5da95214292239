"""What was found in the pieces of a recording, kept in a file, so that an interrupted run can resume."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from pathlib import Path


class PieceStore:
    """Values of pieces by their start, a line of JSON each, under a first line with a key.

    Args:
        path: the file; ``None`` = nothing is kept.
        key: what the values depend on; a file with another key is replaced.
    """

    def __init__(self, path: Path | None, key: str) -> None:
        self._path = path
        self._key = key
        self._file: TextIO | None = None

    def read(self) -> dict[int, object]:
        """Read what an earlier run kept, up to the first line that is broken; nothing if its key differs."""
        found: dict[int, object] = {}
        if self._path is None:
            return found
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return found
        fits = bool(lines) and lines[0] == json.dumps({"key": self._key})
        for line in lines[1:] if fits else ():
            try:
                start, value = json.loads(line)
                found[int(start)] = value
            except (ValueError, TypeError):
                break
        return found

    def __enter__(self) -> PieceStore:
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            kept = self.read()
            fresh = self._path.with_name(f"{self._path.name}.{os.getpid()}")
            with fresh.open("w", encoding="utf-8") as file:
                file.write(json.dumps({"key": self._key}) + "\n")
                file.writelines(json.dumps(piece) + "\n" for piece in kept.items())
            # at once: a run that is killed here loses nothing
            fresh.replace(self._path)
            self._file = self._path.open("a", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def keep(self, start: int, value: object) -> None:
        """Keep the value of a piece, at once: the run may be interrupted at any time."""
        if self._file is not None:
            self._file.write(json.dumps([start, value]) + "\n")
            self._file.flush()
