"""A run: skip finished jobs, run the others, and record every outcome in the ledger."""

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
from captious.core.numbers import count
from captious.errors import CaptiousError
from captious.formats.files import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from captious.batch.ledger import Entry, Ledger
    from captious.batch.model import Job, Outcome

_LEFTOVER = re.compile(r"\.(.+)\.[0-9a-f]{12}\.tmp")


@dataclass(slots=True)
class Summary:
    """Summary of a run.

    Args:
        skipped: number of jobs finished before whose files are unchanged.
        done: number of jobs done.
        faulty: how many of those have files with issues.
        failed: outcomes of the jobs that failed, in order.
        left: number of jobs without an outcome, when the run was interrupted.
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
    """Runs the jobs that are not finished yet.

    Args:
        jobs: the jobs, in order.
        ledger: the ledger of finished jobs.
        version: version of captious; jobs of another version are run again.
        execute: runs jobs, in any order.
        watch: called with the outcome of each job, and with ``None`` for a skipped one.
        again: whether to run finished jobs again.

    Raises:
        CaptiousError: the ledger cannot be written.
        KeyboardInterrupt: the user stopped the run; finished jobs are in the ledger.
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
        finished: set[int] = set()
        for outcome in execute(waiting):
            number = outcome.job.number
            if number in finished:
                continue  # done twice, because its first worker was considered dead
            finished.add(number)
            if outcome.job.command == "fix" and not outcome.job.target:
                signatures[number] = _signature(outcome.job)  # of the fixed file
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
                f"no result for {count(summary.left, 'job')}",
                hint="Finished jobs are in the ledger: run the same command again.",
            )
    except sqlite3.DatabaseError as error:
        raise damaged(error, ledger.path) from None
    summary.failed.sort(key=lambda outcome: outcome.job.number)
    return summary


def _signature(job: Job) -> str:
    signs = [storage.signature(path) for path in job.inputs]
    return "|".join(signs) if all(signs) else ""


def _is_done(job: Job, entry: Entry, signature: str, ledger: Ledger, version: str) -> bool:
    """Whether a job was done with the same options and content, and its outputs still exist."""
    if entry.code not in (0, 1) or entry.fingerprint != job.fingerprint(version):
        return False
    if job.command == "fix" and not job.target:
        # it works in place: the source must be as the last run left it
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
    """Deletes temporary files that a killed run left beside its outputs."""
    stems: dict[str, set[str]] = {}
    for job in jobs:
        place = job.target or job.source
        if storage.is_remote(place):
            continue
        folder = place if job.target and not os.path.splitext(place)[1] else os.path.dirname(place)  # noqa: PTH120, PTH122
        stem = os.path.splitext(storage.name_of(job.source))[0]  # noqa: PTH122
        stems.setdefault(folder or ".", set()).add(shortened(stem))
    for folder, prefixes in stems.items():
        try:
            names = os.listdir(folder)  # noqa: PTH208
        except OSError:
            continue
        for name in names:
            match = _LEFTOVER.fullmatch(name)
            if match is not None and any(match[1].startswith(stem) for stem in prefixes):
                try:
                    os.unlink(os.path.join(folder, name))  # noqa: PTH108, PTH118
                except OSError:
                    continue
