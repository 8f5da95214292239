"""A cue has more lines than the style allows.

## Why it matters

A third line covers the picture, and often the face of whoever is speaking. Readers take in two lines at a glance and
have to search their way through more.

## Fails

Three lines under a style that allows two.

## Passes

Two lines. Blank lines within a cue are not shown and not counted.

## Fix safety

Where the text fits into fewer lines it is broken again by the search `captious caption` uses: words, order and times
stay, so it is safe. Lines of two speakers, songs and texts that do not fit are left to a person, who has to split the
cue.

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
            f"too many lines ({len(widths)} > {most:g})",
            index=index,
            fix=rebreak_lines(subject, index, "Break the text into fewer lines"),
            severity=subject.severity_of(limit),
        )


RULE = Rule("LAY002", "too-many-lines", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe")
