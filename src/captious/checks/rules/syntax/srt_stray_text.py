"""There is text above the first cue.

## Why it matters

Players skip everything before the first timing line.
The text is a comment that is never shown, or a cue whose timing line is broken.

## Fails

A title or `WEBVTT` at the start of a SubRip file.

## Passes

A file that begins with the number of its first cue.

## Fix safety

There is no fix: the text may be a caption, a comment or a sign of the wrong format.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import STRAY_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The text of ``subject`` above its first cue."""
    return from_reader(subject, RULE)


RULE = issue_rule(STRAY_TEXT, check, __doc__, formats=("srt",))
