"""The folder that ``captious publish`` writes, and which of its files are as captious left them.

``NEXT.md`` ends with the digests of the files beside it. A second run replaces a file that is still as it was written;
one that was edited since is somebody's work and stays.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from typing import TYPE_CHECKING

from captious.errors import OptionError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from captious.cli.outputs import Outputs

_MARK = re.compile(r"<!-- captious publish (\{[^<>]{0,10000}\}) -->")
_MOST_BYTES = 1_000_000


class Folder:
    """A folder of published files.

    Args:
        path: the folder; it need not exist.
        index: the file with the digests of the others.
        force: whether files that captious wrote there may be replaced.

    Raises:
        OptionError: there is a file of that name.
    """

    def __init__(self, path: str, *, index: str, force: bool) -> None:
        if os.path.lexists(path) and not os.path.isdir(path):  # noqa: PTH112
            raise OptionError(
                "this is a file, and a folder is needed", path=path, hint="Name another one with -o."
            )
        self._path, self._index, self._force = path, index, force
        self._written = self._read_digests()
        self.kept: list[str] = []

    def place(self, file: str) -> str:
        """The path of a file in it."""
        return os.path.join(self._path, file)  # noqa: PTH118

    def claim(self, files: Iterable[str], outputs: Outputs) -> list[str]:
        """Checks that files can be written, before anything is made; those that were edited since are `kept`.

        Args:
            files: their names, the index last.
            outputs: the planner, which knows what the run reads.

        Returns:
            The names of the files to write.

        Raises:
            OutputError: one is an input of the run, or exists and is not captious's own, or exists without ``--force``.
        """
        chosen = []
        for file in files:
            path = self.place(file)
            data = self._data(path)
            if data is None or (self._force and self._is_own(file, data)):
                outputs.claim(path, single=False)
                chosen.append(file)
            elif self._force and file in self._written:
                self.kept.append(file)
            elif self._force:
                raise OutputError(
                    "the file exists, and captious publish did not write it",
                    path=path,
                    hint="Name another folder after -o.",
                )
            else:
                raise OutputError(
                    "file exists",
                    path=path,
                    hint="Use --force to replace the files of an earlier run; those that were edited since stay.",
                )
        return chosen

    def index_text(self, text: str, texts: Mapping[str, str]) -> str:
        """The text of the index, with the digests of the files that are written and of those that stay."""
        digests = dict(self._written)
        digests |= {file: _digest(content.encode()) for file, content in texts.items() if file != self._index}
        return f"{text}\n<!-- captious publish {json.dumps(digests)} -->\n"

    def _is_own(self, file: str, data: bytes) -> bool:
        if file == self._index:
            return _MARK.search(data.decode("utf-8", "replace")) is not None
        return self._written.get(file) == _digest(data)

    def _read_digests(self) -> dict[str, str]:
        data = self._data(self.place(self._index))
        found = _MARK.search(data.decode("utf-8", "replace")) if data is not None else None
        try:
            digests = json.loads(found[1]) if found is not None else {}
        except ValueError:
            return {}
        return {str(file): str(digest) for file, digest in digests.items()}

    @staticmethod
    def _data(path: str) -> bytes | None:
        """The content of a file; ``None`` if there is none; nothing of it if it is too large to be one of these."""
        from captious.formats.files import read_bytes

        if not os.path.lexists(path):
            return None
        if os.path.isdir(path) or os.path.getsize(path) > 100 * _MOST_BYTES:  # noqa: PTH112, PTH202
            return b""
        return read_bytes(path)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
