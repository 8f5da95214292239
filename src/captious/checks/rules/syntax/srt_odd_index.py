"""A cue number contains characters other than digits.

## Why it matters

To a parser `#12`, `12.`, `-12` or `Nr. 12` are not numbers: it reads the line as text of the cue above, or stops.

## Fails

`#12` or `12.` above the timing line, after a blank line.

## Passes

`12`, and `0012`: leading zeros do not change the number.

## Fix safety

The fix is safe: it numbers all cues of the file by their position.
Text, times and the order of the cues stay the same.
A cue that could not be read counts, and the numbers after it stay if they go on from those above.
It is unsafe where the line says more than a number, such as `2 # slide`.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.numbering import renumber
from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import ODD_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` whose number has other characters around it."""
    return from_reader(subject, RULE, renumber)


RULE = issue_rule(ODD_INDEX, check, __doc__, formats=("srt",), fix="safe or unsafe")
