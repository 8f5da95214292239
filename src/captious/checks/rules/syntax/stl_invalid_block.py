"""A block does not fit those around it.

## Why it matters

A text of more than 112 bytes goes on in further blocks, numbered from 00, the last one FF (EBN).
Subtitles that are added one below the other are a set with a first, others, and a last one (CS).
Where a number is missing, programs lose text, or join that of two subtitles.

## Fails

A block 00 without a block FF, the end of a set without its start.

## Passes

Blocks 00, 01, FF of one subtitle.

## Fix safety

There is no fix: EBU STL is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- EBU Tech 3264-E, specification of the EBU subtitling data exchange format, §4.3: EBN, CS, JC, CF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.stl.issues import BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The blocks of ``subject`` that do not fit."""
    return from_reader(subject, RULE)


RULE = issue_rule(BLOCK, check, __doc__, formats=("stl",))
