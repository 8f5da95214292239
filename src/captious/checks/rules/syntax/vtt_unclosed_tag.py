"""A tag is never closed.

## Why it matters

Browsers close it at the end of the cue.
Other parsers carry italics over into the next cue, or refuse the file.

## Fails

`<i>Hello`; `Hi. <v Bob>Hello`.

## Passes

`<i>Hello</i>`.
A `<v Bob>` at the start of the cue may stay open, and so may an `<rt>` that `</ruby>` closes.

## Fix safety

The fix is safe: it closes all open tags at the end of the cue, where browsers close them.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.broken_times import cues_above_blank_line
from captious.analysis.vtt_tags import close_all
from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import UNCLOSED_TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The unclosed tags of ``subject``."""
    # one per cue, or a cue with twenty thousand open tags would be parsed as many times
    fixes: dict[int, Fix | None] = {}
    # the end tag may be below the blank line
    others = cues_above_blank_line(subject)
    found = from_reader(subject, RULE, lambda subject, finding: _close(subject, finding, fixes))
    return (finding for finding in found if finding.cue not in others)


def _close(subject: Subject, finding: Finding, fixes: dict[int, Fix | None]) -> Fix | None:
    index = (finding.cue or 1) - 1
    if index not in fixes:
        fixes[index] = close_all(subject, index)
    return fixes[index]


RULE = issue_rule(UNCLOSED_TAG, check, __doc__, formats=("vtt",), fix="safe")
