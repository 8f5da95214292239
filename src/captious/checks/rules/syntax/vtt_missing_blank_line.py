"""There is no blank line above a cue.

## Why it matters

Browsers start a new cue at the arrow, but they read an identifier above the timing line as the last line of the
previous caption: the viewer sees `12`.
Other parsers show the timing line as text too.

## Fails

The timing line of a cue directly below the text of the cue above, or below a line of spaces.

## Passes

An empty line between two cues.

## Fix safety

The fix is safe where it inserts an empty line or empties a line of spaces.
It is unsafe where the line above the timing line is the number of the cue, which was shown as text so far and becomes
its identifier.
Nothing is inserted between the times of a cue and its text: a number directly below other times is their text.

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
    # an invalid timing line begins no cue: fix that first
    others = {finding.span.line for finding in subject.reported.get(BAD_TIMES.code, ())}
    return (finding for finding in from_reader(subject, RULE, _insert) if finding.span.line not in others)


def _insert(subject: Subject, finding: Finding) -> Fix:
    message = "Insert a blank line above the cue"
    line = finding.span.line - 1
    above, begin = subject.source_lines.texts[line - 1], subject.source_lines.starts[line - 1]
    if not above.strip():
        return Fix(
            (Edit(begin, begin + len(above), ""),), True, "Remove the spaces from the line above the cue"
        )
    # directly below other times, a number is the text of their cue
    is_text = line < 2 or "-->" in subject.source_lines.texts[line - 2]
    if finding.cue is not None and not is_text and above.strip() in _numbers(subject, finding.cue):
        return insert_line_before(subject, line - 1, message, safe=False)
    return insert_line_before(subject, line, message)


def _numbers(subject: Subject, cue: int) -> tuple[str, ...]:
    """The numbers a cue (1-based) may have: its position, or one more than the number of the cue above."""
    above = subject.cues[cue - 2].id if cue > 1 else None
    after = (
        str(int(above) + 1) if above and above.isascii() and above.isdigit() and len(above) < 11 else str(cue)
    )
    return str(cue), after


RULE = issue_rule(MISSING_BLANK_LINE, check, __doc__, formats=("vtt",), fix="safe or unsafe")
