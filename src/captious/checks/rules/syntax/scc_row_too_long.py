"""A row has more than 32 columns.

## Why it matters

A row ends with its 32nd column.
A decoder puts each character that follows into that column, where it takes the place of the one before: all but the
last are lost.

## Fails

33 letters in a row that begins in the first column.

## Passes

32 letters.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- 47 CFR 79.101, television closed caption decoders (CEA-608): 15 rows of 32 columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import LONG_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The rows of ``subject`` that are too long."""
    return from_reader(subject, RULE)


RULE = issue_rule(LONG_ROW, check, __doc__, formats=("scc",))
