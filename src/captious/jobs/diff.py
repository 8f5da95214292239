"""Visible changes between two caption files, or the files of two folders."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.conversion.job import open_captions, unroll
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.discovery.pairs import pair_files
from captious.errors import CaptiousError, OptionError
from captious.formats.base import Use
from captious.formats.registry import suffixes
from captious.jobs.caption_folders import captions_in, is_folder
from captious.jobs.inputs import names_of
from captious.overview.changes import KINDS, compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction
    from pathlib import Path

    from captious.overview.changes import Change


@dataclass(frozen=True, slots=True)
class FilePair:
    """Two files of two folders that belong together.

    Args:
        old: path of the first.
        new: path of the second.
        changes: the changes, in the order of the second; empty if one of the files could not be read.
        error: why they could not be compared; ``None`` if they were.
    """

    old: str
    new: str
    changes: tuple[Change, ...] = ()
    error: CaptiousError | None = None

    __repr__ = short_repr


@dataclass(frozen=True, slots=True, repr=False)
class DiffResult:
    """The changes; iterates over them, and is false without any.

    Args:
        changes: the changes, in the order of the second file; of two folders, those of all files.
        pairs: of two folders, the files that belong together by their names.
        only_old: of two folders, the files that only the first has; they count as a difference.
        only_new: of two folders, the files that only the second has.
        errors: of two folders, what could not be read besides the pairs.
        rolling: files whose captions roll or grow; each word of them is compared once.
    """

    changes: tuple[Change, ...]
    pairs: tuple[FilePair, ...] = ()
    only_old: tuple[str, ...] = ()
    only_new: tuple[str, ...] = ()
    errors: tuple[CaptiousError, ...] = ()
    rolling: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[CaptiousError, ...]:
        """Everything that could not be compared."""
        return (*self.errors, *(pair.error for pair in self.pairs if pair.error is not None))

    def __bool__(self) -> bool:
        return bool(self.changes or self.only_old or self.only_new)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __repr__(self) -> str:
        files = f" in {count(len(self.pairs), 'pair')} of files" if self.pairs else ""
        return f"<DiffResult {count(len(self.changes), 'change')}{files}>"


def diff(
    old: str | Path | bytes,
    new: str | Path | bytes,
    *,
    ignore: str | Iterable[str] = (),
    encoding: str | None = None,
    frame_rate: Fraction | None = None,
) -> DiffResult:
    """Finds the changes between two caption files: words, times, line breaks, speakers; not numbering or notation.

    Of two folders, files with the same path below them are compared, or with the same name and another ending or
    language tag.

    Args:
        old: path or bytes of captions in any format, or a folder of them.
        new: path or bytes of the other version, in the same format or another, or a folder.
        ignore: kinds of change to ignore, of `captious.overview.changes.KINDS`.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        frame_rate: frames per second of times that count frames, as in ``00:01:02:12``; ``None`` = unknown.

    Raises:
        CaptiousError: a file cannot be read, a folder has no captions, or a kind of change is unknown. A file in a
            folder that cannot be read does not raise: it is in ``failed``.
    """
    ignored = names_of(ignore)
    for name in ignored:
        if name not in KINDS:
            raise OptionError(f"unknown kind of change: {name}", hint=f"Kinds: {', '.join(KINDS)}.")

    rolling: list[str] = []

    def changes(one: str | Path | bytes, other: str | Path | bytes) -> tuple[Change, ...]:
        documents = []
        for each in (one, other):
            captions = open_captions(each, encoding=encoding, frame_rate=frame_rate)
            if captions.rolling is not None and captions.rolling.repeated:
                rolling.append("<bytes>" if isinstance(each, bytes) else os.fspath(each))
            documents.append(unroll(captions, timed=False).document)
        return tuple(change for change in compare(*documents) if change.kind not in ignored)

    if is_folder(old) != is_folder(new):
        raise OptionError("a file and a folder to compare", hint="Name two files, or two folders.")
    if isinstance(old, bytes) or isinstance(new, bytes) or not is_folder(old):
        return DiffResult(changes(old, new), rolling=tuple(rolling))
    folders = captions_in(old), captions_in(new)
    paired = pair_files(*(folder.files for folder in folders), suffixes=suffixes(Use.READ))
    pairs = []
    for one, other in paired.pairs:
        paths = folders[0].files[one], folders[1].files[other]
        try:
            pairs.append(FilePair(*paths, changes(*paths)))
        except CaptiousError as error:
            pairs.append(FilePair(*paths, error=error))
    return DiffResult(
        tuple(change for pair in pairs for change in pair.changes),
        tuple(pairs),
        tuple(folders[0].files[path] for path in paired.only_old),
        tuple(folders[1].files[path] for path in paired.only_new),
        tuple(error for folder in folders for error in folder.errors),
        tuple(rolling),
    )
