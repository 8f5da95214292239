"""A blank line stands between a number and its times.

## Why it matters

A blank line ends a cue. Read strictly, the number is then a cue without times and the times are one without a
number.

## Fails

A number, a blank line, and then the times.

## Passes

The number directly above the times.

## Fix safety

The blank lines between number and times go. No text is touched, so it is safe.

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
    """The numbers of ``subject`` cut off from their times."""
    return from_reader(subject, RULE, _join)


def _join(subject: Subject, finding: Finding) -> Fix:
    texts = subject.source_lines.texts
    first = past = finding.span.line - 1
    while past < len(texts) and not texts[past].strip():
        past += 1
    return Fix((remove_lines(subject, first, past),), True, "Remove the blank lines")


RULE = issue_rule(APART_INDEX, check, __doc__, formats=("srt",), fix="safe")
