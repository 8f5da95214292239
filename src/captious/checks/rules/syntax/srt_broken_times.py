"""The times of a cue cannot be read, or are missing.

## Why it matters

Players do not start a new cue there.
They drop its text, or show its number, its times and its text as part of the cue above.

## Fails

- Another sign for the arrow, or none: `00:00:05,000 → 00:00:06,000`, `==`, `--&gt;`, `to`.
- One time: `00:00:05,000 -->`.
- What is not a time: `00:00:0l,000`, with a letter in place of a digit, or `00.00.05.000`.
- A control character in the times.
- A number after a blank line that no times follow, where the cues of the file have numbers.

## Passes

- A timing line that players can read, or an arrow in a sentence.
- A number after a blank line where hardly any cue of the file has a number: it is text.

## Fix safety

The fix is unsafe: it writes the arrow between two times that can be read, so that players show a cue that they did not
show before.
There is no other fix: only the recording shows which time was meant.
No safe fix of any rule touches the lines of such a cue, joins them to the cue above, or changes the numbers after it.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.srt.broken import broken_times
from captious.formats.srt.issues import BROKEN_TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` whose times cannot be read."""
    return from_reader(subject, RULE, _repair)


def _repair(subject: Subject, finding: Finding) -> Fix | None:
    lines = subject.source_lines
    line = subject.span(finding.span.end, finding.span.end).line - 1
    found = broken_times(lines.texts[line])
    if found is None or found.repaired is None:
        return None
    start = lines.starts[line]
    edit = Edit(start, start + len(lines.texts[line]), found.repaired)
    return Fix((edit,), False, "Write the arrow between the times")


RULE = issue_rule(BROKEN_TIMES, check, __doc__, formats=("srt",), fix="unsafe")
