"""There is a code that means nothing in such a subtitle.

## Why it matters

The codes 00 to 1F are those of teletext, 80 to 83 italics and underlining of open subtitles.
In the other kind of subtitle they mean nothing, and 86 to 89, 8B to 8E and 90 to 9F never do: programs drop them, or
show something else.
Text after the first unused byte (8F) is not shown either.

## Fails

Italics (80) in teletext, a colour (03) in open subtitles, 99 anywhere.

## Passes

A colour in teletext, italics in open subtitles.

## Fix safety

There is no fix: EBU STL is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- EBU Tech 3264-E, specification of the EBU subtitling data exchange format, §4.3: the text field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.stl.issues import CODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The codes of ``subject`` that mean nothing there."""
    return from_reader(subject, RULE)


RULE = issue_rule(CODE, check, __doc__, formats=("stl",))
