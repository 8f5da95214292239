"""A cue is shown for less time than the style requires for its words and its speaker label.

## Why it matters

Every word takes time to read, and so does a speaker label: viewers have to recognise who speaks before the sentence
makes sense.

A cue above the style's words per minute (WPM) is reported only by `too-many-words-per-minute`.
This rule reports cues with labels, and cues under styles that state only a time per word.

## Fails

`ANN LEE: Where have you been?` in 2 s, under a style that requires 300 ms per word and 1,000 ms for a label.

## Passes

The same cue in 2.8 s, or up to 5 ms less, or without the label in 2 s.
In a file of two languages the one that takes longer to read counts: nobody reads both.

## Fix safety

The fix is safe: it keeps the style's gap to the next cue, its maximum duration and the end of the media.
It ends the cue later, if there is enough free time after it.
With the option `lead_ms` it may also begin the cue earlier, by no more than that time; by more than half a second, it
is unsafe.

## Sources

- The limits and their sources are those of the style: `speed.min_ms_per_word`, `speed.label_ms`.
- BBC Subtitle Guidelines 1.2.5: at least about 0.3 s per word, and about an extra second for a label.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.label_time import label_time_ms
from captious.analysis.speed_causes import Causes
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.style.limits import Limit
    from captious.style.profile import Profile


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `too-little-time-per-word`.

    Args:
        lead_ms: how much earlier a fix may begin a cue if there is not enough free time after it.
    """

    lead_ms: int = 0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` shown for less time than their words and label require."""
    speed = subject.profile.speed
    limit = speed.min_ms_per_word
    if limit is None:
        return
    per_word = limit.value
    label = speed.label_ms.value
    fastest = speed.max_wpm.value if speed.max_wpm is not None else None
    counts = subject.word_counts
    causes: Causes | None = None
    for index, (words, duration) in enumerate(zip(counts, subject.durations, strict=True)):
        if duration >= words * per_word + label - TOLERANCE_MS or duration <= 0 or not words:
            continue
        extra = label_time_ms(subject, index)
        needed = round(words * per_word) + extra
        if duration >= needed - TOLERANCE_MS:
            continue
        if fastest is not None and words * 60_000 > fastest * (duration + TOLERANCE_MS):
            continue
        causes = causes or _causes(subject, limit, options)
        cause = causes.explain(index)
        what = count(words, "word") + (" and a label" if extra else "")
        yield RULE.at(
            subject.text_span(index),
            f"too little time for {what} ({duration:,} < {needed:,} ms); {cause.message}",
            index=index,
            fix=cause.fix,
            severity=cause.severity,
        )


def _causes(subject: Subject, limit: Limit, options: Options) -> Causes:
    counts, before = subject.word_counts, subject.word_offsets
    return Causes(
        subject,
        limit=limit,
        needed_ms=lambda index: round(counts[index] * limit.value) + label_time_ms(subject, index),
        speed=lambda first, last, time: f"{time / max(before[last + 1] - before[first], 1):,.0f} ms per word",
        lead_ms=options.lead_ms,
    )


def _states_words(profile: Profile) -> bool:
    return profile.speed.min_ms_per_word is not None


RULE = Rule(
    "SPD003",
    "too-little-time-per-word",
    Severity.ERROR,
    Group.STATED,
    check,
    __doc__,
    options=Options,
    fix="safe or unsafe",
    changes=Change.START,
    stated=_states_words,
)
