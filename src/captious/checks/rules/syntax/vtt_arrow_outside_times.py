"""There is an arrow `-->` in or directly below a comment, a style sheet or a region.

## Why it matters

A browser that finds `-->` expects a timing line, and ends the block above it.
The rest of a comment then appears as a caption, or half of a style sheet is lost.

## Fails

`NOTE see 00:10 --> 00:12`, or the timing line of a cue directly below a comment.

## Passes

A blank line between a comment and a cue, or `->` in a comment.

## Fix safety

It inserts a blank line above the timing line of a cue; any other arrow loses a dash.
That is safe in a comment, and unsafe in a style sheet or a region, which then has an effect that it did not have.

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
    from collections.abc import Iterator, Sequence

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


# all dashes of a run, or an arrow would be left
_ARROW = re.compile(r"(?<!-)-{2,}>")


_MEANT_AS_TIMES = re.compile(r"\s{0,9}[0-9]{1,3}[:.][0-9]").match


def check(subject: Subject) -> Iterator[Finding]:
    """The arrows of ``subject`` outside timing lines."""
    return from_reader(subject, RULE, _separate)


def _separate(subject: Subject, finding: Finding) -> Fix | None:
    line = finding.span.line - 1
    text, begin = subject.source_lines.texts[line], subject.source_lines.starts[line]
    if as_webvtt(text) is not None:
        return insert_line_before(subject, line, "Insert a blank line above the timing line")
    # the rest of the block too: its next arrow would be found only after this one is removed
    edits: list[Edit] = []
    safe = _is_in_comment(subject.source_lines.texts, line)
    while text and as_webvtt(text) is None:
        if _MEANT_AS_TIMES(text):
            return None  # the times of a cue, which a shorter arrow would hide
        edits += (Edit(begin + arrow.start(), begin + arrow.end(), "->") for arrow in _ARROW.finditer(text))
        line += 1
        if line == len(subject.source_lines.texts):
            break
        text, begin = subject.source_lines.texts[line], subject.source_lines.starts[line]
    return Fix(tuple(edits), safe, 'Write "->"')


def _is_in_comment(texts: Sequence[str], line: int) -> bool:
    """Whether a line is part of a comment; a style sheet or a region would have an effect without its arrow."""
    while line and texts[line - 1].strip():
        line -= 1
    return not texts[line].startswith(("STYLE", "REGION"))


RULE = issue_rule(ARROW_OUTSIDE, check, __doc__, formats=("vtt",), fix="safe or unsafe")
