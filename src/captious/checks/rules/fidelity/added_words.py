"""The captions contain words that are not in the transcript.

## Why it matters

The speaker did not say them: an editor's note that was left in, a cue pasted twice, a sentence that was cut.

## Fails

"I would not really say so." where the transcript has "I would not say so."

## Passes

The same words.
Labels, sounds in brackets and music do not count as words.
Without `--transcript` the rule is skipped.

## Fix safety

There is no fix: the transcript may be the one that is wrong.

## Sources

- Section508.gov, captions: at least 99% accurate.
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
    """The stretches of ``subject`` that the transcript lacks."""
    found = subject.once(compare)
    for one in found.differences if found is not None else ():
        if one.kind != "added" or found is None:
            continue
        words = count(one.count, "word is", "words are")
        yield RULE.at(
            place_of(subject, found.shown, *one.shown),
            f"{words} not in the transcript: {found.shown_text(one)}",
            index=found.shown.cues[one.shown[0]],
        )


RULE = Rule("FID002", "added-words", Severity.WARNING, Group.DEFAULT, check, __doc__)
