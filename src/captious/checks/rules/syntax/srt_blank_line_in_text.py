"""A cue contains a blank line.

## Why it matters

Most players end the cue at the blank line and skip what follows up to the next timing line.
Viewers miss a line, and an editor that displays the text does not show the problem.

## Fails

- A line of text, a blank line, and more text without a timing line.
- A blank line between the timing line and the text.

## Passes

A cue whose lines follow each other directly.

## Fix safety

The fix is safe: it removes the blank lines and keeps all text.
A number after a blank line, or what looks like times, is no text of the cue: `srt-broken-times` reports it, and the
blank line above stays.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import remove_lines
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Fix
from captious.formats.srt.issues import BLANK_LINE_IN_TEXT

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
    while past < len(texts) and not texts[past].strip():
        past += 1
    while not texts[first - 1].strip():
        first -= 1
    return Fix((remove_lines(subject, first, past),), True, "Remove the blank lines")


RULE = issue_rule(BLANK_LINE_IN_TEXT, check, __doc__, formats=("srt",), fix="safe")
