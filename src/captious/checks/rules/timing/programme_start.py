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
A file in a format that is not changed in place is converted first.
At 23.976 and 29.97 frames per second without drop-frame, a timecode of an hour is 3.6 seconds longer: where the times
were written from such timecodes, shift by `-1:00:03.6`, as the message says for SCC.

## Sources

- EBU R 122, Material Exchange Format Timecode Implementation; EBU Tech 3264 has the time code of the start of the
  programme in its header (TCP).
"""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.clock import srt_time, timecode_ms
from captious.core.finding import Severity
from captious.formats.refusals import convert_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_HOUR_MS = 3_600_000
_HOURS = (1, 10)
"""Hours at which programmes begin: EBU's 10:00:00 and the 01:00:00 of most others."""
_TIMECODE = re.compile(r"^[0-9]{2}:[0-9]{2}:[0-9]{2}([:;])[0-9]{2}", re.MULTILINE)
_WITHIN_MS = 5 * 60_000
"""How long after it the first words may come. Our own value."""


def check(subject: Subject) -> Iterator[Finding]:
    """The first cue of ``subject``, if its time is that of a programme which does not begin at 0:00."""
    if not subject.starts or "X-TIMESTAMP-MAP" in subject.document.header:
        return
    first = min(range(len(subject.starts)), key=subject.starts.__getitem__)
    start = subject.starts[first]
    begin, hour = next(
        ((begin, hour) for hour in _HOURS if 0 <= start - (begin := _begin_ms(subject, hour)) <= _WITHIN_MS),
        (0, 0),
    )
    if not hour or (subject.media_ms is not None and subject.media_ms > start):
        return
    yield RULE.at(
        subject.times_span(first),
        f"the first cue begins at {srt_time(start)}, so the times may count from a start of the programme at "
        f"{hour:02d}:00:00; to let them begin at 0:00: {_command(subject, begin)}",
        index=first,
    )


def _begin_ms(subject: Subject, hour: int) -> int:
    """When a programme begins that begins at a whole hour of its timecode."""
    origin = subject.origin
    if origin is None or origin.format != "scc":
        return hour * _HOUR_MS
    from fractions import Fraction  # late: hardly any file is in SCC

    timecode = _TIMECODE.search(origin.source)
    drop = timecode is not None and timecode[1] == ";"
    return timecode_ms((hour, 0, 0, 0), Fraction(30000, 1001), drop=drop)


def _command(subject: Subject, begin_ms: int) -> str:
    """What to type so that the times begin at 0:00; a file that is not changed in place is converted first."""
    path = subject.path or "FILE"
    shift = srt_time(begin_ms).replace(",", ".").removesuffix(".000").lstrip("0")
    shift = shift if shift[0] != ":" else f"0{shift}"
    if subject.origin is None or subject.origin.notation is not None:
        return f"captious retime {shlex.quote(path)} --shift=-{shift} --in-place"
    convert, new = convert_command(subject.path or None, frame_rate=subject.frame_rate)
    return f"{convert} && captious retime {shlex.quote(new)} --shift=-{shift} --in-place"


RULE = Rule("TIM014", "programme-start", Severity.INFO, Group.DEFAULT, check, __doc__)
