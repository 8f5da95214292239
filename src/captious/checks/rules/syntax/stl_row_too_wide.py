"""A row has more columns than there are.

## Why it matters

A row of teletext has 40 columns, and each control code takes one.
The header may say less (MNC).
Decoders cut what is longer.

## Fails

38 letters after three codes.

## Passes

37 letters after three codes.

## Fix safety

There is no fix: EBU STL is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- EBU Tech 3264-E, specification of the EBU subtitling data exchange format, §4.2: MNC; §4.3: the text field.
- ETSI EN 300 706, §12: a control code takes a column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.stl.issues import WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The rows of ``subject`` that are too wide."""
    return from_reader(subject, RULE)


RULE = issue_rule(WIDTH, check, __doc__, formats=("stl",))
