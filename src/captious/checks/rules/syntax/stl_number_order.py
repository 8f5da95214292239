"""A subtitle number does not follow the one before.

## Why it matters

Numbers go up within a group; blocks with one number are one subtitle.
Where a number comes again, programs join two subtitles or lose one.

## Fails

Number 7 after number 7.

## Passes

Number 8 after number 7; a number may be left out.

## Fix safety

There is no fix: EBU STL is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- EBU Tech 3264-E, specification of the EBU subtitling data exchange format, §4.3: SGN, SN.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.stl.issues import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The subtitle numbers of ``subject`` that are out of order."""
    return from_reader(subject, RULE)


RULE = issue_rule(NUMBER, check, __doc__, formats=("stl",))
