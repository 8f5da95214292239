"""An arrow `-->` stands in or right below a comment, a style sheet or a region.

## Why it matters

Wherever a browser meets `-->` it looks for times, and the block above ends there. The rest of a comment then
appears as a caption, or a style sheet is cut in two.

## Fails

`NOTE see 00:10 --> 00:12`; the times of a cue directly below a comment.

## Passes

A blank line between a comment and a cue; `->` in a comment.

## Fix safety

If the line holds the times of a cue, a blank line is put above it, else the arrow loses a dash. No cue's text is
touched, so it is safe.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.1, comment, region and style blocks: the text must not hold
  `-->`.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.line_edits import insert_line_before
from captious.analysis.time_edits import as_webvtt
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import ARROW_OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


# a run of dashes before the ">" would leave an arrow behind
_ARROW = re.compile(r"(?<!-)-{2,}>")


def check(subject: Subject) -> Iterator[Finding]:
    """The arrows of ``subject`` outside of timing lines."""
    return from_reader(subject, RULE, _tell_apart)


def _tell_apart(subject: Subject, finding: Finding) -> Fix:
    line = finding.span.line - 1
    text, begin = subject.source_lines.texts[line], subject.source_lines.starts[line]
    if as_webvtt(text) is not None:
        return insert_line_before(subject, line, "Put a blank line above the times")
    # the rest of the block too: its next arrow would be found only after this one is gone
    edits: list[Edit] = []
    while text and as_webvtt(text) is None:
        edits += (Edit(begin + arrow.start(), begin + arrow.end(), "->") for arrow in _ARROW.finditer(text))
        line += 1
        if line == len(subject.source_lines.texts):
            break
        text, begin = subject.source_lines.texts[line], subject.source_lines.starts[line]
    return Fix(tuple(edits), True, 'Write "->"')


RULE = issue_rule(ARROW_OUTSIDE, check, __doc__, formats=("vtt",), fix="safe")
