"""Two speakers share one line.

## Why it matters

Viewers look for the second speaker at the start of a line.
In the middle of a line, the dash looks like a dash within a sentence, and the answer reads as part of the question.

## Fails

    - Are you coming? - In a minute.

## Passes

    - Are you coming?
    - In a minute.

Only lines that begin with a dialogue dash are checked, and only a dash after the end of a sentence and before a
capital letter counts.

## Fix safety

A line break takes the place of the space before the second dash; nothing else changes, so the fix is safe.
It is left out if the cue would have more lines than the style allows; split the cue instead.

## Sources

- Netflix Timed Text Style Guide, English: one speaker a line.
- Subtitle Edit, Fix common errors: split dialogs on one line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.dashes import find_dashed
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that hold two speakers."""
    newline = subject.document.newline
    for index, lines in subject.once(find_dashed):
        shared = [line.second for line in lines if line.second is not None]
        if not shared:
            continue
        edits = [(start, end, newline) for start, end in shared]
        fix = change_text(subject, index, edits, "Break the line before the second speaker")
        place = subject.span(shared[0][1], shared[0][1] + 1)
        yield RULE.at(place, "two speakers in one line", index=index, fix=fix)


RULE = Rule("SPK002", "two-speakers-in-line", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="safe")
