"""The clock of one caption file in that of another: speed, offset, cuts, and whether they belong together at all."""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from captious.core.display import short_repr
from captious.core.numbers import count
from captious.errors import TimingError
from captious.rhythm.anchors import find_anchors, offsets_of, worth_of_anchors
from captious.rhythm.pattern import STEP_MS, worth_of
from captious.rhythm.search import Path, Sparse, best_path, correlate, grid_of
from captious.rhythm.speeds import SPEEDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from captious.rhythm.anchors import Anchors
    from captious.rhythm.pattern import Cues, Worth
    from captious.rhythm.search import Grid
    from captious.rhythm.speeds import Speed

LEAST_SCORE = 10.0
"""What a match must be worth, in natural logarithms of odds, after the price of all that was tried.

Sources:
    Our own measurement: between what unrelated files and files of one recording reach (bench/results/sync.txt).
"""
FEWEST_CUES = 6
LEAST_COVERED = 0.5
"""Share of the cues that must be within the time of the reference."""
SHORTEST_CUT_MS = 600
"""Smaller changes of the offset are habits of who timed the captions, and stay."""

_BY_HAND = "captious retime FILE --sync OLD=NEW -o OUTPUT, with a time of a cue and the time it should have"
_NEIGHBOUR = 0.0011
"""Two ratios this near are told apart by the end of a file only: both are tried."""
_PRICE = 0.0
"""Of a cut, besides the logarithm of the places and offsets it could have; chosen by the data (bench/sync.py)."""
_FAR_CUT = 5.0
_USUAL_CUT_MS = 30_000
_LARGEST_TABLE = 30_000_000
_AROUND = 9_000
_PLAIN = 60.0
_DOUBT = 8.0
_FAIR_SHARE = 0.2
_SEEN_MS = 450
_FINE_MS = 10


@dataclass(frozen=True, slots=True)
class Segment:
    """Cues that have one offset.

    Args:
        start_ms: when the first of them begins in the target.
        cues: how many they are.
        offset_ms: what is added to their times, once they are multiplied by the speed.
    """

    start_ms: int
    cues: int
    offset_ms: int


@dataclass(frozen=True, slots=True)
class ClockMatch:
    """How the times of the target become those of the reference.

    Args:
        speed: the factor of all times.
        segments: the offsets, in the order of time; the first holds for whatever is before it, too.
        score: what the match is worth, in natural logarithms of odds.
        cues: number of cues of the target that were compared.
        shared: share of them that begin within 0.3 s of a cue of the reference.
        anchors: number of words that both files share.
    """

    speed: Fraction
    segments: tuple[Segment, ...]
    score: float
    cues: int
    shared: float
    anchors: int

    __repr__ = short_repr

    @property
    def confidence(self) -> float:
        """How sure it is that the files belong together, 0 to 1."""
        return 1 / (1 + math.exp(-max(self.score, -600) / 5))

    def offset_at(self, ms: int) -> int:
        """What is added to the times of a cue that begins at a time of the target."""
        place = bisect_right(self.segments, ms, key=lambda one: one.start_ms) - 1
        return self.segments[max(place, 0)].offset_ms

    def times(self, start_ms: int, end_ms: int) -> tuple[int, int]:
        """The times of a cue by the clock of the reference; the start may be negative."""
        offset = self.offset_at(start_ms)
        return round(start_ms * self.speed) + offset, round(end_ms * self.speed) + offset


class _Try(NamedTuple):
    """A speed, and the best single offset at it."""

    peak: float
    speed: Fraction
    prior: float
    grid: Grid
    extra: Sparse
    first: int
    width: int
    offset: int


def match_clocks(target: Cues, reference: Cues) -> ClockMatch:
    """Find the speed, the offset and the cuts that make the times of the target those of the reference.

    Args:
        target: the captions whose times are to be changed.
        reference: captions of the same recording in any language, or the speech in it.

    Raises:
        TimingError: one of them has too few cues.
    """
    for cues, name, hint in (
        (target, "captions", f"Move them by hand: {_BY_HAND}."),
        (reference, "reference", f"Give captions of the whole recording, or move these by hand: {_BY_HAND}."),
    ):
        if len(cues.starts) < FEWEST_CUES:
            raise TimingError(
                f"too few cues to compare: {count(len(cues.starts), 'cue')} in the {name} "
                f"(at least {FEWEST_CUES} are needed)",
                hint=hint,
            )
    worth = worth_of(reference, target)
    anchors = find_anchors(target, reference)
    rows, unmet = worth_of_anchors(anchors, float(reference.ends.max() - reference.starts.min()))
    tries: list[_Try] = []
    for speed in SPEEDS:
        tries.append(_try(target, worth, speed, anchors=anchors, rows=rows, unmet=abs(unmet)))
        if len(tries) == 1 and _is_plain(tries[0], worth):
            break
    best, chosen = _search(tries, worth)
    return _result(target, reference, best, chosen, anchors)


def refuse_unlike(found: ClockMatch, target: Cues, reference: Cues, *, name: str) -> None:
    """Refuse files that do not belong together.

    Args:
        found: their match.
        target: the captions.
        reference: what they were compared with.
        name: name of the reference, for the message.

    Raises:
        TimingError: they do not, with what was measured and what is needed.
    """
    if found.score < LEAST_SCORE:
        raise TimingError(
            f"the captions do not belong to {name}: the best match of their times is worth {found.score:.0f} "
            f"(at least {LEAST_SCORE:.0f} are needed); {100 * found.shared:.0f}% of {count(found.cues, 'cue')} begin "
            f"with one of it, and {count(found.anchors, 'word')} are in both",
            hint=f"Give captions of the same recording; or move these by hand: {_BY_HAND}.",
        )
    moved = [found.times(int(start), int(end)) for start, end in zip(target.starts, target.ends, strict=True)]
    low, high = float(reference.starts.min()), float(reference.ends.max())
    covered = sum(end > low and start < high for start, end in moved) / len(moved)
    if covered < LEAST_COVERED:
        raise TimingError(
            f"{name} is of a part of the recording: it holds {100 * covered:.0f}% of {count(found.cues, 'cue')} "
            f"(at least {100 * LEAST_COVERED:.0f}% are needed)",
            hint="Give captions of the whole recording.",
        )


def _try(target: Cues, worth: Worth, speed: Speed, *, anchors: Anchors, rows: Any, unmet: float) -> _Try:
    factor = speed.factor
    grid = grid_of(target, float(factor))
    extra = Sparse(anchors.cues, offsets_of(anchors, float(factor)), rows[anchors.times_said])
    scores, first = correlate(grid, worth, extra)
    top = int(scores.argmax())
    prior = speed.price + unmet + math.log(len(scores))
    return _Try(float(scores[top]) - prior, factor, prior, grid, extra, first, len(scores), first + top)


def _is_plain(one: _Try, worth: Worth) -> bool:
    """Whether a single offset leaves no stretch in which another one could be better."""
    import numpy as np

    if one.peak < _PLAIN:
        return False
    each = worth.of(one.grid, one.offset)
    if len(one.extra.cues):
        column = one.offset - one.extra.firsts
        inside = (column >= 0) & (column < one.extra.rows.shape[1])
        each += np.bincount(
            one.extra.cues[inside], one.extra.rows[inside, column[inside]], minlength=len(each)
        )
    # a stretch that tells nothing is no better than one that tells against it
    sums = np.concatenate([[0.0], np.cumsum(each - _FAIR_SHARE * each.mean())])
    return float((np.maximum.accumulate(sums) - sums).max()) < _DOUBT


def _search(tries: Sequence[_Try], worth: Worth) -> tuple[_Try, Path]:
    """The best of the speeds with all its cuts: the plain one and the two most likely, then those beside the best."""
    import numpy as np

    ranked = sorted(tries, key=lambda one: -one.peak)
    if _is_plain(ranked[0], worth):
        return ranked[0], Path(ranked[0].peak, np.full(len(ranked[0].grid.starts), ranked[0].offset))
    waiting = [one for place, one in enumerate(ranked) if place < 2 or one.speed == 1]
    done: list[tuple[float, int, _Try, Path]] = []
    while waiting:
        one = waiting.pop(0)
        offsets = one.first, one.first + one.width
        if one.width * len(one.grid.starts) > _LARGEST_TABLE:
            offsets = max(one.offset - _AROUND, offsets[0]), min(one.offset + _AROUND + 1, offsets[1])
        price = _PRICE + math.log(len(one.grid.starts) * (offsets[1] - offsets[0]))
        path = best_path(one.grid, worth, offsets=offsets, price=price, extra=one.extra)
        jumps = np.abs(np.diff(path.offsets)) * STEP_MS
        # a cut of minutes is rarer than one of seconds, which the search itself does not know
        far = _FAR_CUT * float(np.log1p(jumps / _USUAL_CUT_MS).sum())
        done.append((path.score - one.prior - far, -len(done), one, path))
        best = max(done)
        near = [
            other
            for other in ranked
            if abs(float(other.speed / best[2].speed) - 1) < _NEIGHBOUR
            and all(other is not before for _, _, before, _ in done)
        ]
        if best[0] > _PLAIN or not waiting:
            waiting = near if best[0] > 0 else []
    score, _, one, path = max(done)
    return one, path._replace(score=score)


def _result(target: Cues, reference: Cues, one: _Try, path: Path, anchors: Anchors) -> ClockMatch:
    import numpy as np

    speed = float(one.speed)
    offsets = path.offsets
    bounds = [0, *(np.flatnonzero(np.diff(offsets)) + 1).tolist(), len(offsets)]
    parts = [(first, past, int(offsets[first]) * STEP_MS) for first, past in pairwise(bounds)]
    merged: list[tuple[int, int, int]] = []
    for first, past, offset in parts:
        if merged and abs(offset - merged[-1][2]) <= SHORTEST_CUT_MS:
            begin, end, before = merged[-1]
            merged[-1] = (begin, past, before if end - begin >= past - first else offset)
        else:
            merged.append((first, past, offset))
    starts = np.unique(reference.starts)
    segments: list[Segment] = []
    moved = np.empty(len(offsets))
    for first, past, offset in merged:
        times = target.starts[first:past] * speed
        fine = _refine(times + offset, starts) + offset
        moved[first:past] = times + fine
        segments.append(Segment(int(target.starts[first]), past - first, int(fine)))
    shared = float((_nearest(moved, starts)[1] <= 300).mean())
    return ClockMatch(one.speed, tuple(segments), path.score, len(offsets), shared, anchors.words)


def _refine(times: Any, starts: Any) -> int:
    """What is to be added to times so that most of them are near to one of the starts."""
    import numpy as np

    away, distance = _nearest(times, starts)
    near = away[distance <= _SEEN_MS]
    if not len(near):
        return 0
    shifts = np.arange(-_SEEN_MS // _FINE_MS, _SEEN_MS // _FINE_MS + 1) * _FINE_MS
    left = np.abs(near[None, :] + shifts[:, None])
    worth = np.log1p(5 * np.exp(-left / 60) + np.exp(-left / 200)).sum(axis=1)
    # of two that are as good, the one that was found on the grid
    return int(shifts[int((worth - np.abs(shifts) * 1e-6).argmax())])


def _nearest(times: Any, starts: Any) -> tuple[Any, Any]:
    """How far each time is after the nearest of the starts, and the distance."""
    import numpy as np

    place = np.searchsorted(starts, times)
    before = times - starts[np.maximum(place - 1, 0)]
    after = times - starts[np.minimum(place, len(starts) - 1)]
    away = np.where(np.abs(before) <= np.abs(after), before, after)
    return away, np.abs(away)
