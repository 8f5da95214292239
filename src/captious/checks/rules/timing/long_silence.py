"""No cue is shown for a long time.

## Why it matters

Viewers who cannot hear do not know whether a scene is silent or captions are missing.
Style guides ask for a caption where music or silence continues, such as `[music plays]` or `[no audio]`.

## Fails

A minute without a cue, with the option `max_silence_ms` at 30,000.

## Passes

A pause of exactly the maximum.
The time before the first cue always counts; the time after the last cue counts if the duration of the media is known.

## Fix safety

There is no fix: only the recording shows what the caption should say.

## Sources

- The default of 30 s is our own: no guide publishes a figure for silence.
- OpenCaptions' check `FCC_001` takes 3 s during speech; without the audio, speech cannot be detected.
- BBC, `ttml-validator`: at least two subtitles in the first 23 minutes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.clock import srt_time
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `long-silence`.

    Args:
        max_silence_ms: the maximum time without a cue.
    """

    max_silence_ms: int = 30_000


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The long periods of ``subject`` without a cue; reported at the cue that ends them."""
    if not subject.cues:
        return
    most = options.max_silence_ms
    # a long cue may last beyond shorter ones that follow it
    shown_until = [0, *accumulate(subject.ends, max)]
    for index, (start, until) in enumerate(zip(subject.starts, shown_until, strict=False)):
        if start - until > most:
            yield RULE.at(
                subject.times_span(index), _message(until, start, most, "before this one"), index=index
            )
    if subject.media_ms is not None and subject.media_ms - shown_until[-1] > most:
        index = len(subject.cues) - 1
        yield RULE.at(
            subject.times_span(index),
            _message(shown_until[-1], subject.media_ms, most, "after this one"),
            index=index,
        )


def _message(start: int, end: int, most: int, place: str) -> str:
    return f"no cue for {(end - start) / 1000:,.1f} s {place}, from {srt_time(start)} (> {most / 1000:,g} s)"


RULE = Rule("TIM010", "long-silence", Severity.INFO, Group.OPT_IN, check, __doc__, options=Options)
