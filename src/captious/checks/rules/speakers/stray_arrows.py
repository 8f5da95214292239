"""Chevrons mark a new speaker in a style that does not use them.

## Why it matters

`>>` marks a new speaker in North American live captions and on YouTube.
Elsewhere it looks like garbled text, and podcast apps cannot interpret it.

## Fails

Under a style whose labels look like `Ann:`

    >> Are you coming?

## Passes

    Are you coming?

Under a style whose labels begin with chevrons, such as `>> ANN:`, nothing is reported.
Chevrons before a name are reported by `label-style`.

## Fix safety

The chevrons are removed.
Every word stays, but nothing marks the new speaker any more, so the fix is unsafe; naming the speaker is better.

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
    """The chevrons of ``subject`` without a name."""
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
