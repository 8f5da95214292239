"""Captions roll or grow: rows are shown again in cue after cue.

## Why it matters

Automatic and live captions come as they are shown on screen: a row moves up when the next one comes, or words are added
to a row.
In a file each row is then there two or three times, often with cues of 10 ms between.
Programs that read the file count, search and translate every word as often, and on players that show captions as blocks
the same text flickers from row to row.

YouTube's own WebVTT is such a file, and so is what download programs make of it in SubRip.
Other programs write each row once, but on screen until the next one has been there as well, so that cues overlap.

Other rules skip what this explains: overlaps, repeated, short and empty cues, reading speed and line breaks.
What they find otherwise has no fix until each row is there once: a row that changes in one cue only is no longer the
same.

`captious transcript`, `captious stats`, `captious diff` and `captious caption --words` read each word once in any case.

## Fails

"so do your friends" until 2.66 s, the same for 10 ms, and then "so do your friends" with "think that work is" below it.

## Passes

People who repeat themselves, and refrains: a few cues that begin with the last row of the cue before.
Cues of a WebVTT region that scrolls, each with a row of its own: players move them as they should.

## Fix safety

The fix leaves each row once, from when it came until the next one did; `captious convert --unroll` does the same.
It removes cues and shortens others, so it is unsafe.

## Sources

- 47 CFR 79.102 and CTA-608: roll-up captions.
- Tracks of YouTube's automatic captions as saved by yt-dlp.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.rolling import rolling_of, unroll
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """One finding if the captions of ``subject`` roll or grow."""
    rolling = subject.once(rolling_of)
    if rolling is None:
        return
    zones = [zone for zone in rolling.zones if zone.repeats or not zone.scrolls]
    if not zones:
        return
    cue = subject.cue_span(zones[0].first)
    message = f"{rolling.summary}; captious convert --unroll writes each row once"
    yield RULE.at(subject.span(cue.start, cue.end), message, fix=unroll(subject, rolling))


RULE = Rule("LAY013", "rolling-captions", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
