"""A cue begins shortly after a shot change, or ends shortly before or just after one.

## Why it matters

A caption that changes a moment before or after a shot change draws the eye back: viewers re-read a line from the start.
A caption that changes with the shot is not noticed.

## Fails

A cue that begins 200 ms after a shot change, or ends 200 ms before one.

## Passes

A cue that begins on a shot change, ends two frames before it, or is more than half a second away from it.
Without a list of shot changes the rule is skipped.

## Fix safety

The fix is unsafe: it moves a caption away from its words, which is right only if the dialogue begins with the shot.
It moves the in-time back to the shot change, and the out-time to two frames before the next one.
It does so only where the neighbouring cues leave enough time and the gaps to them stay allowed by the style.

## Sources

- Netflix timing guidelines (partnerhelp 360051554394): in-time on a shot change up to half a second before it; out-time
  two frames before a shot change that follows within half a second.
- Subtitle Edit, "Beautify time codes", Netflix preset: 0 frames in, 2 frames out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.edits import move_times
from captious.analysis.free_time import FreeTime
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.timing.shot_zones import OUT_GAP_FRAMES, OUT_GAP_MS, ZONE_MS, ShotZones

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `beside-shot-change`.

    Args:
        zone_ms: how close to a shot change a cue may not begin or end.
        out_gap_ms: how long before a shot change a cue ends, if the frame rate is unknown.
        out_gap_frames: the same in frames, if the frame rate is known.
    """

    zone_ms: int = ZONE_MS
    out_gap_ms: int = OUT_GAP_MS
    out_gap_frames: int = OUT_GAP_FRAMES


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` that begin or end close to a shot change."""
    if not subject.shots_ms:
        return
    free_time = FreeTime(subject)
    zones = ShotZones(
        subject.shots_ms,
        grid=free_time.grid,
        zone_ms=options.zone_ms,
        out_gap_ms=options.out_gap_ms,
        out_gap_frames=options.out_gap_frames,
    )
    for index, (start, end) in enumerate(zip(subject.starts, subject.ends, strict=True)):
        beside = zones.beside(start, end)
        if beside is None:
            continue
        new_start, new_end, lag, lead = beside
        issues = []
        if lag is not None:
            issues.append(f"begins {lag:,} ms after a shot change")
        if lead is not None:
            issues.append(f"ends {lead:,} ms before a shot change" if lead > 0 else "ends on a shot change")
        fix = None
        if _fits(subject, index, new_start, new_end, free_time):
            fix = move_times(
                subject, index, new_start, new_end, "Move the cue to the shot change", safe=False
            )
        yield RULE.at(
            subject.times_span(index),
            f"{' and '.join(issues)} (closer than {options.zone_ms:,} ms)",
            index=index,
            fix=fix,
        )


def _fits(subject: Subject, index: int, start: int, end: int, free_time: FreeTime) -> bool:
    """Whether a cue with these times keeps its own limits and those of its neighbours."""
    longest = free_time.longest_ms
    if (
        end <= start
        or not free_time.keeps(index, end - start)
        or (longest is not None and end - start > longest)
    ):
        return False
    grid, latest = free_time.grid, free_time.latest_end(index)
    if latest is not None and end > subject.ends[index] and grid.nearest(end) > latest:
        return False
    gaps = []
    if start != subject.starts[index]:
        if subject.starts[index] - start > free_time.free_before(index):
            return False
        if index:
            gaps.append(grid.floor(start) - grid.nearest(subject.ends[index - 1]))
    if end != subject.ends[index] and index + 1 < len(subject.starts):
        gaps.append(grid.floor(subject.starts[index + 1]) - grid.nearest(end))
    return all(free_time.policy.allows(gap) for gap in gaps)


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
