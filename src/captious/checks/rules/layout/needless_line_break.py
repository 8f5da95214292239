"""A cue is broken into two lines although it fits on one.

## Why it matters

One line is read in one go and covers less of the picture, and each line break costs an eye movement.

Meaningful line breaks are not reported: two speakers, two languages, a label or a sound on a line of its own, a song, a
break between two sentences, and any break for which no space may stand: after a hyphen, within a number or an address,
between Chinese or Japanese characters.
In text without punctuation a line break may stand for it, so such files are not checked.

A file made for shorter lines than the style allows is checked against its own line length, which is the length that 95%
of its cues keep.
A file that breaks a third or more of the cues that would fit on one line does so on purpose: it is only checked against
a style that you name.

## Fails

"I do not / know." under a style that asks for one line where the text fits.

## Passes

"I do not know.", and two speakers with a dash each.

## Fix safety

The fix is safe: it puts a space in place of the line break, or nothing after a comma in Chinese or Japanese, and
changes nothing else.
Direction marks that begin or end both lines begin or end the new one.
A cue with markup within its text is not changed, nor is one in which a space may be wrong.

## Sources

- Netflix general requirements (partnerhelp 215758617): text stays on one line unless it is longer than the limit.
- AI-Media's style guide says the same; other human captions break 2% to 14% of cues that would fit (our own
  measurement), so this is a matter of taste.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from captious.analysis.line_breaks import is_structured
from captious.analysis.rebreaking import is_punctuated, join_cue, rebreak_lines
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.measure.sentence_marks import ends_sentence
from captious.measure.width import line_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_SAMPLE = 20
"""With fewer cues, the line length that a file was made for is unknown, and so are its habits."""
_HABIT = 1 / 3
"""Share of the cues that would fit on one line: files of people who keep to one line break up to a quarter of them,
others half or more (our own measurement)."""


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that would fit on one line."""
    space = line_width(" ", subject.counting)
    most = subject.profile.layout.line_length_chars.value - space
    found = [
        index
        for index, widths in enumerate(subject.widths)
        if len(widths) == 2 and widths[0] + widths[1] <= most
    ]
    if not found or not is_punctuated(subject):
        return
    most = min(most + space, _usual_width(subject))
    needless = {
        index: width
        for index in found
        if sum(subject.widths[index]) <= most and (width := _joined_width(subject, index)) <= most
    }
    if not subject.style_named and _is_habit(subject, len(needless), most):
        return
    for index, width in needless.items():
        yield RULE.at(
            subject.text_span(index),
            f"fits on one line ({width:g} <= {most:g} {subject.counting.describe()})",
            index=index,
            fix=rebreak_lines(subject, index, "Join the lines"),
        )


def _joined_width(subject: Subject, index: int) -> float:
    """The width of a cue on one line; infinity where its line break tells more than that a line is full."""
    upper, lower = subject.cues[index].lines
    if is_structured((upper, lower)) or ends_sentence(upper) or index in subject.passages:
        return inf
    joined = join_cue(subject, index)
    return inf if joined is None else line_width(joined, subject.counting)


def _is_habit(subject: Subject, needless: int, most: float) -> bool:
    """Whether a file breaks so many cues that would fit on one line that it does so on purpose."""
    single = sum(len(widths) == 1 and most / 2 < widths[0] <= most for widths in subject.widths)
    return needless >= _SAMPLE and needless >= _HABIT * (needless + single)


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
