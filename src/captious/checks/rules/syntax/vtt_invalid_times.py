"""A timing line does not have two valid WebVTT timestamps.

## Why it matters

WebVTT is stricter than SubRip.
Browsers drop the cue and all of its text because of a comma instead of a dot, a missing digit, or 61 seconds.

## Fails

`00:00:01,500 --> 00:00:02,000`, `1:02.500 --> 1:04.000`, `00:00:01.5 --> 00:00:02.0`.

## Passes

`00:00:01.500 --> 00:00:02.000`, `00:01.500 --> 00:02.000`, `100:00:00.000 --> 100:00:01.000`.

## Fix safety

The fix is safe: it rewrites timestamps that can mean only one thing, which restores the cue.
One or two digits of milliseconds, minutes or seconds above 59, and negative times need a manual fix.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.3, timings: `HH:MM:SS.mmm` or `MM:SS.mmm`.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.time_edits import as_webvtt
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import BAD_TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The timing lines of ``subject`` that browsers cannot parse."""
    return from_reader(subject, RULE, _rewrite)


def _rewrite(subject: Subject, finding: Finding) -> Fix | None:
    lines, line = subject.source_lines, finding.span.line - 1
    text, begin = lines.texts[line], lines.starts[line]
    written = as_webvtt(text)
    if written is None:
        return None
    return Fix((Edit(begin, begin + len(text), written),), True, "Write the times in WebVTT form")


RULE = issue_rule(BAD_TIMES, check, __doc__, formats=("vtt",), fix="safe")
