"""Bytes have the wrong parity.

## Why it matters

Every byte of line 21 has an odd number of ones, the highest bit being set or not.
A decoder that finds an even number takes the byte for damaged: it shows a block, or drops the code.

## Fails

`c865`: the second byte has four ones.

## Passes

`c8e5`.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- 47 CFR 79.101, television closed caption decoders (CEA-608): odd parity, and what decoders do about damaged bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import PARITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The finding that bytes of ``subject`` have the wrong parity."""
    return from_reader(subject, RULE)


RULE = issue_rule(PARITY, check, __doc__, formats=("scc",))
