"""A subtitle has rows outside of the picture.

## Why it matters

The vertical position is the row of the first line, from 1 to 23 in teletext, and a row in double height takes two.
Decoders do not show rows below the last one.

## Fails

Two lines in double height from row 22.

## Passes

Two lines in double height from row 20.

## Fix safety

There is no fix: EBU STL is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- EBU Tech 3264-E, specification of the EBU subtitling data exchange format, §4.3: vertical position (VP).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.stl.issues import ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The subtitles of ``subject`` with rows outside."""
    return from_reader(subject, RULE)


RULE = issue_rule(ROW, check, __doc__, formats=("stl",))
