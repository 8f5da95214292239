"""Drop-frame and non-drop-frame timecodes are mixed.

## Why it matters

The two count differently: after an hour they are 3.6 seconds apart.
Programs take the first timecode for all.

## Fails

`00:00:10;00` and `00:00:12:00` in one file.

## Passes

One of the two in all lines.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- SMPTE ST 12-1: drop-frame timecodes, written with a semicolon.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import MIXED_COUNT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The finding that timecodes of ``subject`` count in two ways."""
    return from_reader(subject, RULE)


RULE = issue_rule(MIXED_COUNT, check, __doc__, formats=("scc",))
