"""Words of the captions are at another place in the transcript.

## Why it matters

A cue that was cut and pasted in the wrong place is read too early or too late, and makes no sense where it is.

## Fails

An answer that comes before its question.

## Passes

The same order.
A passage of fewer than five words counts as missing at one place and added at the other.
Without `--transcript` the rule is skipped.

## Fix safety

There is no fix: the transcript may be the one that is out of order.

## Sources

- WCAG 2.1, success criterion 1.3.2: a meaningful sequence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.spoken_words import place_of
from captious.analysis.transcript_match import compare
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The stretches of ``subject`` that are out of order."""
    found = subject.once(compare)
    for one in found.differences if found is not None else ():
        if one.kind != "moved" or found is None:
            continue
        words = f"{count(one.count, 'word')} out of order: {found.shown_text(one)}"
        yield RULE.at(
            place_of(subject, found.shown, *one.shown),
            f"{words} (line {found.line(one)} of the transcript)",
            index=found.shown.cues[one.shown[0]],
        )


RULE = Rule("FID006", "moved-words", Severity.ERROR, Group.DEFAULT, check, __doc__)
