"""Words of the transcript are missing from the captions.

## Why it matters

Viewers who cannot hear get nothing but the captions, so anything left out is lost to them.
A missing *not* reverses a sentence.

## Fails

"I would say so." where the transcript has "I would not say so."

## Passes

The same words.
Case, punctuation, hyphens, *10* for *ten*, sounds and labels make no difference, and hesitations (*um*) may be left
out.
Without `--transcript` the rule is skipped.

## Fix safety

There is no fix: only the recording shows when the words are said.

## Sources

- Section508.gov, captions: complete, and at least 99% accurate.
- FCC, 47 CFR 79.1(j)(2): captions match the spoken words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.transcript_match import compare
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_DROPPED = 10
"""Missing words in a row from which a whole cue was probably dropped."""


def check(subject: Subject) -> Iterator[Finding]:
    """The stretches of the transcript that ``subject`` lacks."""
    found = subject.once(compare)
    for one in found.differences if found is not None else ():
        if one.kind != "missing" or found is None:
            continue
        first = min(one.shown[0], len(found.shown.texts) - 1)
        index = found.shown.cues[max(first - 1, 0)] if one.shown[0] else found.shown.cues[0]
        words = count(one.count, "word is", "words are")
        yield RULE.at(
            subject.text_span(index),
            f"{words} missing: {found.wanted_text(one)} (line {found.line(one)} of the transcript)",
            index=index,
            severity=Severity.ERROR if one.count >= _DROPPED else None,
        )


RULE = Rule("FID001", "missing-words", Severity.WARNING, Group.DEFAULT, check, __doc__)
