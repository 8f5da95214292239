"""A tag that begins with a digit is not a timestamp.

## Why it matters

Between `<` and `>` a digit starts a timestamp at which the rest of the caption appears.
Browsers skip an invalid timestamp, and text such as `<3` disappears.

## Fails

`<00:00:01,500>`, `<1:00>`, `I <3 you> all`.

## Passes

`<00:00:01.500>`, `<00:01.500>`.

## Fix safety

The fix is safe where it replaces a comma with a dot or adds missing zeros.
It is unsafe where it writes `&lt;` to show the tag as text.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import BAD_TIMESTAMP_TAG
from captious.formats.vtt.timestamps import parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_TIME = re.compile(r"<(?:([0-9]{1,10}):)?([0-9]{1,2}):([0-9]{1,2})[.,]([0-9]{3})>").fullmatch


def check(subject: Subject) -> Iterator[Finding]:
    """The tags of ``subject`` that look like timestamps."""
    return from_reader(subject, RULE, _fix)


def _fix(subject: Subject, finding: Finding) -> Fix:
    start, end = finding.span.start, finding.span.end
    match = _TIME(subject.source, start, end)
    if match is not None:
        hours, minutes, seconds, ms = match.groups()
        time = f"{(hours or '').zfill(2)}:{minutes.zfill(2)}:{seconds.zfill(2)}.{ms}"
        if parse_timestamp(time) is not None:
            return Fix((Edit(start, end, f"<{time}>"),), True, "Write the time in WebVTT form")
    return Fix((Edit(start, start + 1, "&lt;"),), False, "Write &lt; to show it as text")


RULE = issue_rule(BAD_TIMESTAMP_TAG, check, __doc__, formats=("vtt",), fix="safe or unsafe")
