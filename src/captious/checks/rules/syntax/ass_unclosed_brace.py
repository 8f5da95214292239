"""A brace opens overrides and is not closed.

## Why it matters

Some players show the codes as text, others hide everything behind the brace.

## Fails

`Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\i1Hello.`

## Passes

`{\\i1}Hello.`, and `\\{`, which is a brace that is shown.

## Fix safety

There is no fix: where the overrides end is not known.

## Sources

- Aegisub's manual, "ASS override tags"; libass, `ass_parse.c`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.ass.issues import UNCLOSED_BRACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The braces that are not closed of ``subject``."""
    return from_reader(subject, RULE)


RULE = issue_rule(UNCLOSED_BRACE, check, __doc__, formats=("ass",))
