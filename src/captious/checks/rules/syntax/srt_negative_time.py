"""A time lies before the start of the media.

## Why it matters

No player can show it. It comes from shifting a file too far back; then every time of the file is suspect.

## Fails

`-00:00:01,000`.

## Passes

`00:00:00,000`, also `-00:00:00,000`.

## Fix safety

The time becomes zero. That is unsafe: if the whole file was shifted, it should be shifted back instead.

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
    """The times of ``subject`` before zero."""
    return from_reader(subject, RULE, _start_at_zero)


def _start_at_zero(_: Subject, finding: Finding) -> Fix:
    return Fix((Edit(finding.span.start, finding.span.end, "00:00:00,000"),), False, "Write zero")


RULE = issue_rule(NEGATIVE_TIME, check, __doc__, formats=("srt",), fix="unsafe")
