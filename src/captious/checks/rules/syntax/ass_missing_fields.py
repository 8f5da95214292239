"""An event has fewer fields than its format.

## Why it matters

Fields are told apart by commas only.
Players drop an event with too few of them, or take a part of the text for a name.

## Fails

`Dialogue: 0:00:01.00,0:00:02.00,Default,Hello.` below a `Format:` line with ten fields.

## Passes

`Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Hello.`

## Fix safety

There is no fix: which field is missing is not known.

## Sources

- Specification of SSA v4, "[Events] section"; libass, `ass.c`, which drops such events.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.ass.issues import MISSING_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The events with too few fields of ``subject``."""
    return from_reader(subject, RULE)


RULE = issue_rule(MISSING_FIELDS, check, __doc__, formats=("ass",))
