"""Chevrons mark a new speaker in a style that does not use them.

## Why it matters

`>>` is how North American live captions and YouTube say that somebody else speaks. Elsewhere viewers read it
as dirt, and podcast apps do not know what to make of it.

## Fails

Under a style whose labels look like `Ann:`

    >> Are you coming?

## Passes

    Are you coming?

Under a style whose labels begin with chevrons, such as `>> ANN:`, nothing is reported. Chevrons with a name
are the business of `label-style`.

## Fix safety

The chevrons are removed. Every word stays, but that the speaker changes is told nowhere any more, so it is
unsafe: better name the speaker.

## Sources

- YouTube help (answer 2734698), samples: `>> ALICE: Hi`.
- Subtitle Edit, Fix common errors: remove `>>`.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from captious.analysis.labels import find_arrows
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The nameless chevrons of ``subject``."""
    if subject.profile.labels.form.startswith(">"):
        return
    for index, group in groupby(subject.once(find_arrows), key=lambda item: item.index):
        mates = tuple(group)
        edits = [(item.start, item.end, "") for item in mates]
        fix = change_text(subject, index, edits, "Remove the chevrons", safe=False)
        for item in mates:
            yield RULE.at(
                subject.span(item.start, item.end),
                "chevrons mark a new speaker (the style does not use them)",
                index=index,
                fix=fix,
            )


RULE = Rule(
    "SPK010",
    "stray-arrows",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="unsafe",
    stated=lambda profile: not profile.labels.form.startswith(">"),
)
