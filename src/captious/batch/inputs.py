"""The input files of a row: those in a folder that its command reads, and those that it skips."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.batch import storage
from captious.batch.ledger import NAME as LEDGER
from captious.errors import CaptiousError
from captious.formats.base import Use
from captious.formats.encoding import decode
from captious.formats.recognise import recognise
from captious.formats.registry import formats, with_ending
from captious.word_timings.registry import kind_of_words, word_suffixes

if TYPE_CHECKING:
    from captious.formats.base import Format

_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files of a source.

    Args:
        files: path or URL of each file, with its path relative to the folder or pattern it was found by.
        unread: relative paths of files that the command does not read.
        spare: relative paths of files whose output another file makes, such as the captions of a transcript.
    """

    files: tuple[tuple[str, str], ...]
    unread: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()


def find_inputs(command: str, source: str, *, alone: bool) -> Inputs:
    """The files of a source: those in a folder that the command reads, or any files named by path or pattern.

    Args:
        command: name of the command: ``"caption"``.
        source: path or URL of a file, a folder (searched recursively), or a pattern with ``*``.
        alone: whether it is the only source; among several, a missing file is a job that will fail, and does not stop
            the others.

    Raises:
        CaptiousError: the only source does not exist, or has no file that the command reads.
    """
    ranks: dict[str, int] = {}
    unread: list[str] = []

    def wanted(path: str, below: str) -> bool:
        rank = _rank(command, path)
        if rank is not None:
            ranks[path] = rank
        elif not storage.name_of(path).startswith(LEDGER):
            unread.append(below)
        return rank is not None

    try:
        found = list(storage.expand([source], wanted))
    except CaptiousError as error:
        if not alone:
            return Inputs(((source, storage.name_of(source)),))
        if unread:
            error.message = f"no files in the folder that {command} reads"
            error.hint = f"It reads files that end in {', '.join(_endings(command))}."
        raise
    stems: dict[str, int] = {}
    for path, below in found:
        stem = os.path.splitext(below)[0]  # noqa: PTH122
        stems[stem] = min(stems.get(stem, 99), ranks.get(path, 0))
    files = [
        (path, below)
        for path, below in found
        if ranks.get(path, 0) == stems[os.path.splitext(below)[0]]  # noqa: PTH122
    ]
    spare = [below for path, below in found if (path, below) not in files]
    return Inputs(tuple(files), tuple(sorted(unread)), tuple(spare))


def skip_notes(command: str, inputs: list[Inputs]) -> list[str]:
    """Sentences about the files that a command skips; empty if there are none."""
    unread = [name for one in inputs for name in one.unread]
    spare = [name for one in inputs for name in one.spare]
    notes = []
    if unread:
        notes.append(f"{_listed(unread)}: {command} reads {', '.join(_endings(command))}")
    if spare:
        notes.append(f"{_listed(spare)}: another file with the same name is read")
    return notes


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    return shown if len(names) <= _MOST_NAMES else f"{shown} and {len(names) - _MOST_NAMES:,} more"


def _order(command: str) -> tuple[tuple[Format, ...], ...]:
    """The formats that a command reads, in order of preference among files with the same output."""
    transcripts = tuple((known,) for known in formats(Use.TRANSCRIPT))
    if command == "caption":
        return transcripts
    if command == "transcript":
        # prefer formats with more features, such as speaker names
        captions = sorted(formats(Use.READ), key=lambda known: -len(known.holds))
        return (*transcripts, *((known,) for known in captions))
    return (formats(Use.READ if command == "convert" else Use.CHECK),)


def _endings(command: str) -> tuple[str, ...]:
    known = [suffix for group in _order(command) for one in group for suffix in one.suffixes]
    return tuple(dict.fromkeys([*known, *(word_suffixes() if command == "transcript" else ())]))


def _rank(command: str, path: str) -> int | None:
    """Preference of a file, 0 = highest; ``None`` if the command does not read it."""
    order = _order(command)
    name = storage.name_of(path).lower()
    known = with_ending(name, formats())
    for number, group in enumerate(order):
        if known is not None and known in group:
            if not name.endswith(known.common_suffixes):
                return 2 * number
            return 2 * number + 1 if _holds_captions(command, path) else None
    if command == "transcript" and name.endswith(word_suffixes()):
        return 2 * len(order)
    return None


def _holds_captions(command: str, path: str) -> bool:
    """Whether a file with a common ending is one that a command reads, by its content."""
    try:
        text = decode(storage.read(path)).text
    except CaptiousError:
        return True  # its job will report the error
    content = recognise(text, words=kind_of_words if command == "transcript" else None)
    return content.format is not None or bool(content.words)
