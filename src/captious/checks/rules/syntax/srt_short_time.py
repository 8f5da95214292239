"""A timestamp lacks its hours, its milliseconds or a digit.

## Why it matters

SubRip timestamps have the form `HH:MM:SS,mmm`: two digits for each part and three for the milliseconds.
Players that read the digits by position show the cue at another time or not at all.

## Fails

`0:00:01,500`, `00:01,500`, `00:00:01`, `00: 00: 01,500`.

## Passes

`00:00:01,500`, and more than two digits for the hours.

## Fix safety

The fix is safe: it pads the timestamp with zeros, and the time stays the one that players read.
`1:30` is read as minutes and seconds, as in players.

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
    """The incomplete timestamps of ``subject``."""
    return from_reader(subject, RULE, write_in_full)


RULE = issue_rule(SHORT_TIME, check, __doc__, formats=("srt",), fix="safe")
