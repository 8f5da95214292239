"""A time does not exist, or lies before the programme.

## Why it matters

Hours end at 23, minutes and seconds at 59, and frames with the frame rate: at 25 frames per second there is no frame
25.
The header says when the programme begins (TCP): a subtitle before that is not shown, or times are taken to count from
zero.

## Fails

`10:00:01:25` at 25 frames per second, `09:59:58:00` in a programme from `10:00:00:00`.

## Passes

`10:00:01:24`.

## Fix safety

There is no fix: EBU STL is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- EBU Tech 3264-E, specification of the EBU subtitling data exchange format, §4.2: TCP; §4.3: TCI, TCO.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.stl.issues import TIME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The times of ``subject`` that cannot be."""
    return from_reader(subject, RULE)


RULE = issue_rule(TIME, check, __doc__, formats=("stl",))
