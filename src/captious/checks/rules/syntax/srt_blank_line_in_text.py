"""A blank line stands within the text of a cue.

## Why it matters

A blank line ends a cue in most players, and what follows is skipped up to the next times. Viewers lose a line, and
the editor whose program shows it does not see that.

## Fails

A line of text, a blank line, and more text without times; a blank line between times and text.

## Passes

All lines of a cue directly below each other.

## Fix safety

The blank lines go and all of the text stays, so it is safe. There is no fix where the text holds times that cannot
be read: the blank line may be right and the times wrong.

## Sources

- SubRip has no standard; FFmpeg `libavformat/srtdec.c` and VLC `modules/demux/subtitle.c` show what players read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_edits import remove_lines
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Fix
from captious.formats.srt.issues import BLANK_LINE_IN_TEXT, BROKEN_TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The blank lines within the texts of ``subject``."""
    broken = {finding.cue for finding in subject.reported.get(BROKEN_TIMES.code, ())}
    return from_reader(
        subject, RULE, lambda _, finding: None if finding.cue in broken else _join(subject, finding)
    )


def _join(subject: Subject, finding: Finding) -> Fix:
    texts = subject.source_lines.texts
    first = past = finding.span.line - 1
    while past < len(texts) and not texts[past].strip():
        past += 1
    while not texts[first - 1].strip():
        first -= 1
    return Fix((remove_lines(subject, first, past),), True, "Remove the blank lines")


RULE = issue_rule(BLANK_LINE_IN_TEXT, check, __doc__, formats=("srt",), fix="safe")
