"""There is no space around the arrow `-->`, or before the settings after the timestamps.

## Why it matters

Browsers accept this, but the format does not.
Other parsers split the line at spaces and find one word where they expect three.

## Fails

`00:01.000-->00:02.000`, `00:01.000 --> 00:02.000align:start`.

## Passes

`00:01.000 --> 00:02.000 align:start`, with one or more spaces or tabs.

## Fix safety

The fix is safe: it only inserts the missing space.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.3, timings: one or more spaces or tabs on each side of the arrow.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import ARROW_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_END = re.compile(r"[ \t\f]*(?:[0-9]+:)?[0-9]{2}:[0-9]{2}\.[0-9]{3}").match
_WHITESPACE = " \t\f"


def check(subject: Subject) -> Iterator[Finding]:
    """The timing lines of ``subject`` that lack a space."""
    return from_reader(subject, RULE, _insert_spaces)


def _insert_spaces(subject: Subject, finding: Finding) -> Fix | None:
    begin = finding.span.start
    line = subject.source[begin : finding.span.end]
    arrow = line.find("-->")
    end = _END(line, arrow + 3)
    if arrow < 1 or end is None:
        return None
    places = [arrow] if line[arrow - 1] not in _WHITESPACE else []
    places += [arrow + 3] if line[arrow + 3] not in _WHITESPACE else []
    places += [end.end()] if line[end.end() :] and line[end.end()] not in _WHITESPACE else []
    return Fix(
        tuple(Edit(begin + place, begin + place, " ") for place in places), True, "Insert the missing spaces"
    )


RULE = issue_rule(ARROW_SPACE, check, __doc__, formats=("vtt",), fix="safe")
