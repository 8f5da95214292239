"""Running one job, in any process or on any machine: jobs share nothing but the files they read and write."""

from __future__ import annotations

import hashlib
import os
import tempfile
import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from captious.batch import storage
from captious.batch.model import Outcome
from captious.errors import CaptiousError

if TYPE_CHECKING:
    from captious.batch.model import Job, Perform
    from captious.batch.verbs import Done

ONE_FILE = frozenset({"retime", "fix"})
"""Commands that make one file with the name of the source."""


def run_job(job: Job, perform: Perform, time_limit_s: float = 0) -> Outcome:
    """Runs a job; an error becomes part of the outcome.

    Args:
        job: the job.
        perform: runs a command on one file: `captious.batch.verbs.perform`, except in tests.
        time_limit_s: seconds after which this process exits, since nothing else can stop a job; 0 = never. The parent
            process notices, and knows which job was running.
    """
    watchdog = threading.Timer(time_limit_s, os._exit, (75,)) if time_limit_s else None
    if watchdog is not None:
        watchdog.daemon = True
        watchdog.start()
    start = time.perf_counter()
    try:
        with tempfile.TemporaryDirectory(prefix="captious-") as folder:
            outcome = _run(job, perform, folder)
    except CaptiousError as error:
        outcome = Outcome(job, 2, error=_message(error, job))
    except Exception as error:
        # as in captious.checking.files: one file that hits a bug, or a full disk, must not stop the others
        if os.environ.get("CAPTIOUS_DEBUG"):
            raise
        outcome = Outcome(job, 2, error=f"{type(error).__name__}: {error}")
    finally:
        if watchdog is not None:
            watchdog.cancel()
    return _timed(outcome, time.perf_counter() - start)


def _timed(outcome: Outcome, seconds: float) -> Outcome:
    return replace(outcome, seconds=seconds)


def _run(job: Job, perform: Perform, folder: str) -> Outcome:
    digest = hashlib.sha256()
    source = _here(job.source, os.path.join(folder, "in"), digest)  # noqa: PTH118
    remote = storage.is_remote(job.source)
    name = storage.name_of(job.source) if remote else source
    request = job.request
    for number, (option, value) in enumerate(job.options):
        if option in job.files:
            place = os.path.join(folder, f"option-{number}")  # noqa: PTH118
            request = replace(request, **{job.files[option]: _here(value, place, digest)})
    try:
        done = perform(job.command, request, source, name=name)
    except CaptiousError as error:
        return Outcome(job, 2, error=_message(error, job, source, name), content=digest.hexdigest())
    outputs = _deliver(job, done)
    facts = done.facts(source)
    if facts:
        facts = {"style": dict(job.options).get("style") or "youtube", **facts}
    if done.findings is not None:
        facts |= _tally(done.findings)
    return Outcome(
        job,
        int(done.issues),
        outputs=outputs,
        content=digest.hexdigest(),
        facts=facts,
        findings=done.findings or (),
    )


def _here(path: str, folder: str, digest: Any) -> str:
    """A local path of a file, downloaded if it is remote; its content goes into the digest."""
    if not storage.is_remote(path):
        digest.update(storage.digest(path))
        return path
    data = storage.read(path)
    digest.update(hashlib.sha256(data).digest())
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    here = os.path.join(folder, storage.name_of(path) or "file")  # noqa: PTH118
    with open(here, "wb") as file:  # noqa: PTH123
        file.write(data)
    return here


def content_of(job: Job) -> str:
    """The digest of all input files of a job, the same as in `run_job`.

    Raises:
        CaptiousError: a file cannot be read.
    """
    digest = hashlib.sha256()
    for path in job.inputs:
        digest.update(storage.digest(path))
    return digest.hexdigest()


def _deliver(job: Job, done: Done) -> tuple[str, ...]:
    """Writes the output files, each atomically."""
    delivered = []
    if job.command == "fix" and not job.target:
        (data,) = done.files.values()
        if data == done.read:
            return ()  # nothing was fixed
        storage.write(job.source, data, expected=done.read)
        return (job.source,)
    for target, data in zip(job.outputs(list(done.files)), done.files.values(), strict=True):
        storage.write(target, data)
        delivered.append(target)
    return tuple(sorted(delivered))


def _message(error: CaptiousError, job: Job, *own: str) -> str:
    """The error of a job in one line, without the name of its own file."""
    names = {*own, job.source, storage.shown(job.source), None}
    if error.path not in names:
        return f"{error.path}: {_placed(error)}"[:500]
    return _placed(error)[:500]


def _placed(error: CaptiousError) -> str:
    return error.message if error.line is None else f"line {error.line}: {error.message}"


def _tally(findings: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    levels = [finding["severity"] for finding in findings]
    return {
        "findings": len(levels),
        "errors": levels.count("error"),
        "warnings": levels.count("warning"),
        "infos": levels.count("info"),
    }
