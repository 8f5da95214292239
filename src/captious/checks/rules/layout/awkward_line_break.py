"""The text of a cue would read better with other line breaks.

## Why it matters

A line is read as a unit.
Even where no rule is broken, one line break can be easier to read than another.
"you can see that / we define a set of events" makes viewers start twice; "you can see that we define / a set of events"
does not.
The rule uses the line breaking search of `captious caption`, whose costs are learned from captions made by people, and
in English the network that says which words belong together.

It is slow, because it searches every cue of more than one line, so it runs only when it is selected.
It is a matter of taste: in captions made by people it would break one in fourteen two-line cues differently.

## Fails

"And when MySQL reads the data / from the disc, it is slow."

## Passes

"And when MySQL reads / the data from the disc, it is slow."

## Fix safety

The fix is safe: it puts a line break in place of a space, or a space in place of a break, and changes nothing else.
It re-breaks the lines only if no other layout issue gets worse.
Tags around the whole text stay around it, and direction marks around every line go around every new one.
There is no fix where the break may mean something or a space may be wrong: two speakers, two languages, a song, a word,
number or address that goes on over the break, Chinese or Japanese characters, markup within the text.

## Sources

- Our own measurement: other lines cost less by 8 or more for 7.0% of the two-line cues of a sixth of 53 freely licensed
  files of human captions (docs/guide/breaks.md).
- Gerber-Morón, Szarkowska & Woll 2018, The impact of text segmentation on subtitle reading, Journal of Eye Movement
  Research 11(4): lines that break off in a phrase are harder to read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.line_breaks import improve_shape, is_structured, line_span
from captious.analysis.passages import is_in_two_languages
from captious.analysis.rebreaking import better_lines
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `awkward-line-break`.

    Args:
        least_gain: how much less other line breaks have to cost, on the scale of the table of break costs.
    """

    least_gain: float = 8.0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` that would read better with other line breaks."""
    width = subject.profile.layout.line_length_chars.value
    for index, widths in enumerate(subject.widths):
        lines = subject.cues[index].lines
        # other rules report lines that are too long, too many or needless
        if not 2 <= len(widths) <= subject.profile.layout.lines.value or max(widths) > width:
            continue
        if is_structured(lines) or is_in_two_languages(subject, index):
            continue
        found = better_lines(subject, index)
        if found is None or found.gain < options.least_gain or len(found.lines) < 2:
            continue
        yield RULE.at(
            line_span(subject, index, 0),
            f"reads better as {' / '.join(found.lines)}",
            index=index,
            fix=improve_shape(subject, index, "Re-break the lines"),
        )


RULE = Rule("LAY012", "awkward-line-break", Severity.INFO, Group.OPT_IN, check, __doc__, Options, fix="safe")
