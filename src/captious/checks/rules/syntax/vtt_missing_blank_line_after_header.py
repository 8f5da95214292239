"""There is no blank line between the header and the first cue.

## Why it matters

Browsers accept this.
Other parsers read the first cue as part of the header and never show its text.
An identifier between `WEBVTT` and the timing line is always lost.

## Fails

`WEBVTT`, and the timing line of the first cue on the next line.

## Passes

A blank line below the header.

## Fix safety

The fix is safe: it inserts a blank line, above the number of the cue if there is one.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.1, file structure: the header ends with two line terminators.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import insert_line_before
from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import BAD_TIMES, HEADER_BLANK_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The missing blank line below the header of ``subject``."""
    # an invalid timing line begins no cue: fix that first
    others = {finding.span.line for finding in subject.reported.get(BAD_TIMES.code, ())}
    return (finding for finding in from_reader(subject, RULE, _insert) if finding.span.line not in others)


def _insert(subject: Subject, finding: Finding) -> Fix:
    line, texts = finding.span.line - 1, subject.source_lines.texts
    if line > 1 and texts[line - 1].strip().isdigit():
        line -= 1  # probably the identifier of the cue
    return insert_line_before(subject, line, "Insert a blank line below the header")


RULE = issue_rule(HEADER_BLANK_LINE, check, __doc__, formats=("vtt",), fix="safe")
