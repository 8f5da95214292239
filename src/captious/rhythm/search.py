"""The best map of one clock to another: offsets, and cuts where they pay, by one exact dynamic programme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from captious.rhythm.pattern import STEP_MS, kinds_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from captious.rhythm.pattern import Cues, Worth


class Path(NamedTuple):
    """The best offsets of cues.

    Args:
        score: what it is worth, with the price of its cuts taken off.
        offsets: place of each cue on the grid in the reference, minus its place in the target.
    """

    score: float
    offsets: NDArray[Any]


class Grid(NamedTuple):
    """Cues of the target on the grid.

    Args:
        starts: places where they begin; rising.
        ends: where they end.
        start_kinds: the kind of each start.
        end_kinds: the kind of each end.
    """

    starts: NDArray[Any]
    ends: NDArray[Any]
    start_kinds: NDArray[Any]
    end_kinds: NDArray[Any]


def grid_of(cues: Cues, factor: float) -> Grid:
    """The cues on the grid, with their times multiplied by a factor."""
    import numpy as np

    starts = np.rint(cues.starts * factor / STEP_MS).astype(np.int64)
    ends = np.maximum(np.rint(cues.ends * factor / STEP_MS).astype(np.int64), starts + 1)
    return Grid(starts, ends, *kinds_of(cues))


class Sparse(NamedTuple):
    """What single cues are worth besides at some offsets: words that both files have.

    Args:
        cues: numbers of cues; rising.
        firsts: the first of the offsets, one a cue.
        rows: what this offset and those after it are worth.
    """

    cues: NDArray[Any]
    firsts: NDArray[Any]
    rows: NDArray[Any]


def correlate(grid: Grid, worth: Worth, extra: Sparse) -> tuple[NDArray[Any], int]:
    """What every offset is worth if all cues have the same, and the first of these offsets."""
    import numpy as np

    low = int(grid.starts.min())
    length = int(grid.ends.max()) - low + 1
    width = worth.start.shape[1]
    size = _good_size(length + width)
    spectrum: Any = 0
    always = 0.0
    for places, kinds, theirs, outside in zip(
        (grid.starts, grid.ends),
        (grid.start_kinds, grid.end_kinds),
        worth.spectra(size),
        worth.outside,
        strict=True,
    ):
        always += float(outside[kinds].sum())
        for kind in range(3):
            marks = places[kinds == kind] - low
            if len(marks):
                spectrum = (
                    spectrum + np.conj(np.fft.rfft(np.bincount(marks, minlength=length), size)) * theirs[kind]
                )
    ring = np.fft.irfft(spectrum, size)
    # entry k of the ring: worth.first + k = low + offset; negative ones are at its end
    scores = np.concatenate([ring[size - length + 1 :], ring[:width]]) + always
    first = worth.first - low - length + 1
    if len(extra.cues):
        places = (extra.firsts - first)[:, None] + np.arange(extra.rows.shape[1])[None, :]
        inside = (places >= 0) & (places < len(scores))
        scores += np.bincount(places[inside], weights=extra.rows[inside], minlength=len(scores))
    return scores, first


def _good_size(least: int) -> int:
    """The next number from ``least`` on that a Fourier transform is fast for."""
    power = 1 << (least - 1).bit_length()
    return next(size for size in (power * 5 // 8, power * 3 // 4, power) if size >= least)


def best_path(
    grid: Grid,
    worth: Worth,
    *,
    offsets: tuple[int, int],
    price: float,
    extra: Sparse,
) -> Path:
    """The best offset for each cue, where each change of the offset has a price.

    A cut moves no cue before the end of the one above it.

    Args:
        grid: cues of the target on the grid.
        worth: of the reference.
        offsets: the least offset that is tried, and one past the largest.
        price: of a cut.
        extra: what words are worth.
    """
    import numpy as np

    starts, ends = grid.starts, grid.ends
    least, past = offsets
    width = past - least
    low, high = int(starts.min()) + least, int(ends.max()) + past
    before, after = max(worth.first - low, 0), max(high - worth.first - worth.start.shape[1], 0)
    start_worth = np.pad(worth.start, ((0, 0), (before, after)), mode="edge")
    end_worth = np.pad(worth.end, ((0, 0), (before, after)), mode="edge")
    base = worth.first - before
    froms = starts + (least - base)
    tills = ends + (least - base)
    best = np.zeros(width, np.float32)
    moved = np.empty(width, np.float32)
    flags: list[Any] = []
    records: list[Any] = []
    reach = ends[0]
    at = 0
    for number in range(len(starts)):
        if number:
            room = min(max(int(starts[number] - reach), 0) + 3, width - 1)
            top = np.maximum.accumulate(best)
            moved[: width - room] = top[room:]
            moved[width - room :] = top[-1]
            moved -= price
            flags.append(np.packbits(moved > best))
            records.append(np.flatnonzero(top[1:] > top[:-1]) + 1)
            np.maximum(best, moved, out=best)
            reach = max(reach, ends[number])
        best += start_worth[grid.start_kinds[number], froms[number] : froms[number] + width]
        best += end_worth[grid.end_kinds[number], tills[number] : tills[number] + width]
        while at < len(extra.cues) and extra.cues[at] == number:
            place = int(extra.firsts[at]) - least
            here, there = max(place, 0), min(place + extra.rows.shape[1], width)
            if there > here:
                best[here:there] += extra.rows[at, here - place : there - place]
            at += 1
    at = int(best.argmax())
    found = np.empty(len(starts), np.int64)
    reaches = np.maximum.accumulate(ends)
    for number in range(len(starts) - 1, -1, -1):
        found[number] = at + least
        if number and flags[number - 1][at >> 3] >> (7 - (at & 7)) & 1:
            room = min(max(int(starts[number] - reaches[number - 1]), 0) + 3, width - 1)
            rises = records[number - 1]
            place = int(np.searchsorted(rises, min(at + room, width - 1), side="right"))
            at = int(rises[place - 1]) if place else 0
    return Path(float(best.max()), found)
