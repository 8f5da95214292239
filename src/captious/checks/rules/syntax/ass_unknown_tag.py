"""An override tag is unknown.

## Why it matters

Players ignore what they do not know: the tag is misspelled, or belongs to one player only.

## Fails

`{\\blurr4}`, `{\\jitter(1,2,3,4)}`.

## Passes

`{\\blur4}`, and words in braces without a backslash, which are a comment.

## Fix safety

There is no fix: what is meant is not known.

## Sources

- Aegisub's manual, "ASS override tags", which lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.ass.issues import UNKNOWN_TAG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The unknown tags of ``subject``."""
    return from_reader(subject, RULE)


RULE = issue_rule(UNKNOWN_TAG, check, __doc__, formats=("ass",))
