"""Captions in two languages in one file, aligned by their times."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.conversion.tagged_lines import tagged_lines
from captious.core.cue import Cue
from captious.core.display import short_repr
from captious.formats.vtt.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.core.document import Document

_NEAR_MS = 500
"""Times of the two languages that are no further apart are meant to be one. Our own: a translation keeps the times of
the original to some frames, and less than this is too short to read."""


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Captions in two languages.

    Args:
        document: of format ``vtt``: in each cue the lines of the first language, then those of the second.
        continued: numbers of cues of the first and the second document that go on over several cues here, because the
            other language has several in that time.
        alone: numbers of cues of each that have none of the other beside them.
        most_moved_ms: how far a time of the second was moved to one of the first, at most.
    """

    document: Document
    continued: tuple[int, int]
    alone: tuple[int, int]
    most_moved_ms: int

    __repr__ = short_repr


class _Stretch(NamedTuple):
    """A stretch of time with the 0-based numbers of the cues of both languages that are shown."""

    start_ms: int
    end_ms: int
    first: tuple[int, ...]
    second: tuple[int, ...]


def combine(
    first: Document, second: Document, *, languages: tuple[str | None, str | None] = (None, None)
) -> Bilingual:
    """Put captions in two languages into one file.

    The times of the first stay. Times of the second within half a second of one of them become that one. Where a cue of
    one language lies beside several of the other, it goes on over as many cues. A gap of the second that nobody could
    see is closed.

    Args:
        first: of format ``vtt``; header, regions, style sheets and notes are those of this one.
        second: of format ``vtt``.
        languages: their tags, if the lines are to be marked with them (``<lang de>``); ``None`` = not.
    """
    upper, lower = _in_order(first.cues), _in_order(second.cues)
    moved = _moved(upper, lower)
    most = max(
        (
            max(abs(new[0] - cue.start_ms), abs(new[1] - cue.end_ms))
            for new, cue in zip(moved, lower, strict=True)
        ),
        default=0,
    )
    stretches = _stretches([(cue.start_ms, cue.end_ms) for cue in upper], moved)
    cues = []
    for stretch in stretches:
        shown = [upper[number] for number in stretch.first], [lower[number] for number in stretch.second]
        text = "\n".join(
            part for side, tag in zip(shown, languages, strict=True) if (part := _text(side, tag))
        )
        lines, speaker = visible(text)
        base = (shown[0] or shown[1])[0]
        cues.append(
            Cue(
                stretch.start_ms,
                stretch.end_ms,
                text,
                lines,
                speaker=speaker,
                settings=base.settings if shown[0] else "",
            )
        )
    starts = [cue.start_ms for cue in cues]
    notes = tuple(
        replace(note, before=bisect_left(starts, first.cues[note.before].start_ms))
        if 0 <= note.before < len(first.cues)
        else replace(note, before=len(cues) if note.before >= 0 else note.before)
        for note in first.notes
    )
    document = replace(first, cues=tuple(cues), notes=notes, source=None)
    continued = [
        sum(times > 1 for times in _times(side).values())
        for side in ([stretch.first for stretch in stretches], [stretch.second for stretch in stretches])
    ]
    beside = [stretch for stretch in stretches if stretch.first and stretch.second]
    met = [
        {number for numbers in side for number in numbers}
        for side in ([stretch.first for stretch in beside], [stretch.second for stretch in beside])
    ]
    alone = len(upper) - len(met[0]), len(lower) - len(met[1])
    return Bilingual(document, (continued[0], continued[1]), alone, most)


def _in_order(cues: Iterable[Cue]) -> list[Cue]:
    # what ends no later than it begins must not be lost
    return sorted(
        (replace(cue, end_ms=max(cue.end_ms, cue.start_ms + 1)) for cue in cues if cue.lines),
        key=lambda cue: cue.start_ms,
    )


def _times(sides: Iterable[Sequence[int]]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for numbers in sides:
        for number in numbers:
            counts[number] = counts.get(number, 0) + 1
    return counts


def _text(cues: Sequence[Cue], tag: str | None) -> str:
    lines = [line for cue in cues for line in tagged_lines(cue.text) if line]
    return "\n".join(f"<lang {tag}>{line}</lang>" if tag else line for line in lines)


def _moved(first: Sequence[Cue], second: Sequence[Cue]) -> list[tuple[int, int]]:
    """The times of the cues of the second language, at those of the first where they are near."""
    starts = sorted({cue.start_ms for cue in first})
    ends = sorted({cue.end_ms for cue in first})
    times: list[tuple[int, int]] = []
    for number, cue in enumerate(second):
        # a caption that begins when the other ends is not the same one
        start = _near(cue.start_ms, starts, ends)
        end = _near(cue.end_ms, ends, starts)
        if number and second[number - 1].end_ms <= cue.start_ms and start < times[-1][1]:
            # two that were apart stay apart
            start = max(cue.start_ms, times[-1][1])
            if start >= max(end, cue.end_ms):
                times[-1] = (times[-1][0], max(second[number - 1].end_ms, times[-1][0] + 1))
                start = max(cue.start_ms, times[-1][1])
        times.append((start, end if end > start else max(cue.end_ms, start + 1)))
    for number in range(len(times) - 1):
        (start, end), following = times[number], times[number + 1][0]
        if 0 < following - end < _NEAR_MS and not _has_edge(end, following, starts, ends):
            times[number] = (start, following)
    return times


def _near(ms: int, *edges: Sequence[int]) -> int:
    for among in edges:
        place = bisect_left(among, ms)
        near = [edge for edge in among[max(place - 1, 0) : place + 1] if abs(edge - ms) <= _NEAR_MS]
        if near:
            return min(near, key=lambda edge: abs(edge - ms))
    return ms


def _has_edge(start: int, end: int, *edges: Sequence[int]) -> bool:
    """Whether the first language has a time from ``start`` to ``end``, both included."""
    return any(bisect_left(among, start) < bisect_right(among, end) for among in edges)


def _stretches(first: Sequence[tuple[int, int]], second: Sequence[tuple[int, int]]) -> list[_Stretch]:
    """The stretches of time in which the same cues are shown; none in which only the second flashes up."""
    edges = sorted({ms for span in (*first, *second) for ms in span})
    shown = [_shown(edges, spans) for spans in (first, second)]
    found: list[_Stretch] = []
    for (start, end), upper, lower in zip(pairwise(edges), *shown, strict=True):
        if not upper and not lower:
            continue
        last = found[-1] if found else None
        if last is not None and last.end_ms == start and (last.first, last.second) == (upper, lower):
            found[-1] = last._replace(end_ms=end)
        else:
            found.append(_Stretch(start, end, upper, lower))
    times = _times(stretch.second for stretch in found)
    kept = []
    for stretch in found:
        flash = not stretch.first and stretch.end_ms - stretch.start_ms < _NEAR_MS
        if flash and all(times[number] > 1 for number in stretch.second):
            for number in stretch.second:
                times[number] -= 1
            continue
        kept.append(stretch)
    return kept


def _shown(edges: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Between each two edges the numbers of the spans that are shown."""
    shown: list[list[int]] = [[] for _ in edges[1:]]
    for number, (start, end) in enumerate(spans):
        for place in range(bisect_left(edges, start), bisect_left(edges, end)):
            shown[place].append(number)
    return [tuple(numbers) for numbers in shown]
