"""A line has more characters than the style allows.

## Why it matters

A line that is too long runs off a small screen, or the player breaks it at an arbitrary place.
Either way viewers lose their place.

## Fails

A line of 47 characters under a style that allows 42.

## Passes

A line of exactly 42 characters: limits are inclusive.
Tags and entities do not count; a visible speaker label does.

## Fix safety

The fix is safe: it keeps the words, their order and the times.
It re-breaks the lines with the search of `captious caption`.
If the text does not fit into the lines that the style allows, split or shorten the cue by hand.

## Sources

- The limit and its source are those of the style: `docs/guide/styles.md`, `layout.line_length_chars`.
- What counts as a character: `counting` in the style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.edits import rebreak_lines
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.core.numbers import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The lines of ``subject`` that are longer than the style's limit."""
    limit = subject.profile.layout.line_length_chars
    most = limit.value
    for index, widths in enumerate(subject.widths):
        if not widths or max(widths) <= most:
            continue
        fix = rebreak_lines(subject, index, "Re-break the lines")
        places = subject.line_spans(index)
        for line, width in enumerate(widths):
            if width <= most:
                continue
            start, end = places[line] if line < len(places) else places[-1]
            yield RULE.at(
                subject.span(start, end),
                f"line too long ({amount(width)} > {most:,g} {subject.counting.describe()})",
                index=index,
                fix=fix,
                severity=subject.severity_of(limit),
            )


RULE = Rule("LAY001", "line-too-long", Severity.ERROR, Group.DEFAULT, check, __doc__, fix="safe")
