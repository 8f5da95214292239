"""A cue contains a blank line.

## Why it matters

WebVTT ends a cue at the first blank line.
Players show the text above it only, or an empty cue if the blank line is directly below the times.

## Fails

- A blank line between the times and the text.
- A line of text, a blank line, and more text without times.

## Passes

- A cue whose lines follow each other directly.
- A comment, a style sheet or a region below a blank line.
- Text that was meant as times, or is below the number of a cue: `vtt-invalid-times` reports it.

## Fix safety

The fix is unsafe: it removes the blank lines, and viewers read more than before.
The text may be a note that was never meant to be shown.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §6.1, file parsing: a block ends at an empty line.
- w3c/webvtt.js: "Cue identifier cannot be standalone".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import remove_lines
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Fix
from captious.formats.vtt.issues import BLANK_LINE_IN_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The blank lines within the cues of ``subject``."""
    return from_reader(subject, RULE, _join)


def _join(subject: Subject, finding: Finding) -> Fix:
    texts = subject.source_lines.texts
    first = past = finding.span.line - 1
    while not texts[past].strip():
        past += 1
    return Fix((remove_lines(subject, first, past),), False, "Remove the blank lines")


RULE = issue_rule(BLANK_LINE_IN_TEXT, check, __doc__, formats=("vtt",), fix="unsafe")
