"""There is something that is no code.

## Why it matters

Each pair of bytes is four hexadecimal digits.
Decoders drop what CEA-608 gives no meaning, and programs stop at what is no number.

## Fails

`94zz`, `942`, and control codes such as `9d40`, which no table has.

## Passes

`942c`.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- 47 CFR 79.101 and CTA-608: the tables of characters and control codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import NO_CODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The codes of ``subject`` that are none."""
    return from_reader(subject, RULE)


RULE = issue_rule(NO_CODE, check, __doc__, formats=("scc",))
