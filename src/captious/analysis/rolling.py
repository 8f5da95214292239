"""Captions that roll: a cue begins with the last line of the cue before, as automatic captions do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.analysis.subject import Subject

_APART_MS = 1000


def find_rolling(subject: Subject) -> frozenset[int]:
    """The cues that share a line with a neighbour, by 0-based number; use ``subject.once(find_rolling)``.

    Where their lines end is decided by what has rolled on, and no other break would stay.
    """
    rolling: set[int] = set()
    for index, (one, other) in enumerate(pairwise(subject.cues)):
        shares = one.lines and other.lines and one.lines[-1] == other.lines[0]
        if shares and other.start_ms - one.end_ms < _APART_MS:
            rolling |= {index, index + 1}
    return frozenset(rolling)
