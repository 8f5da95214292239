"""A short word is alone on a line.

## Why it matters

The eye jumps to a new line for a word of a few letters.
If one more word moves across the line break, both lines are easier to read.

Only cues that need their two lines are checked.
A line break after punctuation ("Yes. / …", "There, / …") and other meaningful line breaks are not reported: two
speakers or languages, a label or sound on its own line, a song.
In text without punctuation a line break may stand for it, so such files are not checked.

## Fails

"I've got a lot of friends who would do / it."

## Passes

"I've got a lot of friends / who would do it."

Where no line break that fits avoids it, the finding is of severity info.

## Fix safety

The fix is safe: it puts a line break in place of a space, or a space in place of a break, and changes nothing else.
It re-breaks the lines if that leaves no short word alone and no other layout issue gets worse.
Tags around the whole text stay around it, and direction marks around every line go around every new one.
There is no fix where the break may mean something or a space may be wrong: two speakers, two languages, a song, a word,
number or address that goes on over the break, Chinese or Japanese characters, markup within the text.

## Sources

- A public Netflix linter has the same check (NF-ORPHAN). That a word of up to 6 characters counts as short is our own
  advice; human captions hardly ever do it (our own measurement).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_breaks import (
    ORPHAN_CHARS,
    ends_phrase,
    improve,
    is_orphan,
    is_structured,
    line_span,
    weigh,
)
from captious.analysis.passages import is_in_two_languages
from captious.analysis.rebreaking import is_punctuated
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that consist of one short word."""
    full = subject.profile.layout.line_length_chars.value
    for index, widths in enumerate(subject.widths):
        if len(widths) != 2 or (widths[0] > ORPHAN_CHARS and widths[1] > ORPHAN_CHARS):
            continue
        if widths[0] + widths[1] < full:
            continue
        lines = subject.cues[index].lines
        if is_structured(lines) or ends_phrase(lines[0]) or is_in_two_languages(subject, index):
            continue
        if not is_punctuated(subject):
            return
        for place, line in enumerate(lines):
            if is_orphan(line):
                fix = improve(subject, index, "Re-break the lines", issue="orphans")
                yield RULE.at(
                    line_span(subject, index, place),
                    f'short word alone on a line ("{line}")',
                    index=index,
                    fix=fix,
                    severity=weigh(subject, index, fix, RULE.severity),
                )


RULE = Rule("LAY007", "orphan-word", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="safe")
