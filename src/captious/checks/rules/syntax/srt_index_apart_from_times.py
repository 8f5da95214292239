"""A blank line separates a cue number from its timing line.

## Why it matters

A blank line ends a cue.
A strict parser reads the number as a cue without times, and the timing line as a cue without a number.

## Fails

A cue number, a blank line, and then the timing line.

## Passes

The cue number directly above the timing line.

## Fix safety

The fix is safe: it removes the blank lines between the number and the timing line and leaves the text alone.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import remove_lines
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Fix
from captious.formats.srt.issues import APART_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cue numbers of ``subject`` that are separated from their timing lines."""
    return from_reader(subject, RULE, _join)


def _join(subject: Subject, finding: Finding) -> Fix:
    texts = subject.source_lines.texts
    first = past = finding.span.line - 1
    while past < len(texts) and not texts[past].strip():
        past += 1
    return Fix((remove_lines(subject, first, past),), True, "Remove the blank lines")


RULE = issue_rule(APART_INDEX, check, __doc__, formats=("srt",), fix="safe")
