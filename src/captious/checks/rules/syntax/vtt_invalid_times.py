"""The times of a cue are invalid or missing.

## Why it matters

WebVTT is stricter than SubRip.
Browsers drop the cue and all of its text because of a comma instead of a dot, a missing digit, or 61 seconds.
Without the arrow `-->` they do not even look for times: the line is text of the cue above, or is dropped.

## Fails

- `00:00:01,500 --> 00:00:02,000`, `1:02.500 --> 1:04.000`, `00:00:01.5 --> 00:00:02.0`.
- `00:00:01.500 -> 00:00:02.000`, with `→`, `--&gt;` or `==` for the arrow, without an arrow, or with one time.
- The number of a cue with no times below it, or a file that is cut off there.

## Passes

- `00:00:01.500 --> 00:00:02.000`, `00:01.500 --> 00:02.000`, `100:00:00.000 --> 100:00:01.000`.
- A time in the text of a cue.

## Fix safety

The fix is safe where there is an arrow: it rewrites timestamps that can mean only one thing, which restores the cue.
It is unsafe where it writes the arrow between two times, or colons for dots: text becomes a cue.
One or two digits of milliseconds, minutes or seconds above 59, negative and missing times need a manual fix.
No other fix changes these lines or the text below them.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.3, timings: `HH:MM:SS.mmm` or `MM:SS.mmm`.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from captious.analysis.time_edits import as_webvtt, is_cut_off
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import BAD_TIMES
from captious.formats.vtt.wrecks import find_wreck, with_colons

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The timing lines of ``subject`` that browsers cannot parse."""
    return from_reader(subject, RULE, _rewrite)


def _rewrite(subject: Subject, finding: Finding) -> Fix | None:
    lines, line = subject.source_lines, finding.span.line - 1
    text, begin = lines.texts[line], lines.starts[line]
    safe = "-->" in text
    if is_cut_off(text) and not any(map(str.strip, islice(lines.texts, line + 1, None))):
        return None  # the file ends there
    written = as_webvtt(text) if safe else None
    if written is None:
        wreck = find_wreck(text)
        safe, written = False, as_webvtt(with_colons(text if wreck is None else wreck.repaired))
    if written is None:
        return None
    return Fix((Edit(begin, begin + len(text), written),), safe, "Write the times in WebVTT form")


RULE = issue_rule(BAD_TIMES, check, __doc__, formats=("vtt",), fix="safe or unsafe")
