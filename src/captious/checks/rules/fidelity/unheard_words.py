"""Words of the captions were not heard in the recording.

## Why it matters

The passage was cut from the recording, or belongs to another one; its captions run over whatever is said instead.

## Fails

Fifteen words or more in a row that were not heard, or that were heard at another place.

## Passes

Single words that were misheard or edited. Without `--words` the rule is silent.

## Fix safety

There is none: it has to be heard.

## Sources

- The limit is our own: shorter stretches are slips of recognisers (docs/guide/timing.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.recording_match import hear
from captious.analysis.spoken_words import place_of
from captious.checks.model import Group, Rule
from captious.core.clock import short_time
from captious.core.finding import Severity
from captious.timing.holes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The stretches of ``subject`` that were not heard there."""
    found = subject.once(hear)
    for hole in found.holes if found is not None else ():
        if hole.kind == "untold" or found is None:
            continue
        text = shorten(found.shown.texts[slice(*hole.words)])
        where = f"heard at {short_time(hole.start_ms or 0)}" if hole.kind == "moved" else "not heard"
        yield RULE.at(
            place_of(subject, found.shown, *hole.words),
            f"{hole.count} words {where}: {text}",
            index=found.shown.cues[hole.words[0]],
        )


RULE = Rule("FID008", "unheard-words", Severity.WARNING, Group.DEFAULT, check, __doc__)
