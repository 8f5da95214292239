"""A line looks like times but cannot be read as such.

## Why it matters

Players do not begin a new cue there: its text is shown with the cue above, times and all, or not at all.

## Fails

`00:00:0l,000 --> 00:00:02,000`, with a letter for a digit.

## Passes

Times players can read; an arrow in a sentence.

## Fix safety

None: which time was meant takes a person with the recording.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import BROKEN_TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that were meant as times."""
    return from_reader(subject, RULE)


RULE = issue_rule(BROKEN_TIMES, check, __doc__, formats=("srt",))
