"""Text between cues does not belong to any cue.

## Why it matters

Browsers drop it without an error.
It is usually the second half of a caption with a blank line in it, so viewers miss part of what was said.

## Fails

A line of text with a blank line above and below, or the identifier of a cue whose timing line is missing.

## Passes

Text directly below a timing line, or a comment that begins with `NOTE`.

## Fix safety

There is no fix: the text may belong to the cue above, be a comment, or lack its timing line.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §6.1, file parsing: a block that is no cue, region, style sheet or
  comment is dropped.
- w3c/webvtt.js: "Cue identifier cannot be standalone".
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import ARROW_OUTSIDE, BAD_TIMES, LATE_BLOCK, LOST_TEXT, MISSING_SIGNATURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The text of ``subject`` outside its cues, unless another issue is the cause."""
    if MISSING_SIGNATURE.code in subject.reported:
        return
    causes = {
        finding.span.line
        for issue in (BAD_TIMES, LATE_BLOCK, ARROW_OUTSIDE)
        for finding in subject.reported.get(issue.code, ())
    }
    starts = subject.source_lines.starts if causes else ()
    for finding in from_reader(subject, RULE):
        first = finding.span.line
        past = bisect_right(starts, finding.span.end) + 1
        # text below an invalid timing line, a late definition, or the identifier above an invalid timing line
        if causes.isdisjoint((first - 1, first)) and not (past == first + 1 and past in causes):
            yield finding


RULE = issue_rule(LOST_TEXT, check, __doc__, formats=("vtt",))
