"""Patterns of file names, as in a .gitignore file; one meaning for every option that takes patterns."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pathspec import GitIgnoreSpec


class Patterns:
    """Patterns, and the folder they are relative to.

    Args:
        lines: one pattern each, as in a .gitignore file: ``*.vtt``, ``/drafts/``, ``!keep.srt``; the last that
            matches decides. Blank lines and lines beginning with ``#`` are ignored.
        folder: absolute path of the folder; paths outside of it match nothing.

    Raises:
        OptionError: a line that is not a pattern.
    """

    __slots__ = ("_folder", "_spec", "lines")

    def __init__(self, lines: Iterable[str], *, folder: str) -> None:
        self.lines = tuple(lines)
        self._folder = folder.rstrip(os.sep) + os.sep
        self._spec: GitIgnoreSpec | None = None
        wanted = [line for line in self.lines if line.strip() and not line.startswith("#")]
        if wanted:
            # late: loading it takes as long as checking a file, and most runs have no pattern
            from pathspec import GitIgnoreSpec

            try:
                self._spec = GitIgnoreSpec.from_lines(wanted)
            except ValueError:
                raise OptionError(
                    f"not a pattern: {_first_bad(wanted)!r}",
                    hint="Write patterns as in a .gitignore file: *.vtt, /drafts/.",
                ) from None

    def __bool__(self) -> bool:
        return self._spec is not None

    def decide(self, path: str, *, is_folder: bool = False) -> bool | None:
        """Whether a file matches; ``None`` if no pattern applies to it, ``False`` if ``!`` excludes it.

        Args:
            path: absolute path.
            is_folder: whether it is a folder; patterns that end in a slash match folders only.
        """
        if self._spec is None or not path.startswith(self._folder):
            return None
        inside = path[len(self._folder) :].replace(os.sep, "/")
        return self._spec.check_file(f"{inside}/" if is_folder else inside).include

    def match(self, path: str) -> bool:
        """Whether a file, or a folder around it, matches."""
        return bool(self.decide(path))


def _first_bad(lines: list[str]) -> str:
    from pathspec import GitIgnoreSpec

    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            return line
    return lines[0]
