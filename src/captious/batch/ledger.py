"""The book of what was done: an SQLite file, written after each job, so that a run that dies goes on where it was."""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from captious.errors import CaptiousError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.batch.model import Job, Outcome

NAME = "captious-ledger.sqlite"
_VERSION = 1
_TABLE = """
CREATE TABLE IF NOT EXISTS jobs (
    command TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
    asked TEXT NOT NULL, content TEXT NOT NULL, signature TEXT NOT NULL,
    code INTEGER NOT NULL, error TEXT NOT NULL, outputs TEXT NOT NULL, options TEXT NOT NULL,
    facts TEXT NOT NULL, findings TEXT NOT NULL,
    seconds REAL NOT NULL, finished TEXT NOT NULL, version TEXT NOT NULL, attempts INTEGER NOT NULL,
    PRIMARY KEY (command, source, target)
) WITHOUT ROWID
"""


class Entry(NamedTuple):
    """What the ledger says of a job: as in `captious.batch.model.Outcome`, and its cheap signature."""

    asked: str
    content: str
    signature: str
    code: int
    error: str
    outputs: tuple[str, ...]
    attempts: int


class Ledger:
    """A ledger, open for one run: a second run with the same one has to wait for its end.

    Args:
        path: of the file; made if it is not there.

    Raises:
        OutputError: it cannot be made, is no ledger, or another run has it.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)  # noqa: PTH103, PTH120
            self._book = sqlite3.connect(path, timeout=0.5, isolation_level=None)
            # held from here to the end, by this process alone; the system lets go of it however the process ends
            self._book.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._book.execute("PRAGMA journal_mode = WAL")
            self._book.execute("PRAGMA synchronous = NORMAL")
            self._book.execute("BEGIN EXCLUSIVE")
            known = self._book.execute("PRAGMA user_version").fetchone()[0]
            if known not in (0, _VERSION):
                raise OutputError(f"a ledger of another captious (version {known})", path=path)
            if known == 0 and self._book.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise OutputError("a database, and no ledger", path=path, hint="Name another with --ledger.")
            self._book.execute(_TABLE)
            self._book.execute(f"PRAGMA user_version = {_VERSION}")
            self._book.execute("COMMIT")
        except sqlite3.OperationalError as error:
            busy = "locked" in str(error)
            what = "another run is using this ledger" if busy else f"cannot open the ledger: {error}"
            raise OutputError(
                what, path=path, hint="Wait for its end, or name another with --ledger."
            ) from None
        except (sqlite3.DatabaseError, OSError) as error:
            raise OutputError(f"cannot open the ledger: {error}", path=path) from None

    def close(self) -> None:
        """Lets go of the file, whole and without companions."""
        self._book.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def entry(self, job: Job) -> Entry | None:
        """What is known of a job; ``None`` = nothing."""
        row = self._book.execute(
            "SELECT asked, content, signature, code, error, outputs, attempts FROM jobs"
            " WHERE command = ? AND source = ? AND target = ?",
            job.key,
        ).fetchone()
        if row is None:
            return None
        asked, content, signature, code, error, outputs, attempts = row
        return Entry(asked, content, signature, code, error, tuple(json.loads(outputs)), attempts)

    def record(self, outcome: Outcome, *, signature: str, version: str) -> None:
        """Writes down what became of a job, over what was known of it."""
        job = outcome.job
        known = self.entry(job)
        self._book.execute(
            "INSERT OR REPLACE INTO jobs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *job.key,
                job.asked(version),
                outcome.content,
                signature,
                outcome.code,
                outcome.error,
                json.dumps(outcome.outputs),
                json.dumps(dict(job.options)),
                json.dumps(outcome.facts),
                json.dumps(outcome.findings),
                round(outcome.seconds, 3),
                datetime.now(UTC).isoformat(timespec="seconds"),
                version,
                (known.attempts if known is not None else 0) + 1,
            ),
        )

    def sign(self, job: Job, signature: str) -> None:
        """Notes another signature of the same content."""
        self._book.execute(
            "UPDATE jobs SET signature = ? WHERE command = ? AND source = ? AND target = ?",
            (signature, *job.key),
        )

    def rows(self, jobs: list[Job]) -> Iterator[dict[str, Any]]:
        """All that is known of some jobs, in their order; jobs nothing is known of are left out."""
        for job in jobs:
            cursor = self._book.execute(
                "SELECT code, error, outputs, options, facts, findings, seconds, finished, version, attempts FROM jobs"
                " WHERE command = ? AND source = ? AND target = ?",
                job.key,
            )
            row = cursor.fetchone()
            if row is None:
                continue
            code, error, outputs, options, facts, findings, seconds, finished, version, attempts = row
            yield {
                "command": job.command,
                "source": job.source,
                "target": job.target,
                "code": code,
                "error": error,
                "outputs": json.loads(outputs),
                "options": json.loads(options),
                "facts": json.loads(facts),
                "findings": json.loads(findings),
                "seconds": seconds,
                "finished": finished,
                "version": version,
                "attempts": attempts,
            }


def damaged(error: sqlite3.DatabaseError, path: str) -> CaptiousError:
    """The error for a ledger that cannot be read or written any more."""
    return OutputError(f"the ledger cannot be used: {error}", path=path, hint="Name another with --ledger.")
