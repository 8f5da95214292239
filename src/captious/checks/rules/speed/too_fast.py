"""A cue has more characters a second than the style allows.

## Why it matters

A viewer who is still reading when the caption goes has lost the end of the sentence, and has not looked at the
picture at all.

The finding says which of three things is wrong. *Can be retimed*: there is free time around the cue, so many
milliseconds of it. *Can be split or extended*: its neighbours have time to spare, or the text is too long for any one
cue. *No timing can fix it*: the speech itself runs that fast, together with the cues it is back to back with; only
fewer words would help, and the finding is no more than a warning.

## Fails

60 characters in 2 s, 30 a second, under a style that allows 21.

## Passes

A cue of exactly the limit, after rounding to one decimal, and one that is 5 ms too short for it: times on frames are
rounded to milliseconds.

## Fix safety

The cue ends later, where there is free time enough after it. The fix keeps the gap the style wants to the next cue,
its maximum duration and the end of the media, so it is safe. With the option `lead_ms` it may also begin a cue
earlier, by that much at most; the default leaves in-times alone, for they follow the voice.

## Sources

- The limit and its source are those of the style: `speed.max_cps`; what counts as a character: `counting`.
- That the speed of captions follows that of speech, and is meant to: BBC R&D, James Sandford, "How fast should
  subtitles be?" (bbc.co.uk/rd/blog, 2015).
- BBC Subtitle Guidelines 1.2.5: when the speaker is in shot, a subtitle may be up to 1.5 s early or late, which is
  what `lead_ms` could make use of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.speed_causes import Causes
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.measure.speed import needed_ms, reading_speed_cps

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
        lead_ms: how much earlier a cue may begin where there is not enough room after it.
    """

    lead_ms: int = 0


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` over the style's reading speed."""
    limit = subject.profile.speed.max_cps
    if limit is None:
        return
    most = limit.value
    widths = subject.cue_widths
    causes: Causes | None = None
    for index, (width, duration) in enumerate(zip(widths, subject.durations, strict=True)):
        if width * 1000 <= most * (duration + TOLERANCE_MS) or duration <= 0:
            continue
        cps = reading_speed_cps(subject.cues[index].lines, duration, subject.counting)
        if cps <= most:
            continue
        causes = causes or _causes(subject, limit, options)
        cause = causes.explain(index)
        yield RULE.at(
            subject.text_span(index),
            f"too fast ({cps:g} > {most:g} cps, {subject.counting.describe()}); {cause.message}",
            index=index,
            fix=cause.fix,
            severity=cause.severity,
        )


def _causes(subject: Subject, limit: Limit, options: Options) -> Causes:
    widths = subject.cue_widths
    return Causes(
        subject,
        limit=limit,
        needed_ms=lambda index: needed_ms(widths[index], limit.value),
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
    fix="safe",
    stated=_states_speed,
)
