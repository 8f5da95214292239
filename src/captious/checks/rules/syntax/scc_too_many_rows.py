"""More than four rows are shown at once.

## Why it matters

A decoder shows up to four rows of captions; whether it shows a fifth is its own affair.

## Fails

Five rows in one caption.

## Passes

Four rows.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- 47 CFR 79.101, television closed caption decoders (CEA-608): at least four rows are displayed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import MANY_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The captions of ``subject`` with too many rows."""
    return from_reader(subject, RULE)


RULE = issue_rule(MANY_ROWS, check, __doc__, formats=("scc",))
