"""The captions have different words than the transcript.

## Why it matters

The viewer cannot notice a misheard name or a wrong number.
If you edited the captions on purpose, make the same edit in the transcript.

## Fails

"fifteen people" where the transcript has "fifty people".

## Passes

The same words; *e-mail* for *email* and *3* for *three* count as the same.
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The stretches of ``subject`` where the transcript has something else."""
    found = subject.once(compare)
    for one in found.differences if found is not None else ():
        if one.kind != "changed" or found is None:
            continue
        yield RULE.at(
            place_of(subject, found.shown, *one.shown),
            f"{found.shown_text(one)} where the transcript has {found.wanted_text(one)} (line {found.line(one)})",
            index=found.shown.cues[one.shown[0]],
        )


RULE = Rule("FID003", "changed-words", Severity.WARNING, Group.DEFAULT, check, __doc__)
