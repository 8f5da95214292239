"""Captions that roll: a cue begins with a line of the cue before, as automatic captions do."""

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
        shares = other.lines and other.lines[0] in one.lines
        if shares and other.start_ms - one.end_ms < _APART_MS:
            rolling |= {index, index + 1}
    return frozenset(rolling)
