"""A cue has more characters than the style allows for a whole cue.

## Why it matters

Some guides limit the length of the whole cue in addition to the length of its lines.
A cue that fills every line is a block of text that distracts from the picture.

## Fails

A cue of 90 characters under a style that allows 84.

## Passes

A cue of exactly 84 characters.
Tags and entities do not count; a visible speaker label does.
In a file of two languages the characters of each are counted by themselves.

## Fix safety

There is no fix: split or shorten the cue by hand.

## Sources

- The limit and its source are those of the style: `docs/guide/styles.md`, `layout.cue_length_chars`.
- TED, for one, asks for at most 84 characters in a subtitle (translations.ted.com).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.passages import passages_of
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.core.numbers import amount

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that are longer than the style's limit."""
    limit = subject.profile.layout.cue_length_chars
    if limit is None:
        return
    most, apart = limit.value, subject.passages
    for index, width in enumerate(subject.cue_widths):
        if width <= most and index not in apart:
            continue
        for passage in passages_of(subject, index):
            limit = passage.profile.layout.cue_length_chars
            if limit is None or passage.width <= limit.value:
                continue
            yield RULE.at(
                subject.text_span(index),
                f"cue too long ({amount(passage.width)} > {limit.value:,g} {passage.counting.describe()})",
                index=index,
                severity=subject.severity_of(limit),
            )


RULE = Rule(
    "LAY003",
    "cue-too-long",
    Severity.ERROR,
    Group.STATED,
    check,
    __doc__,
    stated=lambda profile: profile.layout.cue_length_chars is not None,
)
