"""A cue number contains characters other than digits.

## Why it matters

To a parser `#12`, `12.` or `(12)` are not numbers: it reads the line as text of the cue above, or stops.

## Fails

`#12` or `12.` above the timing line, after a blank line.

## Passes

`12`, and `0012`: leading zeros do not change the number.

## Fix safety

The fix is safe: it numbers each cue by its position in the file, up to the next cue whose number is wrong too.
Text, times and the order of the cues stay the same.

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
    """The cues of ``subject`` whose number has other characters around it."""
    return from_reader(subject, RULE, Numbering(subject).fix)


RULE = issue_rule(ODD_INDEX, check, __doc__, formats=("srt",), fix="safe")
