"""Hand the pieces of a recording to workers, a few at a time."""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, wait
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor, Future

Piece = tuple[int, int]
Result = TypeVar("Result")


def work_through(
    pool: Executor, pieces: Sequence[Piece], submit: Callable[[Piece], Future[Result]], *, jobs: int
) -> Iterator[tuple[Piece, Result]]:
    """Each piece with what was made of it, in the order in which they are done.

    At most two pieces a worker are waiting, so that the recording is not in the queue as a second copy. Whoever stops
    early waits only for the pieces that have been begun.

    Args:
        pool: the workers; it is shut down at the end.
        pieces: start and end of each piece in milliseconds.
        submit: hands a piece to the pool.
        jobs: number of workers.
    """
    waiting: dict[Future[Result], Piece] = {}
    coming = iter(pieces)
    try:
        while True:
            while len(waiting) < 2 * jobs and (piece := next(coming, None)) is not None:
                waiting[submit(piece)] = piece
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                yield waiting.pop(future), future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
