"""The times count from the start of a programme at 01:00:00 or 10:00:00, not from the start of the recording.

## Why it matters

Broadcasters let a programme begin at 01:00:00 or 10:00:00 on the tape, with test signals before it.
Captions with such times appear an hour late on a video that begins at 0:00, which is after its end.

## Fails

A file whose first cue begins at `01:00:03,000`, with no cue before it.

## Passes

A first cue anywhere but in the five minutes after 1:00:00 or 10:00:00.
A file of one that is known to be longer (`--duration`, `--media`), and a segment of a stream with `X-TIMESTAMP-MAP`.
Times that count frames: fix them first.

## Fix safety

There is no fix, because only you know the recording.
The message says what to type: `captious retime FILE --shift=-1:00:00 --in-place`.
At 23.976 and 29.97 frames per second without drop-frame, a timecode of an hour is 3.6 seconds longer: where the times
were written from such timecodes, shift by `-1:00:03.6`.

## Sources

- EBU R 122, Material Exchange Format Timecode Implementation; EBU Tech 3264 has the time code of the start of the
  programme in its header (TCP).
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.clock import srt_time
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_HOUR_MS = 3_600_000
_HOURS = (1, 10)
"""Hours at which programmes begin: EBU's 10:00:00 and the 01:00:00 of most others."""
_WITHIN_MS = 5 * 60_000
"""How long after it the first words may come. Our own value."""


def check(subject: Subject) -> Iterator[Finding]:
    """The first cue of ``subject``, if its time is that of a programme which does not begin at 0:00."""
    if not subject.starts or "X-TIMESTAMP-MAP" in subject.document.header:
        return
    first = min(range(len(subject.starts)), key=subject.starts.__getitem__)
    start = subject.starts[first]
    hour = next((hour for hour in _HOURS if 0 <= start - hour * _HOUR_MS <= _WITHIN_MS), None)
    if hour is None or (subject.media_ms is not None and subject.media_ms > start):
        return
    path = shlex.quote(subject.path) if subject.path else "FILE"
    yield RULE.at(
        subject.times_span(first),
        f"the first cue begins at {srt_time(start)}, so the times may count from a start of the programme at "
        f"{hour:02d}:00:00; to let them begin at 0:00: captious retime {path} --shift=-{hour}:00:00 --in-place",
        index=first,
    )


RULE = Rule("TIM014", "programme-start", Severity.INFO, Group.DEFAULT, check, __doc__)
