"""What two cues have in common: rows that are shown again, and text that goes on."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.measure.sentence_marks import CLOSING, COLONS, COMMAS, TERMINALS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.cue import Cue

FLASH_MS = 50
"""Longest time of a cue in which rows only move up: 10 ms in YouTube's captions, two frames in others."""
APART_MS = 1000
"""Pause from which a row that is there again is said again."""
CLOSE_MS = 250
"""Longest pause between cues of which one is what another has become."""
_MOST_ROWS = 8
"""Rows of a cue at whose start another may go on; screens show four at most."""
_FEWEST_SHARED = 2
"""Fewest words that count as shown again within a row."""
_MOST_CORRECTED = 3
"""Most words at the end of a text that live captions take back."""
_MARKS = "".join((*TERMINALS, *COMMAS, *COLONS, *CLOSING, "…"))


class Kind(Enum):
    """How a cue goes on from what was shown before."""

    NONE = auto()
    """It does not."""
    BLANK = auto()
    """It shows nothing."""
    FLASH = auto()
    """It shows what was shown, for a moment only."""
    SAME = auto()
    """It shows what was shown."""
    ROLLS = auto()
    """It shows whole rows again, and rows below them."""
    GROWS = auto()
    """It shows a text again that goes on in the same row."""
    SLIDES = auto()
    """It begins with the last words of what was shown, within a row: the rows of a screen that a program joined."""
    CORRECTS = auto()
    """It shows a text again with other words at its end."""


class Link(NamedTuple):
    """What a cue has in common with the rows that were shown before it.

    Args:
        kind: how it goes on from them.
        first: the first (0-based) of those rows that is shown again.
        rows: how many rows of the cue show them; the others are new.
    """

    kind: Kind
    first: int = 0
    rows: int = 0


UNLINKED = Link(Kind.NONE)


def is_flash(cue: Cue) -> bool:
    """Whether a cue is on screen for a moment only."""
    return 0 <= cue.end_ms - cue.start_ms <= FLASH_MS


def link(shown: Sequence[str], rows: Sequence[str], *, flash: bool = False, grows: bool = True) -> Link:
    """Link the rows of a cue with those before it.

    Args:
        shown: the rows that were shown, from the top.
        rows: those of the cue, neither of both blank.
        flash: whether the cue is on screen for a moment only.
        grows: whether text may go on within a row, or be corrected.
    """
    if not shown or not _may_go_on(shown, rows[0]):
        return UNLINKED
    firsts = range(max(len(shown) - _MOST_ROWS, 0), len(shown))
    found = UNLINKED
    for first in firsts:
        size = len(shown) - first
        if shown[first] == rows[0] and size <= len(rows) and list(shown[first:]) == list(rows[:size]):
            found = Link(Kind.ROLLS if size < len(rows) else Kind.SAME, first, size)
            if flash or found.kind is Kind.ROLLS:
                break
            # rows that are all the same as before: one of them again is new, and not a cue without anything new
    if found.kind is Kind.SAME and flash:
        return found._replace(kind=Kind.FLASH)
    if found.kind is not Kind.NONE:
        return found
    if flash and len(rows) < len(shown):
        for first in firsts:
            if list(shown[first : first + len(rows)]) == list(rows):
                return Link(Kind.FLASH, first, len(rows))
    return _grown(shown, rows, (0, *firsts)) if grows else UNLINKED


def _may_go_on(shown: Sequence[str], row: str) -> bool:
    """Whether a row begins as one of those shown; all that most pairs of cues need."""
    start = row[:2].casefold()
    return any(one[:2].casefold().startswith(start[:1]) for one in shown)


def _grown(shown: Sequence[str], rows: Sequence[str], firsts: Sequence[int]) -> Link:
    """The link of rows that are shown again with more words, on whatever rows they stand now."""
    now = " ".join(rows).split()
    begin = fold(now[0])
    for first in dict.fromkeys(firsts):
        if not begin.startswith(fold(shown[first].split(None, 1)[0])):
            continue
        was = " ".join(shown[first:]).split()
        same = _same_words(was, now)
        goes_on = same == len(was) - 1 < len(now) and fold(now[same]).startswith(fold(was[-1]))
        if same == len(was) == len(now):
            # with other punctuation it may be said again
            kind = Kind.SAME if was == now else Kind.CORRECTS
        elif same == len(was) or goes_on:
            kind = Kind.GROWS
        elif 0 < same < len(now) and same * 2 >= len(was) and len(was) - same <= _MOST_CORRECTED:
            kind = Kind.CORRECTS
        else:
            continue
        return Link(kind, first, _rows_of_words(rows, len(was)))
    return UNLINKED


def _same_words(was: Sequence[str], now: Sequence[str]) -> int:
    """How many words two texts begin with, but for punctuation and capitals."""
    for at, (one, other) in enumerate(zip(was, now, strict=False)):
        if one != other and fold(one) != fold(other):
            return at
    return min(len(was), len(now))


def shared_words(shown: Sequence[str], words: Sequence[str]) -> int:
    """How many words at the end of what was shown a cue begins with; linear.

    Args:
        shown: the words that were shown.
        words: those of the cue.
    """
    # the longest start of one that is an end of both together
    return _longest_starts([*words[: len(shown)], None, *shown[-len(words) :]])[-1]


def slides(shown: Sequence[str], rows: Sequence[str], *, flash: bool) -> bool:
    """Whether the rows of a cue begin with words at the end of those shown, and not where a row begins."""
    head = rows[0].split(None, 2)[:_FEWEST_SHARED]
    if len(head) < _FEWEST_SHARED and not flash:
        return False
    before = " ".join(shown)
    if " ".join(head) not in before:
        return False
    was, now = before.split(), " ".join(rows).split()
    shared = shared_words(was, now)
    if flash:
        return shared == len(now)
    return _FEWEST_SHARED <= shared < min(len(now), len(was))


def is_said_again(words: Sequence[str], *, whole: bool) -> bool:
    """Whether words begin with a few that come twice in a row, as in refrains and where a recogniser is stuck.

    Args:
        words: the words of a cue.
        whole: whether the cue must be nothing but those few, again and again.
    """
    longest = _longest_starts(words)
    if whole:
        return len(words) > 1 and longest[-1] * 2 >= len(words)
    return any(size * 2 >= at for at, size in enumerate(longest, 1))


def _longest_starts(items: Sequence[str | None]) -> list[int]:
    """For each start of the items, the length of its longest own start that is its end, too.

    Linear: the table of Knuth, Morris and Pratt.
    """
    longest = [0] * len(items)
    for at in range(1, len(items)):
        size = longest[at - 1]
        while size and items[at] != items[size]:
            size = longest[size - 1]
        longest[at] = size + (items[at] == items[size])
    return longest


@lru_cache(maxsize=10_000)
def fold(word: str) -> str:
    """A word as live captions have it before punctuation and capitals are added."""
    return word.casefold().strip(_MARKS) or word


def _rows_of_words(rows: Sequence[str], count: int) -> int:
    """How many rows hold the first words of a text."""
    for number, row in enumerate(rows, 1):
        count -= len(row.split())
        if count <= 0:
            return number
    return len(rows)


def overlaps_rolling(cues: Sequence[Cue]) -> list[bool]:
    """For each cue, whether it is a row that stays until the row after the next one begins.

    So YouTube's captions are where programs write one cue a row: nothing is shown twice, but cues overlap.
    """
    found = [False] * len(cues)
    for index, (one, other) in enumerate(pairwise(cues)):
        if not (one.start_ms < other.start_ms < one.end_ms) or len(one.lines) != 1:
            continue
        found[index] = any(
            abs(one.end_ms - later.start_ms) <= FLASH_MS / 2 for later in cues[index + 2 : index + 4]
        )
    return found
