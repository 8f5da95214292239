"""The number of a cue is not the one after that of the cue above.

## Why it matters

A gap in the numbers looks as if cues had been lost; some tools refuse such a file. The first cue has the number 1.

## Fails

3 after 1; a file that begins with 0.

## Passes

1, 2, 3, whatever the times are: cues in the wrong order are another rule's business.

## Fix safety

Each cue gets the number of its place in the file, up to the next cue whose number is wrong too. Texts and times
stay, so it is safe. Cues found out of order are not moved.

## Sources

- Subtitle editors number the cues again when they save.
- srt-linter and srt-lint-mcp check that numbers rise by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.numbering import Numbering
from captious.checks.reported import from_reader, issue_rule
from captious.formats.srt.issues import INDEX_ORDER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` whose number does not follow."""
    return from_reader(subject, RULE, Numbering(subject).fix)


RULE = issue_rule(INDEX_ORDER, check, __doc__, formats=("srt",), fix="safe")
