"""A cue has no number above its times.

## Why it matters

Most players look for the arrow and never miss the number. Some upload forms and a good many scripts read a cue as
three parts, number, times, text, and then take the last line of the text above for a number.

## Fails

Times that follow a blank line, or the text above, directly.

## Passes

A number on the line above the times.

## Fix safety

Each cue gets the number of its place in the file, up to the next cue whose number is wrong too. Texts and times
stay, so it is safe. Cues found out of order are not moved.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.numbering import Numbering
from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import MISSING_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` without a number."""
    return from_reader(subject, RULE, Numbering(subject).fix)


RULE = issue_rule(MISSING_INDEX, check, __doc__, formats=("srt",), fix="safe")
