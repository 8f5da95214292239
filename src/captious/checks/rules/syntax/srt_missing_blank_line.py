"""There is no blank line above a cue.

## Why it matters

Strict parsers read two cues as one, and show the number and the timing line of the second one as text: `2`,
`00:00:03,000 --> 00:00:04,000`.

## Fails

A cue number and timing line directly below the text of the cue above.

## Passes

One blank line between two cues.

## Fix safety

The fix is safe: it only inserts a blank line.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import insert_line_before
from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import MISSING_BLANK_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with no blank line above."""
    return from_reader(subject, RULE, _insert)


def _insert(subject: Subject, finding: Finding) -> Fix:
    return insert_line_before(subject, finding.span.line - 1, "Insert a blank line above the cue")


RULE = issue_rule(MISSING_BLANK_LINE, check, __doc__, formats=("srt",), fix="safe")
