"""Work on many items in several processes, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from captious.checks.registry import known_rules
from captious.errors import CaptiousError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Item = TypeVar("Item")
    Result = TypeVar("Result")


def spread(
    work: Callable[[Item], Result],
    items: Sequence[Item],
    *,
    processes: int,
    start: Callable[..., None],
    given: tuple[object, ...],
) -> Iterator[Result]:
    """The result of each item, as soon as those before it are there.

    Args:
        work: a function of a module, which each process calls.
        items: what is sent to them.
        processes: how many; 1 = this one.
        start: called in each process first, with what is sent once and not with every item.
        given: its arguments.

    Raises:
        CaptiousError: a process was killed.
    """
    done = 0
    if processes > 1:
        from concurrent.futures import ProcessPoolExecutor
        from concurrent.futures.process import BrokenProcessPool

        known_rules()  # forked processes then have the rules loaded
        chunk = max(1, min(32, len(items) // (processes * 32)))
        try:
            with ProcessPoolExecutor(processes, initializer=_begin, initargs=(start, given)) as pool:
                for result in pool.map(work, items, chunksize=chunk):
                    done += 1
                    yield result
                return
        except BrokenProcessPool:
            raise CaptiousError(
                "a process that checked files was killed",
                hint="Perhaps there is too little memory: --jobs 1 needs the least.",
            ) from None
        except (NotImplementedError, PermissionError):
            # systems without shared semaphores have no pools; nothing was done there
            if done:
                raise
    start(*given)
    yield from map(work, items)


def _begin(start: Callable[..., None], given: tuple[object, ...]) -> None:
    import signal

    start(*given)
    # Ctrl-C reaches every process of a terminal; the parent reports it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
