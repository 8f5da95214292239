"""Speech in the recording has no caption.

## Why it matters

A passage that was cut from the transcript but not from the recording, an advertisement, a second reading: viewers who
cannot hear see people talk and get no text.

## Fails

At least 15 words in a row in the ASR output that are in no cue; or three seconds of speech with at least six words.

## Passes

Single words that were misheard or edited.
Without `--words` the rule is skipped.

## Fix safety

There is no fix: ASR output needs editing before it is a caption.

## Sources

- WCAG 2.1, success criterion 1.2.2: captions for all speech.
- The limits are our own: shorter stretches are recognition errors (docs/guide/timing.md).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from captious.analysis.recording_match import match_recording
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
    """The speech without captions in ``subject``, each stretch at the cue before it."""
    found = subject.once(match_recording)
    for hole in found.holes if found is not None else ():
        if hole.kind != "uncaptioned" or found is None:
            continue
        spoken = found.timed[slice(*hole.words)]
        index = max(bisect_right(subject.starts, hole.start_ms or 0) - 1, 0)
        end = spoken[-1].end_ms or spoken[-1].start_ms or 0
        yield RULE.at(
            subject.times_span(index),
            f"no caption for {count(hole.count, 'word')} from {short_time(hole.start_ms or 0)} to "
            f"{short_time(end)}: {shorten([word.text for word in spoken])}",
            index=index,
        )


RULE = Rule("FID007", "uncaptioned-speech", Severity.ERROR, Group.DEFAULT, check, __doc__)
