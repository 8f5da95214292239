"""The times of an element lie outside those of what it is in.

## Why it matters

Times count from the begin of the parent, and end with it: what lies outside is never shown, and what ends later is
cut.
Often the times were meant to count from the start of the video.

## Fails

A paragraph from 12 s to 13 s in a division from 10 s to 20 s: it would begin at 22 s.

## Passes

A paragraph from 2 s to 3 s in that division.
Times on paragraphs only.

## Fix safety

There is no fix: the times may be meant to count from the start of the video, or those of the division may be wrong.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §10.4, time interval semantics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TIMES, TTML, Shown, tag_span, ttml_file
from captious.checks.model import Group, Rule
from captious.core.clock import srt_time
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.formats.exchange.ttml.clock import TimeBase


def check(subject: Subject) -> Iterator[Finding]:
    """The elements of ``subject`` whose times lie outside those of their parents."""
    file = ttml_file(subject)
    for one in file.shown:
        around = one.around.end
        if around is None or not any(name in one.element.attributes for name in TIMES):
            continue
        if not file.tree.words(one.element):
            continue
        if one.frame.begin >= around:
            message = f"begins at {_time(one.frame.begin)}, when what it is in has ended ({_time(around)}): never shown"
            yield RULE.at(tag_span(subject, one.element), message)
        elif (end := _own_end(one, file.base)) is not None and end > around:
            message = f"ends at {_time(end)}, later than what it is in ({_time(around)}): cut"
            yield RULE.at(tag_span(subject, one.element), message)


def _own_end(one: Shown, base: TimeBase) -> float | None:
    """When an element would end, if its parent did not."""
    attributes = one.element.attributes
    begin = one.frame.begin
    ends = []
    if "dur" in attributes:
        ends.append(begin + base.ms(attributes["dur"]))
    if "end" in attributes:
        zero = begin - base.ms(attributes["begin"]) if "begin" in attributes else begin
        ends.append((0 if base.absolute else zero) + base.ms(attributes["end"]))
    return float(min(ends)) if ends else None


def _time(ms: Fraction | float) -> str:
    return srt_time(round(ms))


RULE = Rule("TTM008", "ttml-outside-parent", Severity.ERROR, Group.DEFAULT, check, __doc__, formats=TTML)
