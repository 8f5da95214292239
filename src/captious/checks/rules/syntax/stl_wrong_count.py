"""The header counts other blocks or subtitles than there are.

## Why it matters

The header says how many blocks (TNB), subtitles (TNS) and groups of subtitles (TNG) follow.
Where there are fewer, the file was cut off on its way; where there are more, programs read a part of it.
Broadcasters refuse both.

## Fails

`TNB` 00120 above 100 blocks.

## Passes

The numbers of blocks and subtitles that there are; comments may count as subtitles or not.

## Fix safety

There is no fix: EBU STL is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- EBU Tech 3264-E, specification of the EBU subtitling data exchange format, §4.2: TNB, TNS, TNG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.stl.issues import COUNT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The counts of ``subject`` that are wrong."""
    return from_reader(subject, RULE)


RULE = issue_rule(COUNT, check, __doc__, formats=("stl",))
