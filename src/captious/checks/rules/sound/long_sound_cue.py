"""A cue that only describes a sound stays on screen too long.

## Why it matters

Two words take a second to read.
A *[music playing]* that stays for half a minute covers the picture and looks like a stuck player.

## Fails

`[applause]` for 12 seconds, where `most_ms` is 5,000.

## Passes

`[applause]` for exactly five seconds.
A cue with speech beside the sound is checked against the limits for speech.

## Fix safety

The cue ends after `most_ms`.
Only the recording shows when the sound ends, so the fix is unsafe.
It is left out where it would leave a gap that the style forbids.

## Sources

- AI-Media caption style guide, as broadcastwriter.com quotes it: non-speech captions for at most 5 seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.edits import move_end
from captious.analysis.sounds import find_sound_cues
from captious.analysis.subject import TOLERANCE_MS
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        most_ms: longest time on screen, in milliseconds.
    """

    most_ms: int = 5000


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` with nothing but sounds that stay on screen too long."""
    for index in sorted(subject.once(find_sound_cues)):
        duration = subject.durations[index]
        if duration <= options.most_ms + TOLERANCE_MS:
            continue
        fix = None
        end_ms = subject.starts[index] + options.most_ms
        if _may_end(subject, index, end_ms):
            fix = move_end(subject, index, end_ms, "End the cue earlier", safe=False)
        message = f"sound on screen for {duration:,} ms (> {options.most_ms:,} ms)"
        yield RULE.at(subject.times_span(index), message, index=index, fix=fix)


def _may_end(subject: Subject, index: int, end_ms: int) -> bool:
    timing = subject.profile.timing
    if end_ms - subject.starts[index] < timing.min_duration_ms.value:
        return False
    if index + 1 == len(subject.cues):
        return True
    gap = subject.starts[index + 1] - end_ms
    lowest, highest = timing.forbidden_gap_from_ms, timing.forbidden_gap_to_ms
    return lowest is None or highest is None or not lowest.value <= gap < highest.value


RULE = Rule(
    "SND004", "long-sound-cue", Severity.INFO, Group.OPT_IN, check, __doc__, options=Options, fix="unsafe"
)
