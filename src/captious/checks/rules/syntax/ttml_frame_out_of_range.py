"""A time code has a frame that its second does not have.

## Why it matters

The file states a frame rate that is not that of its times, or leaves out frame numbers that it then uses.
Every time of the file may be wrong by a few percent.

## Fails

`00:00:01:29` at 25 frames per second.
`00:01:00:00` where drop-frame time codes are stated: no such number exists, except in every tenth minute.

## Passes

`00:00:01:24` at 25 frames per second; `00:01:00:02` and `00:10:00:00` in drop-frame time codes.

## Fix safety

There is no fix: the right frame rate is known to the one who made the file.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §7.2.4 (`ttp:dropMode`) and §7.2.5 (`ttp:frameRate`).
- SMPTE ST 12-1: drop-frame time codes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TIMES, TTML, attribute_span, ttml_file
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.formats.exchange.ttml.clock import TimeBase


_CODE = re.compile(r"-?[0-9]+:([0-9]+):([0-9]+)[:;]([0-9]+)(?:\.[0-9]+)?")


def check(subject: Subject) -> Iterator[Finding]:
    """The time codes of ``subject`` that do not exist."""
    file = ttml_file(subject)
    for one in file.shown:
        for name in TIMES:
            code = _CODE.fullmatch(one.element.attributes.get(name, "").strip())
            message = _message(code, file.base) if code is not None else ""
            if message:
                yield RULE.at(attribute_span(subject, one.element, name), message)


def _message(code: re.Match[str], base: TimeBase) -> str:
    minute, second, frame = map(int, code.groups())
    if frame >= base.nominal_rate:
        return f"frame {frame} of a second that has {base.nominal_rate}: {code[0]}"
    # the numbers that are left out: two a minute except in every tenth, or four every other minute except in every 20th
    dropped, every, not_in = {"dropNTSC": (2, 1, 10), "dropPAL": (4, 2, 20)}.get(base.drop, (0, 1, 1))
    if base.kind == "smpte" and frame < dropped and second == 0 and minute % every == 0 and minute % not_in:
        return f"drop-frame time codes leave this one out: {code[0]}"
    return ""


RULE = Rule(
    "TTM002", "ttml-frame-out-of-range", Severity.WARNING, Group.DEFAULT, check, __doc__, formats=TTML
)
