"""A timecode does not exist.

## Why it matters

Drop-frame timecodes leave out the numbers 00 and 01 of each minute but every tenth, so that they keep up with the
clock.
Seconds end at 59 and frames at 29.
Programs refuse such a file, or read another time.

## Fails

`00:01:00;00`, `00:00:61;00`, `00:00:10;30`.

## Passes

`00:01:00;02`, `00:10:00;00`, `00:01:00:00`.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- SMPTE ST 12-1: timecodes, and what drop-frame leaves out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import NO_SUCH_TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The timecodes of ``subject`` that do not exist."""
    return from_reader(subject, RULE)


RULE = issue_rule(NO_SUCH_TIME, check, __doc__, formats=("scc",))
