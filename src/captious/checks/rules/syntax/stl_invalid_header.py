"""A field of the header has a value that the standard does not have.

## Why it matters

Each field of the header has its values: a code page, the frame rate, teletext or open subtitles, the table of
characters, a language, dates, numbers, time codes.
Programs refuse a file with another value, or guess: a wrong table changes every accented letter.

## Fails

`CCT` 07, `STL24.01`, a date `      `.

## Passes

`CCT` 00, `STL25.01`, `261127`.

## Fix safety

There is no fix: EBU STL is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- EBU Tech 3264-E, specification of the EBU subtitling data exchange format, §4.2, and appendices 1, 3 and 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.stl.issues import HEADER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The fields of ``subject`` that are wrong."""
    return from_reader(subject, RULE)


RULE = issue_rule(HEADER, check, __doc__, formats=("stl",))
