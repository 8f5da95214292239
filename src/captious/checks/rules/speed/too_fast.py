"""The reading speed of a cue is above the style's limit, in characters per second (CPS).

## Why it matters

Viewers who are still reading when the caption disappears miss the end of the sentence, and have not seen the picture.

The finding names one of three causes:

- *Can be retimed*: there is free time around the cue, and the finding says how many milliseconds.
- *Can be split or extended*: its neighbours have time to spare, or the text is too long for a single cue.
- *No timing can fix it*: the speech is that fast, together with the cues that are back to back with this one.
  Only fewer words would help, so the severity is at most a warning.

## Fails

60 characters in 2 s, or 30 cps, under a style that allows 21 cps.

## Passes

A cue of exactly the limit, after rounding to one decimal.
A cue that is up to 5 ms too short for the limit passes too: times on frames are rounded to milliseconds.
In a file of two languages each is counted by itself, with its own limit: nobody reads both.

## Fix safety

The fix is safe: it keeps the style's gap to the next cue, its maximum duration and the end of the media.
It ends the cue later, if there is enough free time after it.
With the option `lead_ms` it may also begin the cue earlier, by no more than that time; by more than half a second, it
is unsafe.
The default does not change in-times, because they follow the voice.

## Sources

- The limit and its source are those of the style: `speed.max_cps`; what counts as a character: `counting`.
- That the speed of captions follows that of speech, and is meant to: BBC R&D, James Sandford, "How fast should
  subtitles be?" (bbc.co.uk/rd/blog, 2015).
- BBC Subtitle Guidelines 1.2.5: when the speaker is in shot, a subtitle may be up to 1.5 s early or late;
  `lead_ms` can make use of that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.passages import limit_at, slowest_passage
from captious.analysis.speed_causes import Causes
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity
from captious.measure.speed import needed_ms, speed_cps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.style.limits import Limit
    from captious.style.profile import Profile


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `too-fast`.

    Args:
        lead_ms: how much earlier a fix may begin a cue if there is not enough free time after it.
    """

    lead_ms: int = 0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` above the style's reading speed."""
    limit_of = limit_at(subject, lambda speed: speed.max_cps)
    causes: Causes | None = None
    for index, (width, duration) in enumerate(zip(subject.cue_widths, subject.durations, strict=True)):
        limit = limit_of(index)
        if limit is None or width * 1000 <= limit.value * (duration + TOLERANCE_MS) or duration <= 0:
            continue
        cps = speed_cps(width, duration)
        if cps <= limit.value:
            continue
        causes = causes or _causes(subject, limit, options)
        cause = causes.explain(index)
        yield RULE.at(
            subject.text_span(index),
            f"too fast ({cps:g} > {limit.value:g} cps, {slowest_passage(subject, index).counting.describe()}); "
            f"{cause.message}",
            index=index,
            fix=cause.fix,
            severity=cause.severity,
        )


def _causes(subject: Subject, limit: Limit, options: Options) -> Causes:
    widths, limit_of = subject.cue_widths, limit_at(subject, lambda speed: speed.max_cps)
    return Causes(
        subject,
        limit=limit,
        needed_ms=lambda index: needed_ms(widths[index], (limit_of(index) or limit).value),
        speed=lambda first, last, time: (
            f"{round(sum(widths[first : last + 1]) * 1000 / max(time, 1), 1):g} cps"
        ),
        lead_ms=options.lead_ms,
    )


def _states_speed(profile: Profile) -> bool:
    return profile.speed.max_cps is not None


RULE = Rule(
    "SPD001",
    "too-fast",
    Severity.ERROR,
    Group.STATED,
    check,
    __doc__,
    options=Options,
    fix="safe or unsafe",
    changes=Change.START,
    stated=_states_speed,
)
