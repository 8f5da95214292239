"""A timestamp has a dot or colon instead of a comma before its milliseconds.

## Why it matters

The dot belongs to WebVTT.
Most players accept it, but strict ones, among them some television sets and upload checks, skip the cue.

## Fails

`00:00:01.500`, `00:00:01:500`.

## Passes

`00:00:01,500`.

## Fix safety

The fix is safe: it replaces one character with a comma and keeps the time.
There is no fix after a colon or semicolon if there are not three digits: they may count frames.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.srt.issues import DOT_IN_TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_FRAME = re.compile(r" ?+(?![0-9]{3}(?![0-9]))").match


def check(subject: Subject) -> Iterator[Finding]:
    """The timestamps of ``subject`` without a comma before the milliseconds."""
    return from_reader(subject, RULE, _write_comma)


def _write_comma(subject: Subject, finding: Finding) -> Fix | None:
    start, end = finding.span.start, finding.span.end
    if subject.source[start] in ":;" and _FRAME(subject.source, end):
        return None
    return Fix((Edit(finding.span.start, finding.span.end, ","),), True, "Write a comma")


RULE = issue_rule(DOT_IN_TIME, check, __doc__, formats=("srt",), fix="safe")
