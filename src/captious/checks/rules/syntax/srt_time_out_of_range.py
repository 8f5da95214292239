"""The minutes or seconds of a time are over 59.

## Why it matters

Players carry the rest over, editors often refuse. Such a time comes from a script that added without carrying, or
from a slip of the finger, and then it is wrong altogether.

## Fails

`00:00:75,000`.

## Passes

`00:01:15,000`.

## Fix safety

The rest is carried over as players do it. The cue is shown when it was shown before, so it is safe; look at it all
the same.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.time_edits import carry_over
from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import TIME_RANGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The times of ``subject`` with more than 59 minutes or seconds."""
    return from_reader(subject, RULE, carry_over)


RULE = issue_rule(TIME_RANGE, check, __doc__, formats=("srt",), fix="safe")
