"""For a long time no cue is shown.

## Why it matters

Somebody who does not hear cannot tell a silent scene from captions that were forgotten. Guides ask for a caption
where music or silence goes on, such as `[music plays]` or `[no audio]`.

## Fails

A minute without a cue, where the option `max_silence_ms` is 30,000.

## Passes

A pause of exactly the maximum. With a known length of the media the time after the last cue counts as well; the time
before the first one always does.

## Fix safety

There is no fix: what is to be heard there is for a person to write.

## Sources

- The default of 30 s is our own: no guide publishes a figure for silence.
- OpenCaptions' check `FCC_001` takes 3 s during speech; without the sound nobody can tell speech.
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
        max_silence_ms: the longest time without a cue.
    """

    max_silence_ms: int = 30_000


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The long stretches of ``subject`` without a cue; reported at the cue that ends them."""
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
    return f"no cue for {(end - start) / 1000:.1f} s {place}, from {srt_time(start)} (> {most / 1000:g} s)"


RULE = Rule("TIM010", "long-silence", Severity.INFO, Group.OPT_IN, check, __doc__, options=Options)
