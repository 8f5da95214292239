"""A line is not sent before the next one begins.

## Why it matters

A pair of bytes takes a frame.
A caption is shown once all of it is loaded: a line of 45 pairs takes a second and a half, and if the next line begins
earlier, its codes come late or overwrite what is not sent yet.

## Fails

A line at `00:00:09;20` with 16 pairs, and the next at `00:00:10;00`.

## Passes

The same line at `00:00:09;14` or before.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- 47 CFR 79.101, television closed caption decoders (CEA-608): two bytes in each frame of a field.
- `captious convert` moves the loading of a caption earlier, and lists captions for which there is no time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import LATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that meet the next one."""
    return from_reader(subject, RULE)


RULE = issue_rule(LATE, check, __doc__, formats=("scc",))
