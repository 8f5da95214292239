"""The words of a cue would read better broken elsewhere.

## Why it matters

A line is read as a unit. Even where no rule of thumb is broken, one break can carry the sense better than another:
"you can see that / we define a set of events" makes a viewer start twice, "you can see that we define / a set of
events" does not. The check is the search that breaks captions for `captious caption`, whose costs are learned from
captions by people.

It looks at every cue of more than one line and takes its time, so it runs only when it is selected. It is about taste:
of the two-line captions it was tried on, all by people, it would break one in twenty otherwise.

## Fails

"And when MySQL reads the data / from the disc, it is slow."

## Passes

"And when MySQL reads / the data from the disc, it is slow."

## Fix safety

The cue is broken again if no other issue of layout gets worse. Words and times stay.

## Sources

- Our own measurement: by 8 or more, other lines are found for 5.4 % of the two-line cues of a third of 53 freely
  licensed files of human captions (docs/guide/breaks.md).
- Gerber-Morón, Szarkowska & Woll 2018, The impact of text segmentation on subtitle reading, Journal of Eye Movement
  Research 11(4): lines that break off in a phrase are harder to read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.edits import better_lines
from captious.analysis.line_breaks import improve_shape, is_structured, line_span
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
        least_gain: how much less other lines have to cost, on the scale of the table of breaks.
    """

    least_gain: float = 8.0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` that would read better on other lines."""
    width = subject.profile.layout.line_length_chars.value
    for index, widths in enumerate(subject.widths):
        lines = subject.cues[index].lines
        # lines that are too long or too many are other rules' business, and so is one line that would do
        if not 2 <= len(widths) <= subject.profile.layout.lines.value or max(widths) > width:
            continue
        if is_structured(lines):
            continue
        found = better_lines(subject, index)
        if found is None or found.gain < options.least_gain or len(found.lines) < 2:
            continue
        yield RULE.at(
            line_span(subject, index, 0),
            f"reads better as {' / '.join(found.lines)}",
            index=index,
            fix=improve_shape(subject, index, "Break the lines again"),
        )


RULE = Rule("LAY012", "awkward-line-break", Severity.INFO, Group.OPT_IN, check, __doc__, Options, fix="safe")
