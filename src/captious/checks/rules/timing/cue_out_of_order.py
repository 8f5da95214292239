"""A cue begins before the cue above it.

## Why it matters

WebVTT asks for cues in the order of their start. SubRip players differ: some sort, some skip a cue that comes too
late. And a person who edits the file looks for a caption where its time is.

## Fails

A cue that begins at 2.0 s below one that begins at 5.0 s.

## Passes

Cues that begin at the same time, in either order.

## Fix safety

The blocks of the cues change places until their starts rise; cues with the same start keep their order. Each cue
keeps its words and times, but the order of the words in the file changes, so it is unsafe. SubRip numbers stay where
they are and go on counting; WebVTT identifiers move with their cue; comments stay. The fix belongs to the first
finding of each stretch that is out of order.

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
    stretches = _stretches(starts)
    stretch = next(stretches, None)
    for index in range(1, len(starts)):
        if starts[index] >= starts[index - 1]:
            continue
        fix = None
        while stretch is not None and stretch[1] <= index:
            stretch = next(stretches, None)
        if stretch is not None and stretch[0] < index:
            fix = _sort(subject, *stretch)
            stretch = next(stretches, None)
        yield RULE.at(
            subject.times_span(index),
            f"begins before the cue above it ({srt_time(starts[index])} < {srt_time(starts[index - 1])})",
            index=index,
            fix=fix,
        )


def _stretches(starts: list[int]) -> Iterator[tuple[int, int]]:
    """The shortest stretches of cues, half-open, within which sorting changes something."""
    highest = list(accumulate(starts, max))
    lowest = list(accumulate(reversed(starts), min))[::-1]
    begin = 0
    for end in range(1, len(starts) + 1):
        if end == len(starts) or highest[end - 1] <= lowest[end]:
            if end - begin > 1:
                yield begin, end
            begin = end


def _sort(subject: Subject, begin: int, end: int) -> Fix | None:
    """The fix that puts each cue of a stretch where it belongs."""
    places = [_block(subject, index) for index in range(begin, end)]
    # where two cues are written into one block there is nothing that could be moved whole
    if any(later[0] < earlier[1] or earlier[0] >= earlier[1] for earlier, later in pairwise(places)):
        return None
    order = sorted(range(begin, end), key=subject.starts.__getitem__)
    edits = [
        Edit(*places[place - begin], subject.source[slice(*places[index - begin])])
        for place, index in enumerate(order, begin)
        if place != index
    ]
    return Fix(tuple(edits), safe=False, message="Put the cues in the order of their times")


def _block(subject: Subject, index: int) -> tuple[int, int]:
    """What moves when a cue does: with its identifier in WebVTT, without its number in SubRip."""
    span = subject.cue_span(index)
    start = span.start if subject.document.format == "vtt" else subject.times_span(index).start
    return start, span.end


RULE = Rule("TIM002", "cue-out-of-order", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
