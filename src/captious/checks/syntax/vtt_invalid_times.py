"""A line with an arrow does not hold two times as WebVTT writes them.

## Why it matters

WebVTT is strict where SubRip is not: a comma for the dot, a missing digit, 61 seconds, and browsers drop the cue
with all of its text.

## Fails

`00:00:01,500 --> 00:00:02,000`, `1:02.500 --> 1:04.000`, `00:00:01.5 --> 00:00:02.0`.

## Passes

`00:00:01.500 --> 00:00:02.000`, `00:01.500 --> 00:02.000`, `100:00:00.000 --> 100:00:01.000`.

## Fix safety

Times that can mean only one thing are written as the format wants them, which brings the cue back, so it is safe.
One or two digits of milliseconds, minutes or seconds over 59 and negative times take a person.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.3, timings: `HH:MM:SS.mmm` or `MM:SS.mmm`.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.syntax.faults import fault_rule, from_reader
from captious.core.clock import vtt_time
from captious.core.finding import Edit, Fix
from captious.formats.srt import faults as srt
from captious.formats.srt.times import parse_times as parse_liberally
from captious.formats.vtt.faults import ARROW_OUTSIDE, BAD_TIMES
from captious.formats.vtt.timestamps import parse_times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.checks.model import NoOptions
    from captious.checks.subject import Subject
    from captious.core.finding import Finding


_CLEAR = frozenset({srt.DOT_IN_TIME, srt.SHORT_TIME, srt.ODD_ARROW, srt.TEXT_AFTER_TIMES})


def check(subject: Subject, options: NoOptions) -> Iterator[Finding]:  # noqa: ARG001 - every rule takes options
    """The lines of ``subject`` that browsers cannot read times from."""
    outside = {finding.span.line for finding in subject.reported.get(ARROW_OUTSIDE.code, ())}
    return (finding for finding in from_reader(subject, RULE, _rewrite) if finding.span.line not in outside)


def _rewrite(subject: Subject, finding: Finding) -> Fix | None:
    lines, line = subject.source_lines, finding.span.line - 1
    text, begin = lines.texts[line], lines.starts[line]
    times = parse_liberally(text)
    if times is None or not {liberty[0] for liberty in times.liberties} <= _CLEAR:
        return None
    written = f"{vtt_time(times.start_ms)} --> {vtt_time(times.end_ms)} {times.settings}".rstrip()
    if parse_times(written) is None:
        return None
    return Fix((Edit(begin, begin + len(text), written),), True, "Write the times as WebVTT does")


RULE = fault_rule(BAD_TIMES, check, __doc__, formats=("vtt",), fix="safe")
