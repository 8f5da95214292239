"""A cue has more lines than the style allows.

## Why it matters

A third line covers more of the picture, often the face of the speaker.
Viewers take in two lines at a glance and have to search their way through more.

## Fails

Three lines under a style that allows two.

## Passes

Two lines.
Blank lines within a cue are not shown and do not count.
In a file of two languages the lines of each are counted by themselves: two in Chinese and two in English are no third
line.

## Fix safety

The fix is safe: it puts a line break in place of a space, or a space in place of a break, and changes nothing else.
It re-breaks the text into fewer lines with the search of `captious caption`.
Of the line breaks that fit it takes the best that makes no other layout issue, or else the best of all; that one is
left to you where the other issue is checked, too.
Tags around the whole text stay around it, and direction marks around every line go around every new one.
There is no fix where the break may mean something or a space may be wrong: two speakers, two languages, a song, a word,
number or address that goes on over the break, Chinese or Japanese characters, markup within the text.
These, and text that does not fit, need a manual fix: split the cue.

## Sources

- The limit and its source are those of the style: `docs/guide/styles.md`, `layout.lines`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_breaks import refit
from captious.analysis.passages import passages_of
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that have too many lines."""
    most, apart = subject.profile.layout.lines.value, subject.passages
    for index, widths in enumerate(subject.widths):
        if len(widths) <= most and index not in apart:
            continue
        passage = max(passages_of(subject, index), key=lambda passage: len(passage.lines))
        limit, count = passage.profile.layout.lines, len(passage.lines)
        if count <= limit.value:
            continue
        where = " in one of two languages" if count < len(widths) else ""
        yield RULE.at(
            subject.text_span(index),
            f"too many lines{where} ({count:,} > {limit.value:,g})",
            index=index,
            fix=refit(subject, index, "Break the text into fewer lines"),
            severity=subject.severity_of(limit),
        )


RULE = Rule("LAY002", "too-many-lines", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe")
