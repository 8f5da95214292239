"""The ledger of finished jobs: an SQLite file, written after each job, so that an interrupted run can resume."""

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
    """Ledger entry of a job: fields of `captious.batch.model.Outcome`, and the fingerprint and signature of the job."""

    fingerprint: str
    content: str
    signature: str
    code: int
    error: str
    outputs: tuple[str, ...]
    attempts: int


class Ledger:
    """A ledger, locked by one run at a time.

    Args:
        path: path of the file; created if it does not exist.

    Raises:
        OutputError: the file cannot be created, is not a ledger, or is locked by another run.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)  # noqa: PTH103, PTH120
            self._database = sqlite3.connect(path, timeout=0.5, isolation_level=None)
            # locked by this process to the end; the system releases the lock however the process ends
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.execute("BEGIN EXCLUSIVE")
            version = self._database.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, _VERSION):
                raise OutputError(
                    f"the ledger has format {version}, which this captious cannot read", path=path
                )
            if version == 0 and self._database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise OutputError(
                    "this database is not a ledger", path=path, hint="Name another file with --ledger."
                )
            self._database.execute(_TABLE)
            self._database.execute(f"PRAGMA user_version = {_VERSION}")
            self._database.execute("COMMIT")
        except sqlite3.OperationalError as error:
            busy = "locked" in str(error)
            what = "another run is using this ledger" if busy else f"cannot open the ledger: {error}"
            raise OutputError(
                what, path=path, hint="Wait for it to finish, or name another file with --ledger."
            ) from None
        except (sqlite3.DatabaseError, OSError) as error:
            raise OutputError(f"cannot open the ledger: {error}", path=path) from None

    def close(self) -> None:
        """Closes the file, and removes its journal."""
        self._database.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def entry(self, job: Job) -> Entry | None:
        """The entry of a job; ``None`` = none."""
        row = self._database.execute(
            "SELECT asked, content, signature, code, error, outputs, attempts FROM jobs"
            " WHERE command = ? AND source = ? AND target = ?",
            job.key,
        ).fetchone()
        if row is None:
            return None
        fingerprint, content, signature, code, error, outputs, attempts = row
        return Entry(fingerprint, content, signature, code, error, tuple(json.loads(outputs)), attempts)

    def record(self, outcome: Outcome, *, signature: str, version: str) -> None:
        """Records the outcome of a job, replacing an older one."""
        job = outcome.job
        earlier = self.entry(job)
        self._database.execute(
            "INSERT OR REPLACE INTO jobs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *job.key,
                job.fingerprint(version),
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
                (earlier.attempts if earlier is not None else 0) + 1,
            ),
        )

    def sign(self, job: Job, signature: str) -> None:
        """Records a new signature for the same content."""
        self._database.execute(
            "UPDATE jobs SET signature = ? WHERE command = ? AND source = ? AND target = ?",
            (signature, *job.key),
        )

    def rows(self, jobs: list[Job]) -> Iterator[dict[str, Any]]:
        """The entries of some jobs, in order; jobs without one are left out."""
        for job in jobs:
            cursor = self._database.execute(
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
    """The error for a ledger that can no longer be read or written."""
    return OutputError(
        f"the ledger cannot be used: {error}", path=path, hint="Name another file with --ledger."
    )
