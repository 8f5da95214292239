"""There is a character that the code table does not have.

## Why it matters

Each table leaves some bytes without a character, and in the Latin one a diacritic needs a letter after it.
Programs show nothing in their place, or another character.
Often the table in the header (CCT) is wrong.

## Fails

`D9` in the Latin table, a diacritic (`C2`) at the end of a text.

## Passes

`C2 65`, which is é.

## Fix safety

There is no fix: EBU STL is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- EBU Tech 3264-E, specification of the EBU subtitling data exchange format, appendix 2.
- ISO/IEC 6937.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.stl.issues import CHARACTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The characters of ``subject`` that are not in its table."""
    return from_reader(subject, RULE)


RULE = issue_rule(CHARACTER, check, __doc__, formats=("stl",))
