"""The two lines of a cue differ too much in length.

## Why it matters

Two lines of similar length need the least eye movement and cover the least of the picture's width.

Only cues that need their two lines are checked.
Meaningful line breaks are not reported: two speakers or languages, a label or sound on its own line, a song, or
punctuation at the end of the first line.
In text without punctuation a line break may stand for it, so such files are not checked.

## Fails

A line of 40 characters above one of 8, under a style that allows a difference of 24.

## Passes

Lines of 40 and 16 characters, in either order.

Where no line break that fits avoids it, the finding is of severity info.

## Fix safety

The fix is safe: it puts a line break in place of a space, or a space in place of a break, and changes nothing else.
It re-breaks the lines if they are balanced afterwards and no other layout issue gets worse.
Tags around the whole text stay around it, and direction marks around every line go around every new one.
There is no fix where the break may mean something or a space may be wrong: two speakers, two languages, a song, a word,
number or address that goes on over the break, Chinese or Japanese characters, markup within the text.

## Sources

- The limit and its source are those of the style: `docs/guide/styles.md`, `layout.unbalanced_chars`.
- TED asks for lines of similar length; guides disagree on whether the upper or the lower should be longer, and human
  captions have either about as often (our own measurement).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_breaks import ends_phrase, improve, is_structured, weigh
from captious.analysis.passages import is_in_two_languages
from captious.analysis.rebreaking import is_punctuated
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` whose two lines differ by more than the style allows."""
    limit = subject.profile.layout.unbalanced_chars
    most, full = limit.value, subject.profile.layout.line_length_chars.value
    for index, widths in enumerate(subject.widths):
        if len(widths) != 2 or -most <= widths[0] - widths[1] <= most or widths[0] + widths[1] < full:
            continue
        lines = subject.cues[index].lines
        if is_structured(lines) or ends_phrase(lines[0]) or is_in_two_languages(subject, index):
            continue
        if not is_punctuated(subject):
            return
        fix = improve(subject, index, "Re-break the lines", issue="unbalanced")
        yield RULE.at(
            subject.text_span(index),
            f"lines differ by {abs(widths[0] - widths[1]):g} characters ({widths[0]:g} and {widths[1]:g}; at most "
            f"{most:g}, {subject.counting.describe()})",
            index=index,
            fix=fix,
            severity=weigh(subject, index, fix, subject.severity_of(limit)),
        )


RULE = Rule("LAY006", "unbalanced-lines", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="safe")
