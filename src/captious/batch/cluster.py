"""Jobs done by the workers of a Dask cluster (extra ``captious[cluster]``)."""

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

KILLED = "every worker that did it died, or took longer than --time-limit"
PATIENCE_S = 20
"""How long to wait for the scheduler, and for the first worker."""
BEAT_S = 2
"""How often it is looked whether the scheduler is still there, while nothing happens."""
AHEAD = 4
"""Jobs that a worker is given ahead: enough that it never waits, and few enough that none waits for a slow one."""


def execute(
    jobs: Sequence[Job], *, perform: Perform, address: str, time_limit_s: float = 0
) -> Iterator[Outcome]:
    """Has jobs done by the workers of a scheduler, and gives what became of each as it is over.

    A worker that dies takes its jobs with it: the scheduler gives them to others, and gives one up that killed three.
    A worker that is not heard of for the scheduler's ``worker-ttl`` counts as dead. No result is kept there.

    Args:
        jobs: what to do.
        perform: runs a command in the process of a worker.
        address: of the scheduler, ``tcp://10.0.0.1:8786``.
        time_limit_s: seconds after which a worker that still does a job ends itself; 0 = never.

    Raises:
        CaptiousError: no Dask here, no scheduler there, workers without this captious, or a scheduler that is gone.
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
        # what they would print of a lost connection is no language for a user: it is said in a line
        if name.partition(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        client = Client(address, timeout=PATIENCE_S, name="captious")
    except (OSError, ValueError) as error:
        raise OptionError(
            f"no scheduler at {address}: {str(error).splitlines()[0] if str(error) else type(error).__name__}",
            hint="Start one: dask scheduler; and workers: dask worker ADDRESS --nthreads 1.",
        ) from None
    try:
        workers = _check_workers(client, address)
        yield from _hand_out(jobs, client, (perform, time_limit_s), ahead=workers * AHEAD)
    finally:
        client.close(timeout=1)


def _hand_out(
    jobs: Sequence[Job], client: Any, arguments: tuple[Perform, float], *, ahead: int
) -> Iterator[Outcome]:
    """Keeps so many jobs with the scheduler until all are done.

    Raises:
        CaptiousError: the scheduler is gone; what was not done has to be done by another run.
    """
    from distributed import wait
    from distributed.client import FuturesCancelledError

    run = time.time_ns()
    waiting = iter(jobs)
    known: dict[Any, Job] = {}
    while True:
        for job in islice(waiting, ahead - len(known)):
            key = f"captious-{run}-{job.number}"
            known[client.submit(run_job, job, *arguments, pure=False, key=key)] = job
        if not known:
            return
        over: list[Any] = []
        with suppress(TimeoutError, FuturesCancelledError):
            over = list(wait(list(known), timeout=BEAT_S, return_when="FIRST_COMPLETED").done)
        if client.status != "running" or any(future.cancelled() for future in known):
            raise _gone()
        for future in over:
            try:
                outcome = _outcome(future, known[future])
            except (OSError, FuturesCancelledError):
                raise _gone() from None
            del known[future]
            future.release()
            yield outcome


def _gone() -> CaptiousError:
    return CaptiousError(
        "the scheduler is gone", hint="What is done is in the ledger: start one, and run the same again."
    )


def _outcome(future: Any, job: Job) -> Outcome:
    from distributed.scheduler import KilledWorker

    error = future.exception(timeout=PATIENCE_S)
    if error is None:
        outcome: Outcome = future.result(timeout=PATIENCE_S)
        return outcome
    if isinstance(error, KilledWorker):
        return Outcome(job, 2, error=KILLED)
    return Outcome(job, 2, error=f"{type(error).__name__}: {error}")


def _check_workers(client: Any, address: str) -> int:
    """How many workers there are; each must have the captious that is here."""
    from captious import __version__

    try:
        client.wait_for_workers(1, timeout=PATIENCE_S)
    except TimeoutError:
        raise OptionError(
            f"no worker at {address}", hint=f"Start one: dask worker {address} --nthreads 1."
        ) from None
    found = client.run(_version_there, on_error="return")
    for worker, version in found.items():
        if version != __version__:
            told = version if isinstance(version, str) else "none"
            raise OptionError(
                f"the worker {worker} has captious {told}, and this is {__version__}",
                hint="Install the same everywhere.",
            )
    return max(len(found), 1)


def _version_there() -> str:
    from captious import __version__

    return __version__
