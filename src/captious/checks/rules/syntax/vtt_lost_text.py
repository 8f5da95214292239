"""Text between cues does not belong to any cue.

## Why it matters

Browsers drop it without an error.
It is a comment without `NOTE`, or a caption that lacks its times.

## Fails

- Text above the first cue, or below a comment.
- The identifier of a cue with a blank line between it and the times.

## Passes

- Text directly below a timing line, or a comment that begins with `NOTE`.
- Text below a blank line in a cue, which `vtt-blank-line-in-text` reports.
- Times that cannot be read, with the text below them: `vtt-invalid-times` reports them.

## Fix safety

There is no fix: the text may be a comment, or lack its timing line.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §6.1, file parsing: a block that is no cue, region, style sheet or
  comment is dropped.
- w3c/webvtt.js: "Cue identifier cannot be standalone".
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import (
    ARROW_OUTSIDE,
    BAD_TIMES,
    BLANK_LINE_IN_TEXT,
    LATE_BLOCK,
    LOST_TEXT,
    MISSING_SIGNATURE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.formats.issue import Issue


def check(subject: Subject) -> Iterator[Finding]:
    """The text of ``subject`` outside its cues, unless another issue is the cause."""
    if (
        MISSING_SIGNATURE.code in subject.reported
        and not subject.cues
        and BAD_TIMES.code not in subject.reported
    ):
        return
    causes = _lines_of(subject, BAD_TIMES, LATE_BLOCK, ARROW_OUTSIDE)
    apart = _lines_of(subject, BAD_TIMES, BLANK_LINE_IN_TEXT)
    texts, starts = subject.source_lines.texts, subject.source_lines.starts
    for finding in from_reader(subject, RULE):
        first = finding.span.line
        past = bisect_right(starts, finding.span.end) + 1
        # text below an invalid timing line, a late definition, or the identifier above an invalid timing line
        if not causes.isdisjoint((first - 1, first)) or (past == first + 1 and past in causes):
            continue
        above = first - 1
        while apart and above > 0 and above not in apart and not texts[above - 1].strip():
            above -= 1
        if above not in apart:
            yield finding


def _lines_of(subject: Subject, *issues: Issue) -> set[int]:
    return {finding.span.line for issue in issues for finding in subject.reported.get(issue.code, ())}


RULE = issue_rule(LOST_TEXT, check, __doc__, formats=("vtt",))
