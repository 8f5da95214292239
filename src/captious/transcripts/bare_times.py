"""Times without brackets that are timestamps and not speech: at the head of lines, or after labels."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.transcripts.timestamps import Timestamp, parse_timestamp
from captious.transcripts.tokens import INSIDE_LINE, OPENS_BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.transcripts.labels import Label
    from captious.transcripts.tokens import Tokens

_FEW = 3
_MANY = 5
"""As many rising times at the heads of lines are no speech, wherever they stand."""
_MOST_FALLING = 0.1
"""Share of the times that may fall; slips of the source."""


def find_bare_times(tokens: Tokens, labels: Sequence[Label], *, wrapped: bool) -> frozenset[int]:
    """The tokens at the heads of lines that are timestamps, with text after them on the line.

    A time that is spoken may open a line, too: these are timestamps when they are in the habit of the text, and
    rise throughout it. Times with hours and seconds are never spoken.

    Args:
        tokens: the whole text.
        labels: its labels; times in them are theirs.
        wrapped: whether lines are broken inside sentences, so that one may open with a time of the sentence.
    """
    covered = {index for label in labels for index in range(label.start, label.end)}
    heads = [
        index
        for index, opens in enumerate(tokens.opens)
        if opens != INSIDE_LINE and index not in covered and tokens.line_end(index) > index + 1
    ]
    found = {
        index: stamp
        for index in heads
        if (stamp := parse_timestamp(tokens.texts[index])) is not None
        and not stamp.bracket
        and not stamp.stop
        and (stamp.hours or not wrapped or tokens.opens[index] == OPENS_BLOCK)
    }
    if not found or not _rise(found.values()):
        return frozenset()
    sure = frozenset(index for index, stamp in found.items() if stamp.hours)
    units = sum(opens == OPENS_BLOCK or (opens != INSIDE_LINE and not wrapped) for opens in tokens.opens)
    if 10 * len(found) < 9 * units:
        # "We met at / 9:30 in the evening": no sentence has ended above it.
        found = {
            index: stamp
            for index, stamp in found.items()
            if index in sure or _follows_sentence(tokens, index)
        }
    if len(found) >= _MANY or (len(found) >= _FEW and 2 * len(found) >= units):
        return frozenset(found)
    return sure


def take_times_after(tokens: Tokens, labels: Sequence[Label]) -> list[Label]:
    """The labels with the bare times that follow them: ``Name: 00:09``, alone on the line or before the text.

    An answer that is a time, *"When?" – "3:15"*, is none: no text follows it, or hardly any other label has one.
    """
    starts = {label.start for label in labels}
    alone: dict[int, Timestamp] = {}
    inline: dict[int, Timestamp] = {}
    untimed = 0
    for number, label in enumerate(labels):
        at = label.end
        if label.timestamp is not None or label.name is None:
            continue
        untimed += 1
        if at >= len(tokens) or at in starts or tokens.opens[at] != INSIDE_LINE:
            continue
        stamp = parse_timestamp(tokens.texts[at])
        if stamp is None or stamp.bracket or stamp.stop:
            continue
        if at + 1 >= len(tokens) or at + 1 in starts:
            continue
        (inline if tokens.opens[at + 1] == INSIDE_LINE else alone)[number] = stamp
    taken: dict[int, Timestamp] = {}
    for found in (alone, inline):
        often = 2 * len(found) >= untimed and len(found) > 1
        if found and _rise(found.values()) and (often or len(found) >= _FEW):
            taken |= found
    return [
        replace(label, end=label.end + 1, timestamp=taken[number]) if number in taken else label
        for number, label in enumerate(labels)
    ]


def _follows_sentence(tokens: Tokens, at: int) -> bool:
    if not at or tokens.opens[at] == OPENS_BLOCK:
        return True
    return tokens.texts[at - 1].rstrip("\"'”’)]").endswith((".", "!", "?", "…", "-", "–", "—"))


def _rise(stamps: Iterable[Timestamp]) -> bool:
    times = [stamp.ms for stamp in stamps]
    falls = sum(later < earlier for earlier, later in pairwise(times))
    return falls <= _MOST_FALLING * len(times)
