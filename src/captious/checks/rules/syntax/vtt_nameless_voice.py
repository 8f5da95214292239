"""A voice tag names no speaker.

## Why it matters

`<v>` is there to say who speaks. Without a name it says nothing to screen readers, and style sheets for a speaker
do not reach it.

## Fails

`<v>Hello`.

## Passes

`<v Bob>Hello`.

## Fix safety

None: who speaks takes a person.

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
    """The voices of ``subject`` without a name."""
    return from_reader(subject, RULE)


RULE = issue_rule(NAMELESS_VOICE, check, __doc__, formats=("vtt",))
