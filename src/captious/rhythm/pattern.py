"""The on/off pattern of captions, and what a cue at each time of it is worth: logarithms of odds on a grid of time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from captious.rhythm.search import Grid

STEP_MS = 100
"""Width of a place on the grid; what is found on it is refined afterwards."""

_PAUSES_MS = (300, 1500)
"""Pauses that tell three kinds of starts and ends apart: within speech, at a pause, at a silence.

Sources:
    Our own measurement: starts of one kind fall together far more often than those of two (bench/results/sync.txt).
"""
_TOLD_ALONE = (0.6, 1.0, 1.0)
"""What an end or a start tells that the start or the end beside it does not tell as well."""
_STARTS = ((0.30, 0.06, 0.02), (0.06, 0.50, 0.10), (0.02, 0.10, 0.65))
_ENDS = ((0.28, 0.05, 0.02), (0.05, 0.50, 0.12), (0.02, 0.12, 0.55))
_START_SPREADS = (((0.6, 45.0), (0.4, 120.0)), ((0.6, 45.0), (0.4, 120.0)), ((0.5, 50.0), (0.5, 300.0)))
_END_SPREADS = (((0.5, 60.0), (0.5, 130.0)), ((0.3, 60.0), (0.7, 280.0)), ((0.25, 60.0), (0.75, 350.0)))
_REACH_MS = 1500
_PER_SECOND = 1.0
_KNOWN_MS = 3000.0
"""What a second of a cue is worth over speech rather than silence; seconds depend on each other, so it is little."""


class Cues(NamedTuple):
    """Times of cues in milliseconds and their texts, in the order of their starts.

    Args:
        starts: their starts.
        ends: their ends, none before its start.
        texts: their texts; empty ones where there are none, as for speech that was heard.
    """

    starts: NDArray[np.float64]
    ends: NDArray[np.float64]
    texts: tuple[str, ...]


def make_cues(rows: Iterable[tuple[int, int, str]]) -> Cues:
    """Make cues of rows of start, end and text; sorted, each once, and none that ends before it begins."""
    import numpy as np

    ordered = sorted({(start, max(end, start + 1), text) for start, end, text in rows})
    return Cues(
        np.array([row[0] for row in ordered], np.float64),
        np.array([row[1] for row in ordered], np.float64),
        tuple(row[2] for row in ordered),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Worth:
    """What it is worth that a cue begins, or ends, at each time of the reference.

    Args:
        start: at each place of the grid.
        end: the same for ends; with ``start`` it holds the speech between them.
        first: place on the grid of the first entry.
    """

    start: NDArray[np.float32]
    end: NDArray[np.float32]
    first: int
    _spectra: dict[int, Any] = field(default_factory=dict)

    @property
    def outside(self) -> tuple[Any, Any]:
        """What a start and an end of each kind are worth outside of the reference."""
        return self.start[:, 0], self.end[:, 0]

    def of(self, grid: Grid, offset: int) -> Any:
        """What each cue is worth at an offset."""
        import numpy as np

        last = self.start.shape[1] - 1
        begins = np.clip(grid.starts + offset - self.first, 0, last)
        ends = np.clip(grid.ends + offset - self.first, 0, last)
        return self.start[grid.start_kinds, begins] + self.end[grid.end_kinds, ends].astype(np.float64)

    def spectra(self, size: int) -> Any:
        """The Fourier transforms of both, of a size."""
        import numpy as np

        if size not in self._spectra:
            self._spectra[size] = tuple(
                np.fft.rfft(rows - rows[:, :1], size) for rows in (self.start, self.end)
            )
        return self._spectra[size]


def _kernel(spreads: Sequence[tuple[float, float]], away: Any) -> Any:
    """Density per millisecond of a time this far from its counterpart."""
    import numpy as np

    return sum(share / (2 * spread) * np.exp(-np.abs(away) / spread) for share, spread in spreads)


def kinds_of(cues: Cues) -> tuple[Any, Any]:
    """The kind of each start and of each end: 0 within speech, 1 at a pause, 2 at a silence."""
    import numpy as np

    reached = np.maximum.accumulate(cues.ends)
    gaps = cues.starts[1:] - reached[:-1]
    kinds = np.searchsorted(np.array(_PAUSES_MS), gaps, side="right")
    return np.append(2, kinds), np.append(kinds, 2)


def worth_of(reference: Cues, target: Cues) -> Worth:
    """What a cue at each time is worth, by the cues of the reference."""
    import numpy as np

    span = float(reference.ends.max() - reference.starts.min())
    margin = _REACH_MS // STEP_MS + 1
    first = int(reference.starts.min() // STEP_MS) - margin
    size = int(span // STEP_MS) + 2 * margin + 2
    speech = _speech(reference, first, size)
    edges = np.flatnonzero(np.diff(speech) != 0) + 0.5
    here = np.arange(size)
    place = np.searchsorted(edges, here)
    away = np.minimum(
        np.abs(here - edges[np.maximum(place - 1, 0)]),
        np.abs(edges[np.minimum(place, len(edges) - 1)] - here),
    )
    known = np.exp(-away * STEP_MS / _KNOWN_MS)
    known[:margin] = known[size - margin :] = 0
    total = np.cumsum(known * (speech - (known * speech).sum() / known.sum())) * (
        _PER_SECOND * STEP_MS / 1000
    )
    columns = []
    kinds, theirs = kinds_of(reference), kinds_of(target)
    for side, times, shares, spreads in (
        (0, reference.starts, _STARTS, _START_SPREADS),
        (1, reference.ends, _ENDS, _END_SPREADS),
    ):
        densities = [
            _density(times[kinds[side] == kind], spreads[kind], first, size, span) for kind in range(3)
        ]
        counts = np.bincount(theirs[side], minlength=3)
        odds = []
        for mine in range(3):
            row = np.zeros(size)
            for kind, (number, density) in enumerate(densities):
                if number and counts[mine]:
                    share = shares[mine][kind] * min(1.0, number / counts[mine])
                    row += share * (density - 1)
            odds.append(_TOLD_ALONE[mine] * np.log1p(row) + (total if side else -total))
        columns.append(np.array(odds, np.float32))
    return Worth(columns[0], columns[1], first)


def _density(
    times: Any, spreads: Sequence[tuple[float, float]], first: int, size: int, span: float
) -> tuple[int, Any]:
    import numpy as np

    events = np.unique(times)
    if not len(events):
        return 0, None
    reach = np.arange(-_REACH_MS // STEP_MS, _REACH_MS // STEP_MS + 1)
    # the mean over a place of the grid: its middle alone would miss or overrate the sharp top
    fine = (np.arange(5) - 2) * (STEP_MS / 5)
    shape = _kernel(spreads, reach[:, None] * STEP_MS + fine[None, :]).mean(axis=1)
    marks = np.bincount(np.rint(events / STEP_MS).astype(np.int64) - first, minlength=size)[:size]
    return len(events), np.maximum(np.convolve(marks, shape, mode="same"), 0) * span / len(events)


def _speech(cues: Cues, first: int, size: int) -> Any:
    """1 where a cue is shown, at each place of the grid."""
    import numpy as np

    change = np.zeros(size + 1)
    np.add.at(change, np.clip(np.rint(cues.starts / STEP_MS).astype(np.int64) - first, 0, size), 1)
    np.add.at(change, np.clip(np.rint(cues.ends / STEP_MS).astype(np.int64) - first, 0, size), -1)
    return (np.cumsum(change[:size]) > 0).astype(np.float64)
