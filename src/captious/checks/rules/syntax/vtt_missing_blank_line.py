"""No blank line stands above a cue.

## Why it matters

Browsers begin a new cue at the arrow, so nothing seems wrong, but an identifier above the times becomes the last
line of the caption before: the viewer reads `12`. Other readers show the times as text too.

## Fails

The times of a cue directly below the text of the one above, or below a line that holds only blanks.

## Passes

An empty line between two cues.

## Fix safety

An empty line is put in, or the blanks of the line above removed: safe. A number right above the times which is that
of the cue was shown as text up to now and is cut off from it: unsafe.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.1, file structure: cues are separated by line terminators.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import insert_line_before
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import BAD_TIMES, MISSING_BLANK_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with no blank line above."""
    # a line that is no times begins no cue: that has to be fixed first
    others = {finding.span.line for finding in subject.reported.get(BAD_TIMES.code, ())}
    return (finding for finding in from_reader(subject, RULE, _insert) if finding.span.line not in others)


def _insert(subject: Subject, finding: Finding) -> Fix:
    message = "Put a blank line above the cue"
    line = finding.span.line - 1
    above, begin = subject.source_lines.texts[line - 1], subject.source_lines.starts[line - 1]
    if not above.strip():
        return Fix(
            (Edit(begin, begin + len(above), ""),), True, "Remove the blanks of the line above the cue"
        )
    if finding.cue is not None and above.strip() in _numbers(subject, finding.cue):
        return insert_line_before(subject, line - 1, message, safe=False)
    return insert_line_before(subject, line, message)


def _numbers(subject: Subject, cue: int) -> tuple[str, ...]:
    """The numbers a cue (1-based) could bear: that of its place, or the one after the cue above."""
    above = subject.cues[cue - 2].id if cue > 1 else None
    after = (
        str(int(above) + 1) if above and above.isascii() and above.isdigit() and len(above) < 11 else str(cue)
    )
    return str(cue), after


RULE = issue_rule(MISSING_BLANK_LINE, check, __doc__, formats=("vtt",), fix="safe or unsafe")
