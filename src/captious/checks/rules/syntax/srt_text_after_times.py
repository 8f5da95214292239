"""There is text after the timestamps on a timing line.

## Why it matters

Players drop it.
If it is the first line of the caption, viewers never see it; WebVTT's `align:start` has no effect in a SubRip file.

## Fails

`00:00:01,000 --> 00:00:02,000 Hello.`

## Passes

Nothing after the timestamps, or SubRip coordinates: `X1:100 X2:200 Y1:300 Y2:400`.

## Fix safety

The fix is unsafe because it changes what viewers may see.
It removes WebVTT settings, and makes any other text the first line of the cue.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.srt.issues import TEXT_AFTER_TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_SETTINGS = re.compile(r"\s*(?:(?:align|line|position|region|size|vertical):\S{1,99}\s*){1,9}").fullmatch


def check(subject: Subject) -> Iterator[Finding]:
    """The text after the timestamps of ``subject``."""
    return from_reader(subject, RULE, _move)


def _move(subject: Subject, finding: Finding) -> Fix:
    start, end = finding.span.start, finding.span.end
    written = subject.source[start:end]
    if _SETTINGS(written):
        return Fix((Edit(start, end, ""),), False, "Remove the WebVTT settings")
    text = subject.document.newline + written.strip()
    return Fix((Edit(start, end, text),), False, "Move the text to the first line of the cue")


RULE = issue_rule(TEXT_AFTER_TIMES, check, __doc__, formats=("srt",), fix="unsafe")
