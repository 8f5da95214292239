"""Control codes are sent once.

## Why it matters

Control codes are sent twice, one after the other, for a single damaged byte would lose a caption otherwise.
Decoders count the two as one; some of them wait for the second.

## Fails

`942f` alone.

## Passes

`942f 942f`.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- 47 CFR 79.101, television closed caption decoders (CEA-608): control codes are transmitted twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import SINGLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The finding that control codes of ``subject`` are sent once."""
    return from_reader(subject, RULE)


RULE = issue_rule(SINGLE, check, __doc__, formats=("scc",))
