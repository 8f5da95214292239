"""The line above the times is a number with something around it.

## Why it matters

`#12`, `12.` or `(12)` are not numbers to a program that reads them: it takes the line for text of the cue above, or
gives up.

## Fails

`#12` or `12.` above the times, after a blank line.

## Passes

`12`, also `0012`: leading zeros do not change a number.

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
from captious.formats.srt.issues import ODD_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` whose number is not just a number."""
    return from_reader(subject, RULE, Numbering(subject).fix)


RULE = issue_rule(ODD_INDEX, check, __doc__, formats=("srt",), fix="safe")
