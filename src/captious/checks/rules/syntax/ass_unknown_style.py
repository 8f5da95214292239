"""An event names a style that is not defined.

## Why it matters

Players use the style `Default` instead: a sign loses its place, a song its looks.
The name is misspelled, or the style was lost when the file was edited.

## Fails

`Dialogue: 0,0:00:01.00,0:00:02.00,Sing,,0,0,0,,EXIT` in a script whose styles are `Default` and `Sign`.

## Passes

The same with `Sign`, and with `Default`, which needs no definition.

## Fix safety

There is no fix: which style is meant is not known.

## Sources

- Specification of SSA v4, "Style"; libass, `ass.c`, `lookup_style`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.ass.issues import UNKNOWN_STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The events with an unknown style of ``subject``."""
    return from_reader(subject, RULE)


RULE = issue_rule(UNKNOWN_STYLE, check, __doc__, formats=("ass",))
