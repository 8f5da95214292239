"""Jobs on this machine, in several processes, through joblib."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from captious.batch.model import Outcome
from captious.batch.work import run_job

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.batch.model import Job, Perform

KILLED = "its process was killed, or it took longer than --time-limit"


def execute(
    jobs: Sequence[Job], perform: Perform, *, workers: int, time_limit_s: float = 0
) -> Iterator[Outcome]:
    """Runs jobs, and yields the outcome of each as it finishes.

    A process that dies stops the whole pool. The jobs that may have been running are then run again one at a time, to
    find the one that killed it.
    """
    if workers == 1 and not time_limit_s:
        for job in jobs:
            yield run_job(job, perform)
        return
    left = {job.number: job for job in jobs}
    while left:
        try:
            for outcome in _parallel(list(left.values()), perform, workers, time_limit_s):
                del left[outcome.job.number]
                yield outcome
        except _died():
            # the jobs that may have been running are the first of those left
            for job in list(left.values())[: 2 * workers + 1]:
                yield _alone(job, perform, time_limit_s)
                del left[job.number]


def _parallel(jobs: Sequence[Job], perform: Perform, workers: int, time_limit_s: float) -> Iterator[Outcome]:
    from joblib import Parallel, delayed, parallel_config  # late: only a batch needs it

    with parallel_config(backend="loky", initializer=_ignore_interrupts, inner_max_num_threads=1):
        parallel = Parallel(
            n_jobs=workers, return_as="generator_unordered", batch_size=1, pre_dispatch="2*n_jobs"
        )
        here = os.getcwd()  # noqa: PTH109
        yield from parallel(delayed(_run_here)(job, perform, time_limit_s, here) for job in jobs)


def _run_here(job: Job, perform: Perform, time_limit_s: float, folder: str) -> Outcome:
    # processes are reused, and may have been started in another folder
    os.chdir(folder)
    return run_job(job, perform, time_limit_s)


def _alone(job: Job, perform: Perform, time_limit_s: float) -> Outcome:
    """The outcome of a job in a process of its own."""
    try:
        (outcome,) = _parallel([job], perform, 2, time_limit_s)
    except _died():
        return Outcome(job, 2, error=KILLED)
    return outcome


def _ignore_interrupts() -> None:
    # Ctrl-C reaches every process of a terminal; the parent reports it
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _died() -> Any:
    from joblib.externals.loky.process_executor import BrokenProcessPool, TerminatedWorkerError

    return (TerminatedWorkerError, BrokenProcessPool)
