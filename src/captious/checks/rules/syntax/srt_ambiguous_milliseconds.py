"""The milliseconds of a timestamp do not have three digits and are ambiguous.

## Why it matters

Players read `,5` as the whole number 5 ms, but people and the programs that write it mean half a second.
The cue appears up to half a second early, with no visible reason.

## Fails

`00:00:01,5`: 1.005 s to a player, 1.5 s to its author.

## Passes

`00:00:01,500` and `00:00:01,005`.

## Fix safety

The fix is safe: it only pads digits that mean the same either way, such as `,0` or `,00`.
Digits after a colon or semicolon may count frames and stay; `srt-times-in-frames` reports a file full of them.
All other timestamps need a manual fix; check which program wrote the file to find out what it means.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.time_edits import write_three_digits
from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import AMBIGUOUS_MILLISECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The ambiguous timestamps of ``subject``."""
    return from_reader(subject, RULE, write_three_digits)


RULE = issue_rule(AMBIGUOUS_MILLISECONDS, check, __doc__, formats=("srt",), fix="safe")
