"""A line is earlier than the one before.

## Why it matters

A file is sent from its first line to its last.
Programs lose the captions of a line that lies in the past, or stop there.

## Fails

`00:00:12;00` below `00:00:14;00`.

## Passes

Lines in the order of their times.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- Our own; the format is a stream of pairs in the order of their frames.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import ORDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that are out of order."""
    return from_reader(subject, RULE)


RULE = issue_rule(ORDER, check, __doc__, formats=("scc",))
