"""A cue is shown for less time than the style's reading table requires.

## Why it matters

Some guides do not state one speed for all captions: a short caption needs more time for each character, because the eye
has to find it first.
They give a table instead, such as one second for 12 characters and three for 36.

## Fails

40 characters in 2 s, under a table that requires 3.2 s with a tolerance of 20%.

## Passes

The same cue in 2.6 s.
The time is interpolated between two rows of the table, constant below the first row, and extrapolated above the last.
In a file of two languages the one that takes longer to read counts: nobody reads both.

## Fix safety

The fix is safe: it keeps the style's gap to the next cue, its maximum duration and the end of the media.
It ends the cue later, by no more than the tolerance requires, if there is enough free time after it.
With the option `lead_ms` it may also begin the cue earlier, by no more than that time; by more than half a second, it
is unsafe.

## Sources

- The table and its source are those of the style: `speed.reading_table`. The options replace it; in a style without
  one they are those of the French *Charte relative à la qualité du sous-titrage* (CSA, now Arcom): 12 characters 1 s,
  20 characters 2 s, 36 characters 3 s, 60 characters 4 s, with a tolerance of 20%.
- What counts as a character: `counting` in the style.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.speed_causes import Causes
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity
from captious.measure.speed import table_ms
from captious.style.limits import Limit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.style.profile import Profile


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `below-reading-table`.

    Args:
        chars: numbers of characters, in ascending order.
        times_ms: the time for each number in ``chars``; if the lists differ in length, the rest of the longer one is
            ignored.
        tolerance_percent: how much shorter than the table a cue may be.
        lead_ms: how much earlier a fix may begin a cue if there is not enough free time after it.
    """

    chars: tuple[float, ...] = (12, 20, 36, 60)
    times_ms: tuple[float, ...] = (1000, 2000, 3000, 4000)
    tolerance_percent: float = 20
    lead_ms: int = 0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` shown for less time than the reading table requires."""
    table = subject.profile.speed.reading_table
    rows = sorted(zip(options.chars, options.times_ms, strict=False))
    if table is None or options != Options():
        # selected in a style without a table, or with rows from the configuration
        if not rows:
            return
        part = 1 - options.tolerance_percent / 100
        limit = None
    else:
        rows = sorted(zip(table.chars, table.times_ms, strict=True))
        part = 1 - table.tolerance_percent / 100
        limit = Limit(0, table.source, table.basis)
    widths = subject.cue_widths

    def needed(index: int) -> int:
        return round(table_ms(widths[index], rows) * part)

    causes: Causes | None = None
    for index, duration in enumerate(subject.durations):
        least = needed(index)
        if duration >= least - TOLERANCE_MS or duration <= 0:
            continue
        causes = causes or Causes(
            subject,
            limit=limit,
            needed_ms=needed,
            speed=lambda first, last, time: (
                f"{round(sum(widths[first : last + 1]) * 1000 / max(time, 1), 1):g} cps"
            ),
            lead_ms=options.lead_ms,
        )
        cause = causes.explain(index)
        yield RULE.at(
            subject.text_span(index),
            f"too little time for {widths[index]:g} {subject.counting.describe()} "
            f"({duration:,} < {least:,} ms by the reading table); {cause.message}",
            index=index,
            fix=cause.fix,
            severity=cause.severity,
        )


def _states_table(profile: Profile) -> bool:
    return profile.speed.reading_table is not None


RULE = Rule(
    "SPD004",
    "below-reading-table",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    options=Options,
    fix="safe or unsafe",
    changes=Change.START,
    stated=_states_table,
)
