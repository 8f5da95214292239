"""A cue begins before the cue above it.

## Why it matters

WebVTT requires cues in the order of their start times.
SubRip players differ: some sort the cues, some skip a cue that comes too late.
When you edit the file, you look for a caption at the position of its time.

## Fails

A cue that begins at 2.0 s below one that begins at 5.0 s.

## Passes

Cues that begin at the same time, in either order.

## Fix safety

The fix is unsafe: it changes the order of the words in the file.
It sorts the cues by start time, and cues with the same start keep their order; each cue keeps its words and times.
SubRip numbers stay in place and remain consecutive, WebVTT identifiers move with their cue, and comments stay.
The fix belongs to the first finding of each section that is out of order.

## Sources

- W3C WebVTT 1, authoring requirements: a start time is greater than or equal to those of all previous cues.
- FFmpeg, libavformat/subtitles.c, sorts the cues it has read; not every player does.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.clock import srt_time
from captious.core.finding import Edit, Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that begin before the one above."""
    starts = subject.starts
    if all(one <= other for one, other in pairwise(starts)):
        return
    runs = _unsorted_runs(starts)
    run = next(runs, None)
    for index in range(1, len(starts)):
        if starts[index] >= starts[index - 1]:
            continue
        fix = None
        while run is not None and run[1] <= index:
            run = next(runs, None)
        if run is not None and run[0] < index:
            fix = _sort(subject, *run)
            run = next(runs, None)
        yield RULE.at(
            subject.times_span(index),
            f"begins before the cue above it ({srt_time(starts[index])} < {srt_time(starts[index - 1])})",
            index=index,
            fix=fix,
        )


def _unsorted_runs(starts: list[int]) -> Iterator[tuple[int, int]]:
    """The shortest runs of cues, half-open, within which sorting changes something."""
    highest = list(accumulate(starts, max))
    lowest = list(accumulate(reversed(starts), min))[::-1]
    begin = 0
    for end in range(1, len(starts) + 1):
        if end == len(starts) or highest[end - 1] <= lowest[end]:
            if end - begin > 1:
                yield begin, end
            begin = end


def _sort(subject: Subject, begin: int, end: int) -> Fix | None:
    """The fix that sorts a run of cues."""
    places = [_block(subject, index) for index in range(begin, end)]
    # two cues written into one block cannot be moved as a whole
    if any(later[0] < earlier[1] or earlier[0] >= earlier[1] for earlier, later in pairwise(places)):
        return None
    order = sorted(range(begin, end), key=subject.starts.__getitem__)
    edits = [
        Edit(*places[place - begin], subject.source[slice(*places[index - begin])])
        for place, index in enumerate(order, begin)
        if place != index
    ]
    return Fix(tuple(edits), safe=False, message="Sort the cues by start time")


def _block(subject: Subject, index: int) -> tuple[int, int]:
    """What moves with a cue: its identifier in WebVTT, but not its number in SubRip."""
    span = subject.cue_span(index)
    start = span.start if subject.document.format == "vtt" else subject.times_span(index).start
    return start, span.end


RULE = Rule("TIM002", "cue-out-of-order", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
