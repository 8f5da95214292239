"""A line looks like a timing line but cannot be parsed.

## Why it matters

Players do not start a new cue there.
They show its timing line and text as part of the cue above, or drop both.

## Fails

`00:00:0l,000 --> 00:00:02,000`, with a letter in place of a digit.

## Passes

A timing line that players can read, or an arrow in a sentence.

## Fix safety

There is no fix: only the recording shows which time was meant.

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
    """The unreadable timing lines of ``subject``."""
    return from_reader(subject, RULE)


RULE = issue_rule(BROKEN_TIMES, check, __doc__, formats=("srt",))
