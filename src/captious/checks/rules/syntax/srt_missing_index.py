"""A cue has no number above its timing line.

## Why it matters

Most players look for the arrow and do not need the number.
Some upload forms and many scripts expect three parts, number, times and text, and read the last line of the text above
as the number.

## Fails

A timing line directly below a blank line, or directly below the text of the cue above.

## Passes

A number on the line above the timing line.

## Fix safety

The fix is safe: it numbers all cues of the file by their position.
Text, times and the order of the cues stay the same.
A cue that could not be read counts, and the numbers after it stay if they go on from those above.
There is no fix while a number stands alone in the text of a file without cue numbers, where it would be taken for one.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.analysis.numbering import renumber
from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import MISSING_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_MANY = 5
"""From so many cues without a number on, and if they are most, the file is written without numbers."""


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` without a number; one finding where most have none."""
    found = from_reader(subject, RULE, renumber)
    missing, cues = len(subject.reported[RULE.code]), len(subject.cues)
    if missing < _MANY or 2 * missing <= cues:
        return found
    first = next(found)
    whole = f"no cue number before the times of {missing:,} of {cues:,} cues"
    return iter((replace(first, message=whole),))


RULE = issue_rule(MISSING_INDEX, check, __doc__, formats=("srt",), fix="safe")
