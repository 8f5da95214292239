"""Two cues or two regions have the same identifier.

## Why it matters

Style sheets, scripts and links match the first cue or both, not the one that was meant.
Of two regions with the same identifier, the second one is used.

## Fails

Two cues with the identifier `intro`.

## Passes

Unique identifiers, or none.

## Fix safety

There is no fix: style sheets and scripts may refer to the identifier.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.1, cue identifier: unique in the file.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import REPEATED_ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The duplicate identifiers of ``subject``."""
    return from_reader(subject, RULE)


RULE = issue_rule(REPEATED_ID, check, __doc__, formats=("vtt",))
