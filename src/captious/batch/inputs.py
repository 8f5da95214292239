"""The input files of a row: those in a folder that its command reads, and those that it skips."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.batch import storage
from captious.batch.ledger import NAME as LEDGER
from captious.errors import CaptiousError, EncodingError
from captious.formats.base import Use
from captious.formats.encoding import decode
from captious.formats.recognise import recognise
from captious.formats.registry import formats, with_ending
from captious.jobs.sources import open_source
from captious.transcripts.sources.registry import DATA_SUFFIXES, DOCUMENT_SUFFIXES, TEXT_SUFFIXES
from captious.word_timings.registry import word_suffixes

if TYPE_CHECKING:
    from captious.formats.base import Format

_MOST_NAMES = 5
_OF_TRANSCRIPTS = ("caption", "transcript")
_SURE_SUFFIXES = (*TEXT_SUFFIXES, *DOCUMENT_SUFFIXES)
_COMMON_SUFFIXES = (".html", ".csv", ".tsv", ".json", ".xml")
"""The best known of the endings that say little."""
_TABLE_SUFFIXES = (".csv", ".tsv", ".tab")
"""Those that can be the only sign of a table."""
_LAST = 1000


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files of a source.

    Args:
        files: path or URL of each file, with its path relative to the folder or pattern it was found by.
        unread: relative paths of files that the command does not read.
        spare: relative paths of files whose output another file makes, such as the captions of a transcript.
        reasons: why files among ``unread`` are not read, for those that were looked at.
    """

    files: tuple[tuple[str, str], ...]
    unread: tuple[str, ...] = ()
    spare: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()


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
    reasons: dict[str, str] = {}

    def wanted(path: str, below: str) -> bool:
        rank, reason = _rank(command, path)
        if reason:
            reasons[below] = reason
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
        stems[stem] = min(stems.get(stem, _LAST), ranks.get(path, 0))
    files = [
        (path, below)
        for path, below in found
        if ranks.get(path, 0) == stems[os.path.splitext(below)[0]]  # noqa: PTH122
    ]
    spare = [below for path, below in found if (path, below) not in files]
    return Inputs(tuple(files), tuple(sorted(unread)), tuple(spare), tuple(sorted(reasons.items())))


def skip_notes(command: str, inputs: list[Inputs]) -> list[str]:
    """Sentences about the files that a command skips; empty if there are none."""
    reasons = [pair for one in inputs for pair in one.reasons]
    told = {name for name, _ in reasons}
    unread = [name for one in inputs for name in one.unread if name not in told]
    spare = [name for one in inputs for name in one.spare]
    by_reason: dict[str, list[str]] = {}
    for name, reason in reasons:
        by_reason.setdefault(reason, []).append(name)
    notes = [f"{_listed(names)}: {reason}" for reason, names in by_reason.items()]
    if unread:
        notes.append(f"{_listed(unread)}: {command} reads {', '.join(_endings(command))}")
    if spare:
        notes.append(f"{_listed(spare)}: another file with the same name is read")
    return notes


def _listed(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMES])
    return shown if len(names) <= _MOST_NAMES else f"{shown} and {len(names) - _MOST_NAMES:,} more"


def _formats(command: str) -> tuple[Format, ...]:
    """The formats of captions that a command reads; those with more features, such as names, first for `transcript`."""
    if command == "caption":
        return ()
    if command == "transcript":
        return tuple(sorted(formats(Use.READ), key=lambda known: -len(known.holds)))
    return formats(Use.READ if command == "convert" else Use.CHECK)


def _endings(command: str) -> tuple[str, ...]:
    known = [suffix for one in _formats(command) for suffix in one.suffixes]
    if command in _OF_TRANSCRIPTS:
        known = [".txt", ".md", *DOCUMENT_SUFFIXES, *_COMMON_SUFFIXES, *known, *word_suffixes()]
    return tuple(dict.fromkeys(known))


def _rank(command: str, path: str) -> tuple[int | None, str]:
    """Preference of a file, 0 = highest; ``None`` if the command does not read it, and why if it was looked at."""
    name = storage.name_of(path).lower()
    known = with_ending(name, formats())
    if command in _OF_TRANSCRIPTS:
        ending = os.path.splitext(name)[1]  # noqa: PTH122
        if known is not None and not known.is_prose and Use.READ not in known.uses:
            return None, ""  # talk.youtube.txt, which captious writes
        if ending in _SURE_SUFFIXES:
            return _SURE_SUFFIXES.index(ending), ""
        if ending in DATA_SUFFIXES:
            return _rank_of_data(command, path, len(_SURE_SUFFIXES) + DATA_SUFFIXES.index(ending))
        if name.endswith(word_suffixes()):
            return _LAST, ""
    order = _formats(command)
    if known is None or known not in order:
        return None, ""
    place = 2 * order.index(known) + (100 if command in _OF_TRANSCRIPTS else 0)
    if command not in _OF_TRANSCRIPTS:
        place = 0
    if not name.endswith(known.common_suffixes):
        return place, ""
    return (place + 1 if _holds_captions(path) else None), ""


def _rank_of_data(command: str, path: str, rank: int) -> tuple[int | None, str]:
    """The rank of a file whose ending says little, by its content."""
    try:
        named = path if path.lower().endswith(_TABLE_SUFFIXES) else ""
        source = open_source(storage.read(path), name=named, captions=command == "transcript")
        source if command == "transcript" else source.without_captions()
    except EncodingError:
        return rank, ""  # its job will report the error
    except CaptiousError as error:
        return None, error.message
    return (rank if source.captions is None else _LAST - 1), ""


def _holds_captions(path: str) -> bool:
    """Whether a file with a common ending holds captions, by its content."""
    try:
        text = decode(storage.read(path)).text
    except CaptiousError:
        return True  # its job will report the error
    return recognise(text).format is not None
