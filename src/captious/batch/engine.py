"""A run: what is done already is left alone, the rest is done by whoever does it, and all of it is written down."""

from __future__ import annotations

import os
import re
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.batch import storage
from captious.batch.ledger import damaged
from captious.batch.work import content_of
from captious.core.display import short_repr
from captious.errors import CaptiousError
from captious.formats.files import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from captious.batch.ledger import Entry, Ledger
    from captious.batch.model import Job, Outcome

_LEFTOVER = re.compile(r"\.(.+)\.[0-9a-f]{12}\.tmp")


@dataclass(slots=True)
class Summary:
    """How a run went.

    Args:
        skipped: jobs that were done before, and whose files are as they were.
        done: jobs that were done.
        faulty: those of them whose files have issues.
        failed: what became of jobs that could not be done, in their order.
        left: jobs that were not begun, or not ended, when the run was interrupted.
    """

    skipped: int = 0
    done: int = 0
    faulty: int = 0
    failed: list[Outcome] = field(default_factory=list)
    left: int = 0

    __repr__ = short_repr


def run(
    jobs: Sequence[Job],
    *,
    ledger: Ledger,
    version: str,
    execute: Callable[[Sequence[Job]], Iterator[Outcome]],
    watch: Callable[[Outcome | None], None],
    again: bool = False,
) -> Summary:
    """Does what is to be done.

    Args:
        jobs: in order.
        ledger: what was done, and where it is written down.
        version: of captious: another one does everything again.
        execute: does jobs, in any order.
        watch: told of each job that is over, with its outcome; ``None`` for one that was skipped.
        again: whether to do what is done already, too.

    Raises:
        CaptiousError: the ledger cannot be written.
        KeyboardInterrupt: the user stopped it; what was done is written down.
    """
    summary = Summary()
    waiting: list[Job] = []
    signatures: dict[int, str] = {}
    try:
        for job in jobs:
            signatures[job.number] = _signature(job)
            entry = None if again else ledger.entry(job)
            if entry is not None and _is_done(job, entry, signatures[job.number], ledger, version):
                summary.skipped += 1
                watch(None)
            else:
                waiting.append(job)
        _sweep(waiting)
        summary.left = len(waiting)
        over: set[int] = set()
        for outcome in execute(waiting):
            number = outcome.job.number
            if number in over:
                continue  # done twice, by a worker that was taken for dead
            over.add(number)
            if outcome.job.command == "fix" and not outcome.job.target:
                signatures[number] = _signature(outcome.job)  # of what it left
            ledger.record(outcome, signature=signatures[number], version=version)
            summary.left -= 1
            if outcome.failed:
                summary.failed.append(outcome)
            else:
                summary.done += 1
                summary.faulty += outcome.code == 1
            watch(outcome)
        if summary.left:
            raise CaptiousError(
                f"{summary.left} jobs got no answer",
                hint="What is done is in the ledger: run the same again.",
            )
    except sqlite3.DatabaseError as error:
        raise damaged(error, ledger.path) from None
    summary.failed.sort(key=lambda outcome: outcome.job.number)
    return summary


def _signature(job: Job) -> str:
    signs = [storage.signature(path) for path in job.inputs]
    return "|".join(signs) if all(signs) else ""


def _is_done(job: Job, entry: Entry, signature: str, ledger: Ledger, version: str) -> bool:
    """Whether a job was done as it is asked for now, of the same content, and what it made is still there."""
    if entry.code not in (0, 1) or entry.asked != job.asked(version):
        return False
    if job.command == "fix" and not job.target:
        # it changed its own source: what it left is what has to be there
        return bool(signature) and signature == entry.signature
    if not all(map(storage.exists, entry.outputs)):
        return False
    if signature and signature == entry.signature:
        return True
    try:
        same = content_of(job) == entry.content
    except CaptiousError:
        return False
    if same:
        ledger.sign(job, signature)
    return same


def _sweep(jobs: Iterable[Job]) -> None:
    """Takes away what a killed run left beside its outputs: files that had not taken their name yet."""
    stems: dict[str, set[str]] = {}
    for job in jobs:
        place = job.target or job.source
        if storage.is_remote(place):
            continue
        folder = place if job.target and not os.path.splitext(place)[1] else os.path.dirname(place)  # noqa: PTH120, PTH122
        stem = os.path.splitext(storage.name_of(job.source))[0]  # noqa: PTH122
        stems.setdefault(folder or ".", set()).add(shortened(stem))
    for folder, known in stems.items():
        try:
            names = os.listdir(folder)  # noqa: PTH208
        except OSError:
            continue
        for name in names:
            match = _LEFTOVER.fullmatch(name)
            if match is not None and any(match[1].startswith(stem) for stem in known):
                try:
                    os.unlink(os.path.join(folder, name))  # noqa: PTH108, PTH118
                except OSError:
                    continue
