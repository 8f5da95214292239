"""A line has more characters than the style allows.

## Why it matters

A line that is too long runs off a small screen, or the player breaks it at an arbitrary place.
Either way viewers lose their place.

## Fails

A line of 47 characters under a style that allows 42.

## Passes

A line of exactly 42 characters: limits are inclusive.
Tags, entities and direction marks do not count; a visible speaker label does.
In a file of two languages each line has the limit that the style states for its own: 16 characters for Chinese and 42
for the English line below it.

## Fix safety

The fix is safe: it puts a line break in place of a space, or a space in place of a break, and changes nothing else.
It re-breaks the lines with the search of `captious caption`.
Of the line breaks that fit it takes the best that makes no other layout issue, or else the best of all; that one is
left to you where the other issue is checked, too.
Tags around the whole text stay around it, and direction marks around every line go around every new one.
There is no fix where the break may mean something or a space may be wrong: two speakers, two languages, a song, a word,
number or address that goes on over the break, Chinese or Japanese characters, markup within the text.
If the text does not fit into the lines that the style allows, split or shorten the cue by hand.

## Sources

- The limit and its source are those of the style: `docs/guide/styles.md`, `layout.line_length_chars`.
- What counts as a character: `counting` in the style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_breaks import refit
from captious.analysis.passages import by_line
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.core.numbers import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that are longer than the style's limit."""
    most, apart = subject.profile.layout.line_length_chars.value, subject.passages
    for index, widths in enumerate(subject.widths):
        if not widths or (max(widths) <= most and index not in apart):
            continue
        long = [
            (line, width, passage)
            for line, (width, passage) in enumerate(zip(widths, by_line(subject, index), strict=True))
            if width > passage.profile.layout.line_length_chars.value
        ]
        if not long:
            continue
        fix = refit(subject, index, "Re-break the lines")
        places = subject.line_spans(index)
        for line, width, passage in long:
            limit = passage.profile.layout.line_length_chars
            start, end = places[line] if line < len(places) else places[-1]
            yield RULE.at(
                subject.span(start, end),
                f"line too long ({amount(width)} > {limit.value:,g} {passage.counting.describe()})",
                index=index,
                fix=fix,
                severity=subject.severity_of(limit),
            )


RULE = Rule("LAY001", "line-too-long", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe")
