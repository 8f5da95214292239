"""A time lacks its hours, its milliseconds or a digit.

## Why it matters

SubRip writes `HH:MM:SS,mmm`, two digits each and three for the milliseconds. Players that read numbers by their
place show the cue at another time or not at all.

## Fails

`0:00:01,500`, `00:01,500`, `00:00:01`, `00: 00: 01,500`.

## Passes

`00:00:01,500`; more than two digits for the hours.

## Fix safety

What is missing is written as zeros: the time stays what players read, so it is safe. `1:30` is taken for minutes
and seconds, as players do.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.time_edits import write_in_full
from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import SHORT_TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The times of ``subject`` that are not written in full."""
    return from_reader(subject, RULE, write_in_full)


RULE = issue_rule(SHORT_TIME, check, __doc__, formats=("srt",), fix="safe")
