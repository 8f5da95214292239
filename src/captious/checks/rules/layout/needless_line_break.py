"""A cue is broken into two lines although it fits on one.

## Why it matters

One line is read in one go and covers less of the picture, and each line break costs an eye movement.

Meaningful line breaks are not reported: two speakers, a label or a sound on a line of its own, a song, and a break
between two sentences.

A file made for shorter lines than the style allows is checked against its own line length, which is the length that 95%
of its cues keep.

## Fails

"I do not / know." under a style that asks for one line where the text fits.

## Passes

"I do not know.", and two speakers with a dash each.

## Fix safety

The fix is safe: it joins the lines and changes no words.

## Sources

- Netflix general requirements (partnerhelp 215758617): text stays on one line unless it is longer than the limit.
- AI-Media's style guide says the same; other human captions break 2% to 14% of cues that would fit (our own
  measurement), so this is a matter of taste.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.edits import rebreak_lines
from captious.analysis.line_breaks import ends_sentence, is_structured
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.measure.width import line_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_SAMPLE = 20
"""With fewer cues, the line length that a file was made for is unknown."""


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that would fit on one line."""
    space = line_width(" ", subject.counting)
    most = subject.profile.layout.line_length_chars.value - space
    found = [
        index
        for index, widths in enumerate(subject.widths)
        if len(widths) == 2 and widths[0] + widths[1] <= most
    ]
    if not found:
        return
    most = min(most + space, _usual_width(subject))
    for index in found:
        widths = subject.widths[index]
        if sum(widths) + space > most:
            continue
        lines = subject.cues[index].lines
        if is_structured(lines) or ends_sentence(lines[0]):
            continue
        yield RULE.at(
            subject.text_span(index),
            f"fits on one line ({sum(widths) + space:g} <= {most:g} {subject.counting.describe()})",
            index=index,
            fix=rebreak_lines(subject, index, "Join the lines"),
        )


def _usual_width(subject: Subject) -> float:
    """The line length that 95% of the cues keep: what the file was made for, whatever the style allows."""
    widest = sorted(max(widths) for widths in subject.widths if widths)
    if len(widest) < _SAMPLE:
        return subject.profile.layout.line_length_chars.value
    return widest[len(widest) * 19 // 20]


RULE = Rule(
    "LAY004",
    "needless-line-break",
    Severity.INFO,
    Group.STATED,
    check,
    __doc__,
    fix="safe",
    stated=lambda profile: profile.layout.one_line_if_fits,
)
