"""Text follows a drawing that does not end, so that players draw it.

## Why it matters

`\\p1` begins a drawing, `\\p0` ends it.
In between everything is a command such as `m 0 0 l 10 0`, and words are not shown.

## Fails

`{\\p1}m 0 0 l 10 0 10 10{\\c}Hello.`

## Passes

`{\\p1}m 0 0 l 10 0 10 10{\\p0}Hello.`, and a drawing alone, which ends with its event.

## Fix safety

The fix is unsafe: it ends the drawing where the words begin, which are shown then.

## Sources

- Aegisub's manual, "ASS override tags", Drawing tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.exchange.ass.issues import DRAWN_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The text that is drawn of ``subject``."""
    return from_reader(subject, RULE, _end_drawing)


def _end_drawing(_: Subject, finding: Finding) -> Fix:
    place = finding.span.start
    return Fix((Edit(place, place, "{\\p0}"),), False, "End the drawing before the text")


RULE = issue_rule(DRAWN_TEXT, check, __doc__, formats=("ass",), fix="unsafe")
