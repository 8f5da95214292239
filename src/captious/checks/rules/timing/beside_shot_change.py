"""A cue begins shortly after a cut, or ends shortly before or just across one.

## Why it matters

A caption that changes a moment beside a cut makes the eye start again: viewers go back to the beginning of a line
they have read already. Changing with the cut is not noticed at all.

## Fails

A cue that begins 200 ms after a cut, or ends 200 ms before one.

## Passes

A cue that begins on a cut, or ends two frames before it, or is further from it than half a second. Without a list of
shots the rule is silent.

## Fix safety

The in-time moves back to the cut, the out-time to two frames before the next one, where the neighbours leave room for
it and the gap to them stays one the style allows. It is unsafe because it moves a caption away from its words: only
for dialogue that begins with the shot is that right.

## Sources

- Netflix timing guidelines (partnerhelp 360051554394): in-time on a cut up to half a second before it; out-time two
  frames before a cut that follows within half a second.
- Subtitle Edit, "Beautify time codes", Netflix preset: 0 frames in, 2 frames out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.edits import move_times
from captious.analysis.free_time import FreeTime
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `beside-shot-change`.

    Args:
        zone_ms: how near a cut a cue may not begin or end.
        out_gap_ms: how long before a cut a cue ends, without a frame rate.
        out_gap_frames: the same with a frame rate.
    """

    zone_ms: int = 500
    out_gap_ms: int = 83
    out_gap_frames: int = 2


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` that begin or end beside a cut."""
    if not subject.shots_ms:
        return
    room = FreeTime(subject)
    # a list of shots has its own way of rounding; a cut is always on a frame
    shots = [room.grid.ms(room.grid.nearest(shot)) for shot in subject.shots_ms]
    gap_ms = options.out_gap_ms
    if subject.frame_rate is not None:
        gap_ms = room.grid.ms(options.out_gap_frames)
    slack = TOLERANCE_MS
    for index, (start, end) in enumerate(zip(subject.starts, subject.ends, strict=True)):
        if end <= start:
            continue
        before, after = bisect_right(shots, start) - 1, bisect_left(shots, end - slack)
        lag = start - shots[before] if before >= 0 else 0
        lead = shots[after] - end if after < len(shots) else options.zone_ms + 1
        issues = []
        new_start, new_end = start, end
        if slack < lag <= options.zone_ms:
            issues.append(f"begins {lag} ms after a cut")
            new_start = shots[before]
        if lead <= options.zone_ms and abs(lead - gap_ms) > slack:
            issues.append(f"ends {lead} ms before a cut" if lead > 0 else "ends on a cut")
            new_end = shots[after] - gap_ms
        if not issues:
            continue
        fix = None
        if _fits(subject, index, new_start, new_end, room):
            fix = move_times(subject, index, new_start, new_end, "Change with the shot", safe=False)
        yield RULE.at(
            subject.times_span(index),
            f"{' and '.join(issues)} (nearer than {options.zone_ms} ms)",
            index=index,
            fix=fix,
        )


def _fits(subject: Subject, index: int, start: int, end: int, room: FreeTime) -> bool:
    """Whether a cue can have these times without harm to itself or its neighbours."""
    longest = room.longest_ms
    if end <= start or not room.keeps(index, end - start) or (longest is not None and end - start > longest):
        return False
    grid, latest = room.grid, room.latest_end(index)
    if latest is not None and end > subject.ends[index] and grid.nearest(end) > latest:
        return False
    gaps = []
    if start != subject.starts[index]:
        if subject.starts[index] - start > room.free_before(index):
            return False
        if index:
            gaps.append(grid.floor(start) - grid.nearest(subject.ends[index - 1]))
    if end != subject.ends[index] and index + 1 < len(subject.starts):
        gaps.append(grid.floor(subject.starts[index + 1]) - grid.nearest(end))
    return all(room.policy.allows(gap) for gap in gaps)


RULE = Rule(
    "TIM013",
    "beside-shot-change",
    Severity.WARNING,
    Group.OPT_IN,
    check,
    __doc__,
    options=Options,
    fix="unsafe",
)
