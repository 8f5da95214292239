"""No blank line stands between the header and the first cue.

## Why it matters

Browsers forgive it. Other readers take the first cue for a part of the header, and its text is never shown. An
identifier between `WEBVTT` and the times is lost everywhere.

## Fails

`WEBVTT`, and the times of the first cue on the next line.

## Passes

A blank line below the header.

## Fix safety

A blank line is put in, above a number that stands right above the times, so it is safe.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.1, file structure: the header ends with two line terminators.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import insert_line_before
from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import HEADER_BLANK_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The missing blank line below the header of ``subject``."""
    return from_reader(subject, RULE, _insert)


def _insert(subject: Subject, finding: Finding) -> Fix:
    line, texts = finding.span.line - 1, subject.source_lines.texts
    if line > 1 and texts[line - 1].strip().isdigit():
        line -= 1  # meant as the identifier of the cue
    return insert_line_before(subject, line, "Put a blank line below the header")


RULE = issue_rule(HEADER_BLANK_LINE, check, __doc__, formats=("vtt",), fix="safe")
