"""Fit cue times to a style: long enough to read, not too long, with allowed gaps, on frames if asked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from captious.core.display import short_repr
from captious.timing.gaps import GapPolicy, Grid, whole
from captious.timing.snapping import snap_to_shots

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from captious.style.profile import Timing

ANCHOR_WEIGHT = 1e6
"""How much more it costs to move a cue whose time is known than one whose time is estimated."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The ideal time of a cue, and how long it needs to be read.

    Args:
        start_ms: when its first word starts.
        end_ms: when its last word ends; at or after ``start_ms``.
        needed_ms: least time on screen at which it keeps the style's reading speed and minimum.
        minimum_ms: least time on screen at all, if there is not enough time for everything.
        anchored: whether its time is known rather than estimated.
        reading_ms: time to read it where ``needed_ms`` is less, for want of time; 0 = ``needed_ms``.
    """

    start_ms: int
    end_ms: int
    needed_ms: int
    minimum_ms: int
    anchored: bool = False
    reading_ms: int = 0


@dataclass(frozen=True, slots=True)
class Fitted:
    """The fitted times.

    Args:
        times: start and end of each cue in milliseconds, in order, never overlapping.
        moved_ms: the farthest any start was moved from its ideal.
        squeezed: number of cues with less time than they need.
        needed_ms: the time all cues together need.
        snapped: number of cues moved to or away from shot changes.
    """

    times: tuple[tuple[int, int], ...]
    moved_ms: int
    squeezed: int
    needed_ms: int = 0
    snapped: int = 0

    __repr__ = short_repr


def fit(
    slots: Sequence[Slot],
    *,
    timing: Timing,
    media_ms: int | None = None,
    frame_rate: Fraction | None = None,
    shots_ms: Sequence[int] = (),
) -> Fitted:
    """Give every cue a time that the style allows, as close to its ideal as possible.

    The starts are moved as little as possible, in the sense of least squares, so that each cue has the time it
    needs before the next one: an isotonic regression, solved exactly in linear time. Ends then follow from the
    ideal ends, the maximum and the style's gaps.

    Args:
        slots: in order; their starts never fall.
        timing: the style's limits.
        media_ms: length of the media, which no cue passes; ``None`` = unknown.
        frame_rate: frames per second to put all times on; ``None`` = milliseconds.
        shots_ms: shot changes, rising: no cue begins or ends beside one where that can be avoided.

    Returns:
        Times that never overlap, are never negative and never pass the end of the media. Where the media is too
        short for what all cues need, all needs shrink alike, down to a millisecond (or a frame) each.

    Sources:
        Pool-adjacent-violators: Ayer, Brunk, Ewing, Reid & Silverman 1955, Annals of Mathematical Statistics 26(4).
    """
    grid = Grid(frame_rate)
    gaps = GapPolicy(timing, grid)
    limit = grid.floor(media_ms) if media_ms is not None else None
    if not slots:
        return Fitted((), 0, 0)
    needs = [grid.ceil(slot.needed_ms) for slot in slots]
    needs = _shrink(needs, [grid.ceil(slot.minimum_ms) for slot in slots], gaps.smallest, limit)
    steps = [need + gaps.smallest for need in needs]
    starts = _place_starts([grid.nearest(slot.start_ms) for slot in slots], steps, needs[-1], slots, limit)
    longest = grid.floor(whole(timing.max_duration_ms)) if timing.max_duration_ms else None
    times: list[tuple[int, int]] = []
    for number, (slot, start, need) in enumerate(zip(slots, starts, needs, strict=True)):
        following = starts[number + 1] if number + 1 < len(slots) else None
        end = max(start + need, grid.nearest(slot.end_ms))
        if following is None:
            end = max(end, grid.nearest(slot.end_ms + whole(timing.linger_ms)))
        if longest is not None:
            end = min(end, start + max(longest, 1))
        if following is not None:
            end = gaps.close(start, end, following, need, longest)
        elif limit is not None:
            end = min(end, limit)
        times.append((start, max(end, start + 1)))
    moved = max(abs(grid.ms(start) - slot.start_ms) for start, slot in zip(starts, slots, strict=True))
    squeezed = sum(need < grid.ceil(slot.needed_ms) for need, slot in zip(needs, slots, strict=True))
    written = [(grid.ms(start), grid.ms(end)) for start, end in times]
    snapped = 0
    if shots_ms:
        written, snapped = snap_to_shots(
            written,
            needs_ms=[max(slot.needed_ms, slot.reading_ms) for slot in slots],
            shots_ms=shots_ms,
            timing=timing,
            media_ms=media_ms,
            frame_rate=frame_rate,
        )
    return Fitted(tuple(written), moved, squeezed, sum(slot.needed_ms for slot in slots), snapped)


def _shrink(needs: list[int], minimums: list[int], gap: int, limit: int | None) -> list[int]:
    """The needs, reduced where the media is too short for them."""
    if limit is None:
        return needs
    room = limit - gap * (len(needs) - 1)
    if sum(needs) <= room:
        return needs
    least = sum(minimums)
    if least <= room:
        wanted = [
            0,
            *accumulate(max(need - minimum, 0) for need, minimum in zip(needs, minimums, strict=True)),
        ]
        # rounded as running totals: a thousand cues rounded one by one would leave a second unused
        given = [total * (room - least) // max(wanted[-1], 1) for total in wanted]
        shares = [more - less for less, more in pairwise(given)]
        return [minimum + share for minimum, share in zip(minimums, shares, strict=True)]
    return [max(int(minimum * max(room, 0) / least), 1) for minimum in minimums]


def _place_starts(
    wishes: list[int], steps: list[int], last_need: int, slots: Sequence[Slot], limit: int | None
) -> list[int]:
    """Starts as close to the ideal as possible, each at least its step after the one before."""
    offsets = [0]
    for step in steps[:-1]:
        offsets.append(offsets[-1] + step)
    # pooled blocks: sum of weighted values, weight, members
    blocks: list[tuple[float, float, int]] = []
    for wish, offset, slot in zip(wishes, offsets, slots, strict=True):
        weight = ANCHOR_WEIGHT if slot.anchored else 1.0
        value, members = (wish - offset) * weight, 1
        while blocks and blocks[-1][0] * weight >= value * blocks[-1][1]:
            previous = blocks.pop()
            value, weight, members = value + previous[0], weight + previous[1], members + previous[2]
        blocks.append((value, weight, members))
    levels = [round(value / weight) for value, weight, members in blocks for _ in range(members)]
    highest = None if limit is None else max(limit - last_need - offsets[-1], 0)
    return [
        max(level if highest is None else min(level, highest), 0) + offset
        for level, offset in zip(levels, offsets, strict=True)
    ]
