"""The milliseconds of a time have not three digits and could mean two times.

## Why it matters

Players read `,5` as a whole number, 5 ms; people, and the programs that write it, mean half a second. The cue comes
up to half a second early, and nobody sees why.

## Fails

`00:00:01,5`: 1.005 s to a player, 1.5 s to its author.

## Passes

`00:00:01,500` and `00:00:01,005`.

## Fix safety

Only digits that mean the same either way, such as `,0` or `,00`, are written in full. For all others a person has
to say which was meant; see where the rest of the file comes from.

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
    """The times of ``subject`` that could mean two."""
    return from_reader(subject, RULE, write_three_digits)


RULE = issue_rule(AMBIGUOUS_MILLISECONDS, check, __doc__, formats=("srt",), fix="safe")
