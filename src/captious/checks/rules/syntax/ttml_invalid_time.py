"""A time is not written as TTML writes times.

## Why it matters

Players ignore the caption, or show it at another time.
What is meant can be read here, but not by every player.

## Fails

`0:00:1.5` (two digits are needed), `00:00:01,500` (a comma), `00:00:01;12` (a semicolon), `5` (no unit),
`-01:00:00:00` (before zero).

## Passes

`00:00:01.5`, `00:00:01:12`, `1.5s`, `36f`, `15000000t`.

## Fix safety

The fix is safe: it writes the same time.
A time before zero has none.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §10.3.1, time expressions.
- Apple's example of iTunes timed text begins a division before zero.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TIMES, TTML, attribute_span, replace_value, ttml_file
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_VALID = re.compile(
    r"[0-9]{2,}:[0-5][0-9]:[0-5][0-9](?:\.[0-9]+|:[0-9]{2,}(?:\.[0-9]+)?)?|[0-9]+(?:\.[0-9]+)?(?:h|ms|m|s|f|t)"
)
_CLOCK = re.compile(r"([0-9]{1,4}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]+)|[:;]([0-9]{1,3}(?:\.[0-9]+)?))?")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def check(subject: Subject) -> Iterator[Finding]:
    """The times of ``subject`` that TTML does not know."""
    for one in ttml_file(subject).shown:
        for name in TIMES:
            written = one.element.attributes.get(name)
            if written is None or _VALID.fullmatch(written.strip()):
                continue
            value = _valid(written.strip())
            message = f'{name} is no TTML time: "{written[:40]}"'
            fix = (
                replace_value(subject, one.element, name, value=value, message=f"Write {value}")
                if value
                else None
            )
            yield RULE.at(attribute_span(subject, one.element, name), message, fix=fix)


def _valid(written: str) -> str:
    """The same time as TTML writes it; empty if it cannot."""
    if _NUMBER.fullmatch(written):
        return f"{written}s"
    clock = _CLOCK.fullmatch(written)
    if clock is None:
        return ""
    hours, minutes, seconds, fraction, frames = clock.groups()
    rest = f".{fraction}" if fraction else f":{frames:0>2}" if frames else ""
    return f"{hours:0>2}:{minutes:0>2}:{seconds:0>2}{rest}"


RULE = Rule(
    "TTM001", "ttml-invalid-time", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="safe", formats=TTML
)
