"""The captions run by another clock than other captions of the recording.

## Why it matters

Captions that were made for another cut, another release or another frame rate are seconds or minutes away from what is
said, and no word of them is wrong: nobody notices who reads the file only.

## Fails

Captions that begin 18 seconds late from some cue on, because something was cut out of the recording; captions for
25 frames per second beside a recording that runs at 23.976.

## Passes

Captions whose times are those of the other file within `clock_ms`.
A single cue that is early or late, because captioners divide speech differently.
Without `--like` the rule is skipped.

## Fix safety

There is no fix here, because all cues move together: `captious retime CAPTIONS --like FILE`.

## Sources

- Two captions of one recording agree within a third of a second (our own measurement; docs/guide/timing.md).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.reference_match import match_reference
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.core.numbers import count
from captious.rhythm.speeds import speed_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        clock_ms: largest difference of the two clocks, in milliseconds.
    """

    clock_ms: int = 500


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """Where the clock of ``subject`` is another one, a finding for each change of it."""
    found = subject.once(match_reference)
    if found is None:
        return
    match, name = found.match, found.reference.name
    order = sorted(range(len(subject.cues)), key=subject.starts.__getitem__)
    starts = [subject.starts[index] for index in order]
    if match.speed != 1:
        yield RULE.at(
            subject.times_span(order[0]),
            f"the times run at another speed than those of {name}: they are to be multiplied by "
            f"{float(match.speed):.5f} (frame rate {speed_name(match.speed)})",
            index=order[0],
        )
    for segment in match.segments:
        index = order[min(bisect_left(starts, segment.start_ms), len(order) - 1)]
        off = subject.starts[index] - found.times[index][0] if match.speed == 1 else -segment.offset_ms
        if abs(off) > options.clock_ms:
            yield RULE.at(
                subject.times_span(index),
                f"from here, {count(segment.cues, 'cue')} begin{'s' if segment.cues == 1 else ''} "
                f"{abs(off) / 1000:.3f} s {'after' if off > 0 else 'before'} those of {name} "
                f"(> {options.clock_ms / 1000:g} s)",
                index=index,
            )


RULE = Rule("FID011", "other-clock", Severity.ERROR, Group.DEFAULT, check, __doc__, options=Options)
