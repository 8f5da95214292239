"""A voice tag has no name.

## Why it matters

`<v>` identifies the speaker.
Without a name it tells screen readers nothing, and style sheets for a speaker do not apply.

## Fails

`<v>Hello`.

## Passes

`<v Bob>Hello`.

## Fix safety

There is no fix: the speaker is not known.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import NAMELESS_VOICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The voice tags of ``subject`` without a name."""
    return from_reader(subject, RULE)


RULE = issue_rule(NAMELESS_VOICE, check, __doc__, formats=("vtt",))
