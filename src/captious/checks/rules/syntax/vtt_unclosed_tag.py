"""A tag is never closed.

## Why it matters

Browsers close it at the end of the cue; other readers carry italics over into the next one, or refuse the file.

## Fails

`<i>Hello`; `Hi. <v Bob>Hello`.

## Passes

`<i>Hello</i>`. A `<v Bob>` that the cue begins with may stay open, and an `<rt>` that `</ruby>` closes.

## Fix safety

All that is open is closed at the end of the cue, where browsers close it, so it is safe.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.vtt_tags import close_all
from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import UNCLOSED_TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The tags of ``subject`` that stay open."""
    fixes: dict[int, Fix | None] = {}  # one a cue, or twenty thousand open tags would be read as many times
    return from_reader(subject, RULE, lambda subject, finding: _close(subject, finding, fixes))


def _close(subject: Subject, finding: Finding, fixes: dict[int, Fix | None]) -> Fix | None:
    index = (finding.cue or 1) - 1
    if index not in fixes:
        fixes[index] = close_all(subject, index)
    return fixes[index]


RULE = issue_rule(UNCLOSED_TAG, check, __doc__, formats=("vtt",), fix="safe")
