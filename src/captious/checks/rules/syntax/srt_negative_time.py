"""A timestamp is negative.

## Why it matters

No player can show a cue before the start of the media.
Negative timestamps appear when a file was shifted too far back, so every other time in the file may be wrong too.

## Fails

`-00:00:01,000`.

## Passes

`00:00:00,000`, and `-00:00:00,000`.

## Fix safety

The fix is unsafe: it sets the timestamp to zero.
If the whole file was shifted, shift it back with `captious retime` instead.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.srt.issues import NEGATIVE_TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The negative timestamps of ``subject``."""
    return from_reader(subject, RULE, _start_at_zero)


def _start_at_zero(_: Subject, finding: Finding) -> Fix:
    return Fix(
        (Edit(finding.span.start, finding.span.end, "00:00:00,000"),), False, "Set the timestamp to zero"
    )


RULE = issue_rule(NEGATIVE_TIME, check, __doc__, formats=("srt",), fix="unsafe")
