"""A cue has the same setting twice.

## Why it matters

The last valid one is used, so an edit to the first one has no effect.

## Fails

`line:10% line:80%`.

## Passes

Each setting once.

## Fix safety

The fix is safe: it removes the setting that has no effect, and the position of the cue stays the same.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.4, settings.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.vtt_settings import REACH, without
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Fix
from captious.formats.vtt.issues import BAD_SETTING, REPEATED_SETTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The duplicate cue settings of ``subject``."""
    ignored = {finding.span.start for finding in subject.reported.get(BAD_SETTING.code, ())}
    return from_reader(subject, RULE, lambda subject, finding: _keep_one(subject, finding, ignored))


def _keep_one(subject: Subject, finding: Finding, ignored: set[int]) -> Fix | None:
    start, end = finding.span.start, finding.span.end
    if start not in ignored:
        name = re.escape(subject.source[start:end].partition(":")[0])
        reach = max(start - REACH, subject.source_lines.starts[finding.span.line - 1])
        earlier = [*re.finditer(rf"(?<![^ \t\f]){name}:[^ \t\f]*(?=[ \t\f])", subject.source[reach:start])]
        if not earlier:
            return None
        start, end = reach + earlier[-1].start(), reach + earlier[-1].end()
    return Fix((without(subject, start, end),), True, "Remove the setting that has no effect")


RULE = issue_rule(REPEATED_SETTING, check, __doc__, formats=("vtt",), fix="safe")
