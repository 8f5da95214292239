"""A cue is shown for less time than a table of characters and seconds gives it.

## Why it matters

Some guides do not know one speed for all captions: a short one needs more time for each character, because the eye
has to find it first. They give a table instead, such as one second for 12 characters and three for 36.

## Fails

40 characters in 2 s, where the table gives them 3.2 s and lets a fifth of that be missing.

## Passes

The same cue in 2.6 s. Between two rows of the table the time is interpolated, below the first it is that of the
first, above the last it goes on as between the last two.

## Fix safety

The cue ends later, where there is free time enough after it: as late as the tolerance asks for, no later. The fix
keeps the gap the style wants to the next cue, its maximum duration and the end of the media, so it is safe.

## Sources

- The default table is that of the French *Charte relative à la qualité du sous-titrage* (CSA, now Arcom): 12
  characters 1 s, 20 characters 2 s, 36 characters 3 s, 60 characters 4 s, with a tolerance of 20 %.
- What counts as a character: `counting` in the style.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.speed.causes import Causes
from captious.checks.subject import TOLERANCE_MS
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.checks.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `below-reading-table`.

    Args:
        chars: numbers of characters, rising.
        times_ms: the time for each of them, as many as ``chars``; of unequal lists the shorter counts.
        tolerance_percent: how much of a time may be missing.
        lead_ms: how much earlier a cue may begin where there is not enough room after it.
    """

    chars: tuple[float, ...] = (12, 20, 36, 60)
    times_ms: tuple[float, ...] = (1000, 2000, 3000, 4000)
    tolerance_percent: float = 20
    lead_ms: int = 0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` shown for less than the table says."""
    rows = sorted(zip(options.chars, options.times_ms, strict=False))
    if not rows:
        return
    widths = subject.cue_widths
    part = 1 - options.tolerance_percent / 100

    def needed(number: int) -> int:
        return round(_table_ms(widths[number], rows) * part) if widths[number] else 0

    causes: Causes | None = None
    for number, duration in enumerate(subject.durations):
        least = needed(number)
        if duration >= least - TOLERANCE_MS or duration <= 0:
            continue
        causes = causes or Causes(
            subject,
            limit=None,
            needed_ms=needed,
            speed=lambda first, last, time: (
                f"{round(sum(widths[first : last + 1]) * 1000 / max(time, 1), 1):g} cps"
            ),
            lead_ms=options.lead_ms,
        )
        cause = causes.explain(number)
        yield RULE.at(
            subject.text_span(number),
            f"too little time for {widths[number]:g} {subject.counting.describe()} "
            f"({duration} < {least} ms by the table); {cause.message}",
            cue=number + 1,
            fix=cause.fix,
            severity=cause.severity,
        )


def _table_ms(width: float, rows: Sequence[tuple[float, float]]) -> float:
    """The table's time for a number of characters."""
    if width <= rows[0][0] or len(rows) == 1:
        return rows[0][1]
    place = min(max(bisect_right(rows, (width, 0.0)), 1), len(rows) - 1)
    (few, least), (many, most) = rows[place - 1], rows[place]
    return least + (most - least) * (width - few) / max(many - few, 1)


RULE = Rule(
    "SPD004",
    "below-reading-table",
    Severity.WARNING,
    Group.OPT_IN,
    check,
    __doc__,
    options=Options,
    fix="safe",
)
