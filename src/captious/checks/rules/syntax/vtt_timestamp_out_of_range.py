"""A timestamp in cue text is outside its cue, or not after the previous one.

## Why it matters

Words wait for a time that never comes while their cue is shown, or all appear at once.
This happens when a cue is moved and the timestamps in its text are not.

## Fails

`<00:00:09.000>` in a cue that ends at 4 s.

## Passes

Increasing timestamps between the start and the end of the cue.

## Fix safety

The fix is unsafe: it removes the tag and keeps the words, but changes when they appear.

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
    """The timestamps in the cue text of ``subject`` that are out of range or out of order."""
    return from_reader(subject, RULE, _remove)


def _remove(subject: Subject, finding: Finding) -> Fix:
    return Fix((remove(subject, finding.span.start, finding.span.end),), False, "Remove the timestamp")


RULE = issue_rule(TIMESTAMP_ORDER, check, __doc__, formats=("vtt",), fix="unsafe")
