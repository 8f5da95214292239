"""A cue stays long after its last word.

## Why it matters

A caption that stays while nobody speaks, or while somebody else does, is read again, and credited to the wrong person.

## Fails

A cue that ends 3 s after its last word, under a style that lets it stay half a second.

## Passes

A cue that stays as long as its reader needs, or up to the next one where the gap between them would be one the style
forbids. A cue whose last word was not found is not checked, nor is anything without `--words`, or with words whose
times were interpolated.

## Fix safety

The cue ends at the limit. That is unsafe because the clock of the words may be wrong.

## Sources

- The limit and its source are those of the style: `timing.linger_ms` (Netflix half a second, BBC 2 s).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.edits import move_end
from captious.analysis.free_time import FreeTime
from captious.analysis.recording_match import hear
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `lingering-cue`.

    Args:
        clock_ms: how far the clock of the words may be off.
    """

    clock_ms: int = 200


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` that stay longer after their last word than the style lets them."""
    found = subject.once(hear)
    if found is None or subject.track is None or not subject.track.measured:
        return
    limit = subject.profile.timing.linger_ms
    room = FreeTime(subject)
    cues = found.shown.cues
    for place, index in enumerate(cues):
        if place + 1 < len(cues) and cues[place + 1] == index:
            continue
        other = found.heard.get(place)
        spoken = found.timed[other].end_ms if other is not None else None
        if spoken is None:
            continue
        start, end = subject.starts[index], subject.ends[index]
        stays = end - spoken
        if stays <= limit.value + options.clock_ms:
            continue
        # what the style asks for in another way is no issue: time to read, and no gap it forbids
        trimmed = max(spoken + round(limit.value), start + room.needs(index))
        if end - trimmed <= options.clock_ms or not _leaves_gap(room, index, trimmed):
            continue
        yield RULE.at(
            subject.times_span(index),
            f"stays {stays:,} ms after its last word (> {limit.value:g} ms)",
            index=index,
            fix=move_end(subject, index, room.grid.ms(room.grid.floor(trimmed)), "End it sooner", safe=False),
            severity=subject.severity_of(limit),
        )


def _leaves_gap(room: FreeTime, index: int, end_ms: int) -> bool:
    following = room.following_ms(index)
    return following is None or room.policy.allows(room.grid.floor(following) - room.grid.floor(end_ms))


RULE = Rule(
    "FID010", "lingering-cue", Severity.ERROR, Group.DEFAULT, check, __doc__, options=Options, fix="unsafe"
)
