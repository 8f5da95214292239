"""Visible changes between two caption files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.conversion.job import open_captions
from captious.core.numbers import count
from captious.errors import OptionError
from captious.jobs.inputs import names_of
from captious.overview.changes import KINDS, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from captious.overview.changes import Change


@dataclass(frozen=True, slots=True, repr=False)
class DiffResult:
    """The changes; iterates over them, and is false without any.

    Args:
        changes: the changes, in the order of the second file.
    """

    changes: tuple[Change, ...]

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __repr__(self) -> str:
        return f"<DiffResult {count(len(self.changes), 'change')}>"


def diff(
    old: str | Path | bytes,
    new: str | Path | bytes,
    *,
    ignore: str | Iterable[str] = (),
    encoding: str | None = None,
) -> DiffResult:
    """Finds the changes between two caption files: words, times, line breaks, speakers; not numbering or notation.

    Args:
        old: path or bytes of captions in any format.
        new: path or bytes of the other version, in the same format or another.
        ignore: kinds of change to ignore, of `captious.overview.changes.KINDS`.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark.

    Raises:
        CaptiousError: a file cannot be read, or a kind of change is unknown.
    """
    ignored = names_of(ignore)
    for name in ignored:
        if name not in KINDS:
            raise OptionError(f"unknown kind of change: {name}", hint=f"Kinds: {', '.join(KINDS)}.")
    documents = [open_captions(one, encoding=encoding).document for one in (old, new)]
    return DiffResult(tuple(change for change in compare(*documents) if change.kind not in ignored))
