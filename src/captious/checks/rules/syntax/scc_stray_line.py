"""A line has no timecode.

## Why it matters

Every line below the first is a timecode, a tab and pairs of bytes.
Programs drop any other, and some refuse the file.

## Fails

`Here begins part two` between two lines.

## Passes

`00:00:12;00` and a tab before the pairs.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- Our own, after files in the wild and the programs that read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import STRAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` without a timecode."""
    return from_reader(subject, RULE)


RULE = issue_rule(STRAY, check, __doc__, formats=("scc",))
