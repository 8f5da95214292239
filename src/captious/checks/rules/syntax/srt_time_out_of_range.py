"""The minutes or seconds of a timestamp are above 59.

## Why it matters

Players carry the excess over, but editors often refuse the file.
Such a timestamp comes from a script that added without carrying, or from a typing error, and then the time itself is
wrong.

## Fails

`00:00:75,000`.

## Passes

`00:01:15,000`.

## Fix safety

The fix is safe: it carries the excess over as players do, so the cue is shown at the same time as before.
Check the time anyway, in case it was a typing error.

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
    """The timestamps of ``subject`` with more than 59 minutes or seconds."""
    return from_reader(subject, RULE, carry_over)


RULE = issue_rule(TIME_RANGE, check, __doc__, formats=("srt",), fix="safe")
