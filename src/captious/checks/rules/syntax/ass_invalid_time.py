"""A time is not written as `H:MM:SS.cc`.

## Why it matters

Times of ASS have hundredths of a second, with a point.
Of `0:00:01.500` players read 500 hundredths, which is five seconds; an event with `0:00:01:50` they drop.

## Fails

`0:00:01:50`, `0:00:01.500`, `0:00:01`, `1.5`.

## Passes

`0:00:01.50`.

## Fix safety

The fix is unsafe: it writes the time that is most likely meant.
What cannot be a time has none.

## Sources

- Specification of SSA v4, "Start" and "End"; libass, `ass.c`, `string2timecode`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.exchange.ass.issues import BAD_TIME
from captious.formats.exchange.ass.times import meant_time, written_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The times in another form of ``subject``."""
    return from_reader(subject, RULE, _write_time)


def _write_time(subject: Subject, finding: Finding) -> Fix | None:
    written = subject.source[finding.span.start : finding.span.end]
    ms = meant_time(written)
    if ms is None:
        return None
    edit = Edit(finding.span.start, finding.span.end, written_time(ms, written))
    return Fix((edit,), False, "Write the time with hundredths of a second")


RULE = issue_rule(BAD_TIME, check, __doc__, formats=("ass",), fix="unsafe")
