"""The reading speed of a cue is above the style's limit, in words per minute (WPM).

## Why it matters

Broadcasters measure reading speed in words: most viewers can follow 180 wpm and still watch the picture.

The finding says whether the cue *can be retimed*, *can be split or extended*, or whether the speech is that fast and
*no timing can fix it*; see `too-fast`.

## Fails

Eight words in 2 s, or 240 wpm, under a style that allows 180 wpm.

## Passes

A cue of exactly the limit, after rounding to a whole number, or up to 5 ms too short for it.
In a file of two languages the one that takes longer to read counts: nobody reads both.

## Fix safety

The fix is safe: it keeps the style's gap to the next cue, its maximum duration and the end of the media.
It ends the cue later, if there is enough free time after it.
With the option `lead_ms` it may also begin the cue earlier, by no more than that time; by more than half a second, it
is unsafe.

## Sources

- The limit and its source are those of the style: `speed.max_wpm`.
- BBC Subtitle Guidelines 1.2.5: words divided by display time.
- DCMP Captioning Key (captioningkey/601): every word counts, speaker labels and sounds included.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.speed_causes import Causes
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity
from captious.core.numbers import amount
from captious.measure.speed import words_per_minute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.style.limits import Limit
    from captious.style.profile import Profile


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `too-many-words-per-minute`.

    Args:
        lead_ms: how much earlier a fix may begin a cue if there is not enough free time after it.
    """

    lead_ms: int = 0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` above the style's words per minute."""
    limit = subject.profile.speed.max_wpm
    if limit is None:
        return
    most = limit.value
    counts = subject.word_counts
    causes: Causes | None = None
    for index, (words, duration) in enumerate(zip(counts, subject.durations, strict=True)):
        if words * 60_000 <= most * (duration + TOLERANCE_MS) or duration <= 0:
            continue
        wpm = words_per_minute(words, duration)
        if wpm <= most:
            continue
        causes = causes or _causes(subject, limit, options)
        cause = causes.explain(index)
        yield RULE.at(
            subject.text_span(index),
            f"too many words per minute ({amount(wpm)} > {most:,g} wpm, every word on screen counted); {cause.message}",
            index=index,
            fix=cause.fix,
            severity=cause.severity,
        )


def _causes(subject: Subject, limit: Limit, options: Options) -> Causes:
    before = subject.word_offsets
    return Causes(
        subject,
        limit=limit,
        needed_ms=lambda index: round(subject.word_counts[index] * 60_000 / limit.value),
        speed=lambda first, last, time: (
            f"{amount(words_per_minute(before[last + 1] - before[first], time))} wpm"
        ),
        lead_ms=options.lead_ms,
    )


def _states_words(profile: Profile) -> bool:
    return profile.speed.max_wpm is not None


RULE = Rule(
    "SPD002",
    "too-many-words-per-minute",
    Severity.ERROR,
    Group.STATED,
    check,
    __doc__,
    options=Options,
    fix="safe or unsafe",
    changes=Change.START,
    stated=_states_words,
)
