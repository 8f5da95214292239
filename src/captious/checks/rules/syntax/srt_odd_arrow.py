"""The arrow between two timestamps is not `-->` with one space on each side.

## Why it matters

Many parsers split the line at ` --> `, including the spaces.
With `->`, a long dash or no spaces, the cue is lost or becomes text of the cue above.

## Fails

`00:00:01,000-->00:00:02,000`, `->`, `–>`, or two spaces.

## Passes

`00:00:01,000 --> 00:00:02,000`.

## Fix safety

The fix is safe: it only replaces the characters between the two timestamps.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.srt.issues import ODD_ARROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The arrows of ``subject`` that are not written as in SubRip."""
    return from_reader(subject, RULE, _write_arrow)


def _write_arrow(_: Subject, finding: Finding) -> Fix:
    return Fix((Edit(finding.span.start, finding.span.end, " --> "),), True, 'Write " --> "')


RULE = issue_rule(ODD_ARROW, check, __doc__, formats=("srt",), fix="safe")
