"""No line says in which order the fields of the events are.

## Why it matters

The line `Format:` at the top of `[Events]` names the fields of every event, in their order.
Without it players guess the usual order; a program that writes another one shows names as text.

## Fails

`[Events]`, followed at once by `Dialogue: 0,0:00:01.00,…`.

## Passes

`[Events]`, then `Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text`, then the events.

## Fix safety

The fix is safe: it writes the order that players guess.

## Sources

- Specification of SSA v4, "[Events] section"; libass, `ass.c`, for the order that is guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.exchange.ass.issues import MISSING_FORMAT
from captious.formats.exchange.ass.script import format_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_V4 = re.compile(r"^\s*\[v4 styles\]", re.IGNORECASE | re.MULTILINE)


def check(subject: Subject) -> Iterator[Finding]:
    """The events without an order of ``subject``."""
    return from_reader(subject, RULE, _write_order)


def _write_order(subject: Subject, finding: Finding) -> Fix:
    is_v4 = _V4.search(subject.source) is not None
    place = finding.span.start
    text = format_line(is_v4=is_v4) + subject.document.newline
    return Fix((Edit(place, place, text),), True, "Write the usual order of the fields")


RULE = issue_rule(MISSING_FORMAT, check, __doc__, formats=("ass",), fix="safe")
