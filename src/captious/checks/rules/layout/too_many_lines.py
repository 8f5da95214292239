"""A cue has more lines than the style allows.

## Why it matters

A third line covers more of the picture, often the face of the speaker.
Viewers take in two lines at a glance and have to search their way through more.

## Fails

Three lines under a style that allows two.

## Passes

Two lines.
Blank lines within a cue are not shown and do not count.

## Fix safety

The fix is safe: it keeps the words, their order and the times.
It re-breaks the text into fewer lines with the search of `captious caption`.
Cues with two speakers or songs, and text that does not fit, need a manual fix: split the cue.

## Sources

- The limit and its source are those of the style: `docs/guide/styles.md`, `layout.lines`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.edits import rebreak_lines
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that have too many lines."""
    limit = subject.profile.layout.lines
    most = limit.value
    for index, widths in enumerate(subject.widths):
        if len(widths) <= most:
            continue
        yield RULE.at(
            subject.text_span(index),
            f"too many lines ({len(widths):,} > {most:,g})",
            index=index,
            fix=rebreak_lines(subject, index, "Break the text into fewer lines"),
            severity=subject.severity_of(limit),
        )


RULE = Rule("LAY002", "too-many-lines", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe")
