"""Jobs done by the workers of a Dask cluster (extra ``captious[cluster]``)."""

from __future__ import annotations

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
        CaptiousError: no Dask here, no scheduler there, or workers without this captious.
    """
    if not jobs:
        return
    try:
        from distributed import Client, as_completed
        from distributed.client import FutureCancelledError
        from distributed.scheduler import KilledWorker
    except ImportError:
        raise CaptiousError(
            "a cluster needs Dask", hint="Install it: pip install 'captious[cluster]'."
        ) from None
    try:
        client = Client(address, timeout=PATIENCE_S, name="captious")
    except (OSError, ValueError) as error:
        raise OptionError(
            f"no scheduler at {address}: {str(error).splitlines()[0] if str(error) else type(error).__name__}",
            hint="Start one: dask scheduler; and workers: dask worker ADDRESS --nthreads 1.",
        ) from None
    with client:
        workers = _check_workers(client, address)
        waiting = iter(jobs)
        known: dict[Any, Job] = {}

        def submit(job: Job) -> Any:
            future = client.submit(
                run_job, job, perform, time_limit_s, pure=False, key=f"captious-{job.number}-{id(jobs)}"
            )
            known[future] = job
            return future

        first = [submit(job) for job in islice(waiting, workers * AHEAD)]
        over = as_completed(first)
        for future in over:
            job = known.pop(future)
            try:
                outcome = future.result()
            except KilledWorker:
                outcome = Outcome(job, 2, error=KILLED)
            except FutureCancelledError:
                outcome = Outcome(job, 2, error="the scheduler let go of it")
            except Exception as error:
                outcome = Outcome(job, 2, error=f"{type(error).__name__}: {error}")
            future.release()
            following = next(waiting, None)
            if following is not None:
                over.add(submit(following))
            yield outcome


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
