"""Jobs on the workers of a Dask cluster (extra ``captious[cluster]``)."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from captious.batch.model import Outcome
from captious.batch.work import run_job
from captious.errors import CaptiousError, OptionError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.batch.model import Job, Perform

KILLED = "every worker that ran it died, or took longer than --time-limit"
TIMEOUT_S = 20
"""How long to wait for the scheduler, and for the first worker."""
POLL_S = 2
"""Interval between checks that the scheduler is still there."""
QUEUED = 4
"""Jobs queued per worker: enough that it is never idle, few enough that none waits long for a slow worker."""


def execute(jobs: Sequence[Job], *, perform: Perform, url: str, time_limit_s: float = 0) -> Iterator[Outcome]:
    """Runs jobs on the workers of a scheduler, and yields the outcome of each as it finishes.

    If a worker dies, the scheduler gives its jobs to other workers, and gives up on a job that killed three. A worker
    that does not answer for the scheduler's ``worker-ttl`` counts as dead. The scheduler keeps no results.

    Args:
        jobs: the jobs.
        perform: runs a command in the process of a worker.
        url: URL of the scheduler, ``tcp://10.0.0.1:8786``.
        time_limit_s: seconds after which a worker that still runs a job exits; 0 = never.

    Raises:
        CaptiousError: Dask is missing, the scheduler cannot be reached or was lost, or a worker has another version
            of captious.
    """
    if not jobs:
        return
    try:
        from distributed import Client
    except ImportError:
        raise CaptiousError(
            "a cluster needs Dask", hint="Install it: pip install 'captious[cluster]'."
        ) from None
    for name in list(logging.root.manager.loggerDict):
        # they would print tracebacks about a lost connection, which our own error reports in one line
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        client = Client(url, timeout=TIMEOUT_S, name="captious")
    except (OSError, ValueError) as error:
        raise OptionError(
            f"no scheduler at {url}: {str(error).splitlines()[0] if str(error) else type(error).__name__}",
            hint="Start one with dask scheduler, and workers with dask worker URL --nthreads 1.",
        ) from None
    try:
        workers = _check_workers(client, url)
        yield from _submit(jobs, client, (perform, time_limit_s), ahead=workers * QUEUED)
    finally:
        client.close(timeout=1)


def _submit(
    jobs: Sequence[Job], client: Any, arguments: tuple[Perform, float], *, ahead: int
) -> Iterator[Outcome]:
    """Keeps ``ahead`` jobs queued at the scheduler until all are done.

    Raises:
        CaptiousError: the connection was lost; jobs that are not finished need another run.
    """
    from distributed import wait
    from distributed.client import FuturesCancelledError

    run = time.time_ns()
    waiting = iter(jobs)
    submitted: dict[Any, Job] = {}
    while True:
        for job in islice(waiting, ahead - len(submitted)):
            key = f"captious-{run}-{job.number}"
            submitted[client.submit(run_job, job, *arguments, pure=False, key=key)] = job
        if not submitted:
            return
        finished: list[Any] = []
        with suppress(TimeoutError, FuturesCancelledError):
            finished = list(wait(list(submitted), timeout=POLL_S, return_when="FIRST_COMPLETED").done)
        if client.status != "running" or any(future.cancelled() for future in submitted):
            raise _lost()
        for future in finished:
            try:
                outcome = _outcome(future, submitted[future])
            except (OSError, FuturesCancelledError):
                raise _lost() from None
            del submitted[future]
            future.release()
            yield outcome


def _lost() -> CaptiousError:
    return CaptiousError(
        "lost the connection to the scheduler",
        hint="Finished jobs are in the ledger: start a scheduler, and run the same command again.",
    )


def _outcome(future: Any, job: Job) -> Outcome:
    from distributed.scheduler import KilledWorker

    error = future.exception(timeout=TIMEOUT_S)
    if error is None:
        outcome: Outcome = future.result(timeout=TIMEOUT_S)
        return outcome
    if isinstance(error, KilledWorker):
        return Outcome(job, 2, error=KILLED)
    return Outcome(job, 2, error=f"{type(error).__name__}: {error}")


def _check_workers(client: Any, url: str) -> int:
    """The number of workers; each must have the same version of captious."""
    from captious import __version__

    try:
        client.wait_for_workers(1, timeout=TIMEOUT_S)
    except TimeoutError:
        raise OptionError(
            f"no worker at {url}", hint=f"Start one with dask worker {url} --nthreads 1."
        ) from None
    found = client.run(_version_there, on_error="return")
    for worker, version in found.items():
        if version != __version__:
            other = f"captious {version}" if isinstance(version, str) else "no captious"
            raise OptionError(
                f"the worker {worker} has {other}, this is {__version__}",
                hint="Install the same version everywhere.",
            )
    return max(len(found), 1)


def _version_there() -> str:
    from captious import __version__

    return __version__
