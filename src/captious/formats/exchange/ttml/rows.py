"""Rows of one caption that a file keeps in paragraphs of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.exchange.ttml.places import NOWHERE, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.formats.exchange.ttml.drafts import Draft

_ROW = 7.0
"""The most that a row of text takes of the height of the picture, with the space below it."""
_MOST_APART = 2.0
_SAME = 0.5
ROWS_MOVED = "places of rows within a caption"


def joined(drafts: list[Draft]) -> list[Draft]:
    """The captions, where rows that are shown at the same time, one below the other, are one caption.

    Only paragraphs that follow one another are rows of a caption. TTML shows paragraphs of one region
    one below the other in the order of the file; those of several regions are ordered by their places.

    Args:
        drafts: in the order of the file.
    """
    found: list[Draft] = []
    group: list[Draft] = []
    for draft in drafts:
        if group and not _go_together(group[-1], draft):
            found += _in_order(_blocks(group))
            group = []
        group.append(draft)
    return [*found, *_in_order(_blocks(group))]


def _in_order(blocks: Iterable[Draft]) -> list[Draft]:
    """Captions in the order of the file again."""
    return sorted(blocks, key=lambda block: min((block.number, *block.joined)))


def _go_together(one: Draft, other: Draft) -> bool:
    if one.begin_ms != other.begin_ms or one.end_ms != other.end_ms:
        return False
    mine, theirs = one.context, other.context
    return (
        one.nodes != other.nodes
        and mine.language == theirs.language
        and (mine.place.row is not None or mine.region is not None)
        and (theirs.place.row is not None or theirs.region is not None)
        and mine.place.writing == theirs.place.writing
    )


def _blocks(group: list[Draft]) -> Iterator[Draft]:
    if len(group) < 2:
        yield from group
        return
    # stable, so that paragraphs of one region keep their order
    ordered = sorted(group, key=_top)
    block = ordered[0]
    last = block
    rest: list[Draft] = []
    for draft in ordered[1:]:
        place = draft.context.place
        # in one region, paragraphs of one division only: of two, they may be two captions of ours
        same = (
            draft.context.region == last.context.region
            and place == last.context.place
            and draft.parent == last.parent
        )
        if (same or _is_below(last, draft)) and _words(last) != _words(draft):
            known = block.place or block.context.place
            block.is_moved = block.is_moved or not (same or _is_level(known, place))
            block.place = _around(known, place)
            block.joined = (*block.joined, draft.number)
            block.has_own_times = block.has_own_times and draft.has_own_times
            rest.append(draft)
        else:
            yield _with_lines(block, rest)
            block, rest = draft, []
        last = draft
    yield _with_lines(block, rest)


def _with_lines(block: Draft, rest: list[Draft]) -> Draft:
    if rest:
        block.lines = [*block.lines, *(line for draft in rest for line in draft.lines)]
        nodes = [*block.nodes, *(node for draft in rest for node in draft.nodes)]
        block.nodes = tuple(sorted(nodes, key=lambda node: node.start))
        timed = {node.start: node for one in (block, *rest) for node in one.timed}
        block.timed = tuple(timed[start] for start in sorted(timed))
    return block


def _top(draft: Draft) -> float:
    """The height of its first row."""
    row = draft.context.place.row
    if row is None:
        return 0.0
    lines = len(draft.lines)
    return row - {"after": lines, "center": lines / 2}.get(draft.context.place.anchor, 0) * _ROW


def _is_below(upper: Draft, lower: Draft) -> bool:
    """Whether a caption begins where another one ends, and not beside it."""
    if upper.context.place.row is None or lower.context.place.row is None:
        return False
    apart = _top(lower) - (_top(upper) + len(upper.lines) * _ROW)
    if apart > _MOST_APART or _top(lower) - _top(upper) < _SAME:
        return False
    left, right = _sides(upper.context.place), _sides(lower.context.place)
    return left[0] < right[1] and right[0] < left[1]


def _sides(place: Place) -> tuple[float, float]:
    left = place.left or 0.0
    return left, left + place.width


def _is_level(one: Place, other: Place) -> bool:
    """Whether rows at two places begin at the same point."""
    return abs((one.left or 0.0) - (other.left or 0.0)) < _SAME and abs(one.width - other.width) < _SAME


def _around(one: Place, other: Place) -> Place:
    """The box of two boxes one above the other."""
    if one.top is None or other.top is None or one == other:
        return one if one != NOWHERE else other
    (left, right), (other_left, other_right) = _sides(one), _sides(other)
    top, foot = min(one.top, other.top), max(one.top + one.height, other.top + other.height)
    left, right = min(left, other_left), max(right, other_right)
    anchor = one.anchor if one.anchor == other.anchor else "before"
    return Place(left, top, right - left, foot - top, anchor, one.writing, one.is_odd or other.is_odd)


def _words(draft: Draft) -> list[str]:
    return ["".join(piece.text or "" for piece in line) for line in draft.lines]
