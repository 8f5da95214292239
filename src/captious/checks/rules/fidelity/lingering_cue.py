"""A cue stays on screen too long after its last word.

## Why it matters

A caption that stays during silence, or while another speaker talks, is read twice or attributed to the wrong person.

## Fails

A cue that ends 3 s after its last word, under a style with a hold after speech of half a second.

## Passes

A cue that stays as long as the viewer needs to read it, or up to the next cue where the gap between them would be one
the style forbids.
A cue whose last word is not found in the word timings is not checked.
Without `--words`, or with word timings that were interpolated, the rule is skipped.

## Fix safety

The cue ends at the limit.
The word timings may be wrong, so the fix is unsafe.

## Sources

- The limit and its source are those of the style: `timing.linger_ms` (Netflix half a second, BBC 2 s).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.edits import move_end
from captious.analysis.free_time import FreeTime
from captious.analysis.recording_match import match_recording
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        clock_ms: tolerance for inaccurate word timings, in milliseconds.
    """

    clock_ms: int = 200


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` that stay on screen longer after their last word than the style allows."""
    found = subject.once(match_recording)
    if found is None or subject.words is None or not subject.words.measured:
        return
    limit = subject.profile.timing.linger_ms
    free_time = FreeTime(subject)
    grid = free_time.grid
    cues = found.shown.cues
    for place, index in enumerate(cues):
        if place + 1 < len(cues) and cues[place + 1] == index:
            continue
        other = found.matched.get(place)
        spoken = found.timed[other].end_ms if other is not None else None
        if spoken is None:
            continue
        start, end = subject.starts[index], subject.ends[index]
        stays = end - spoken
        if stays <= limit.value + options.clock_ms:
            continue
        # other limits of the style come first: reading time, and no gap it forbids
        trimmed = max(spoken + round(limit.value), start + free_time.needs(index))
        if end - trimmed <= options.clock_ms or not _leaves_gap(free_time, index, trimmed):
            continue
        yield RULE.at(
            subject.times_span(index),
            f"stays {stays:,} ms after its last word (> {limit.value:,g} ms)",
            index=index,
            fix=move_end(subject, index, grid.ms(grid.floor(trimmed)), "End the cue sooner", safe=False),
            severity=subject.severity_of(limit),
        )


def _leaves_gap(free_time: FreeTime, index: int, end_ms: int) -> bool:
    following = free_time.following_ms(index)
    return following is None or free_time.policy.allows(
        free_time.grid.floor(following) - free_time.grid.floor(end_ms)
    )


RULE = Rule(
    "FID010", "lingering-cue", Severity.ERROR, Group.DEFAULT, check, __doc__, options=Options, fix="unsafe"
)
