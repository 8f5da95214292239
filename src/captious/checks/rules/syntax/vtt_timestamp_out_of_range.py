"""A time within a text lies outside of its cue or not after the one before.

## Why it matters

Words wait for a time that never comes while their cue is shown, or they all appear at once. It happens when a cue
is moved and the times in its text are not.

## Fails

`<00:00:09.000>` in a cue that ends at 4 s.

## Passes

Times that rise, after the start of the cue and before its end.

## Fix safety

The tag is removed and the words stay, but when they appear changes: unsafe.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import remove
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Fix
from captious.formats.vtt.issues import TIMESTAMP_ORDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The times in texts of ``subject`` that cannot be kept."""
    return from_reader(subject, RULE, _remove)


def _remove(subject: Subject, finding: Finding) -> Fix:
    return Fix((remove(subject, finding.span.start, finding.span.end),), False, "Remove the time")


RULE = issue_rule(TIMESTAMP_ORDER, check, __doc__, formats=("vtt",), fix="unsafe")
