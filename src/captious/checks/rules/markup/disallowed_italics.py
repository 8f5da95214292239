"""Italics are used in a language or style that does not use them.

## Why it matters

Slanted Arabic, Hebrew, Hindi, Thai, Chinese, Japanese or Korean type is hard to read.
Many fonts have no italics for these scripts, so the player skews the letters.

## Fails

Under a style that allows no italics in the language:

    <i>Meanwhile</i>, in Rome

## Passes

    Meanwhile, in Rome

## Fix safety

The fix is unsafe: it removes the tags, and the words look otherwise than somebody meant them to.

## Sources

- Whether italics are allowed: `markup.italics` of the style.
- Subtitle Edit, Netflix quality check: none in ar, he, hi, ko, th, zh.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.tags import find_tags, place_of, remove_tags
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with italics."""
    for index, tags in subject.once(find_tags):
        wrong = [tag for tag in tags if tag.name == "i"]
        if wrong:
            fix = remove_tags(subject, index, wrong, "Remove the italics", safe=False)
            place = subject.span(*place_of(subject, index, wrong[0]))
            yield RULE.at(place, "italics (not used in this language or style)", index=index, fix=fix)


RULE = Rule(
    "MRK004",
    "disallowed-italics",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="unsafe",
    stated=lambda profile: not profile.markup.italics,
)
