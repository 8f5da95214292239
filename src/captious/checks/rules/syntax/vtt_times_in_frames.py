"""The timestamps count frames instead of milliseconds.

## Why it matters

Editing programs write `HH:MM:SS:FF`, hours, minutes, seconds and the number of a frame.
Players expect milliseconds, and read no cue.

## Fails

`00:00:01:12 --> 00:00:03:00`, where all times of the file end in two digits after a colon or semicolon.

## Passes

`00:00:01.480 --> 00:00:03.000`.
A time like this among times in milliseconds: `vtt-invalid-times` reports it.

## Fix safety

With a frame rate (`--fps`) the fix is safe: it writes the same times in milliseconds.
A semicolon before the frames means a drop-frame timecode at 29.97 and 59.94 frames per second.
Without a frame rate there is no fix, here or in another rule that writes times, and rules about times and speed do not
run.

## Sources

- SMPTE ST 12-1: timecodes, and what drop-frame leaves out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.time_edits import write_milliseconds
from captious.checks.reported import from_reader, issue_rule
from captious.formats.vtt.issues import TIMES_IN_FRAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The finding that the times of ``subject`` count frames."""
    return from_reader(subject, RULE, write_milliseconds)


RULE = issue_rule(TIMES_IN_FRAMES, check, __doc__, formats=("vtt",), fix="safe")
