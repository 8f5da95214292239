"""What became of the findings of a delivery in the next one: repaired, still there, or new."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from captious.reports.delivery.model import RecordedFinding

_NEAR_MS = 1000


class Fate(NamedTuple):
    """What became of the findings of a file.

    Args:
        new: for each finding of the new file, whether it is new.
        repaired: the findings of the old file that are gone.
    """

    new: tuple[bool, ...]
    repaired: tuple[RecordedFinding, ...]


def compare_findings(old: Sequence[RecordedFinding], new: Sequence[RecordedFinding]) -> Fate:
    """Which findings are new, and which are repaired.

    A finding is still there if the same rule is broken in the same text, wherever that has moved to; or at the same
    time, whatever the text is now; or within a second of it. Line numbers and numbers of captions say nothing.
    """
    left_old, left_new = dict(enumerate(old)), dict(enumerate(new))
    keys: tuple[Callable[[RecordedFinding], Hashable], ...] = (
        lambda one: (one.code, one.text, one.start_ms),
        lambda one: (one.code, one.text),
        lambda one: (one.code, one.start_ms),
    )
    for key in keys:
        if not left_old or not left_new:
            break
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for place, one in left_old.items():
            waiting[key(one)].append(place)
        for place, one in list(left_new.items()):
            if found := waiting.get(key(one)):
                # the first of several alike: both sides are in the order of their files
                del left_old[found.pop(0)], left_new[place]
    if left_old and left_new:
        _pair_near(left_old, left_new)
    return Fate(tuple(place in left_new for place in range(len(new))), tuple(left_old.values()))


def _pair_near(left_old: dict[int, RecordedFinding], left_new: dict[int, RecordedFinding]) -> None:
    """Removes the findings of one rule that are within a second of each other, in the order of time."""
    by_code: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, one in left_old.items():
        if one.start_ms is not None:
            by_code[one.code].append((one.start_ms, place))
    for entries in by_code.values():
        entries.sort()
    at: dict[str, int] = defaultdict(int)
    news = sorted((one.start_ms, place) for place, one in left_new.items() if one.start_ms is not None)
    for start_ms, place in news:
        code = left_new[place].code
        entries = by_code.get(code, [])
        while at[code] < len(entries) and entries[at[code]][0] < start_ms - _NEAR_MS:
            at[code] += 1
        if at[code] < len(entries) and entries[at[code]][0] <= start_ms + _NEAR_MS:
            del left_old[entries[at[code]][1]], left_new[place]
            at[code] += 1
