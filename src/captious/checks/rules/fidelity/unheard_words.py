"""Words of the captions are not in the ASR output.

## Why it matters

The passage was cut from the recording, or belongs to another one, so its captions run over other speech.

## Fails

At least 15 words in a row that are not in the ASR output, or that are at another place in it.

## Passes

Single words that were misheard or edited.
Without `--words` the rule is skipped.

## Fix safety

There is no fix: only the recording shows what is said.

## Sources

- The limit is our own: shorter stretches are recognition errors (docs/guide/timing.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.recording_match import match_recording
from captious.analysis.spoken_words import place_of
from captious.checks.model import Group, Rule
from captious.core.clock import short_time
from captious.core.finding import Severity
from captious.core.numbers import count
from captious.timing.holes import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The words of ``subject`` that are not in the ASR output, or are at another place in it."""
    found = subject.once(match_recording)
    for hole in found.holes if found is not None else ():
        if hole.kind == "uncaptioned" or found is None:
            continue
        text = shorten(found.shown.texts[slice(*hole.words)])
        where = f"found at {short_time(hole.start_ms or 0)}" if hole.kind == "moved" else "not found"
        yield RULE.at(
            place_of(subject, found.shown, *hole.words),
            f"{count(hole.count, 'word')} {where} in the ASR output: {text}",
            index=found.shown.cues[hole.words[0]],
        )


RULE = Rule("FID008", "unheard-words", Severity.WARNING, Group.DEFAULT, check, __doc__)
