"""Write other times into a caption file; everything else in it stays, character for character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.edits import move_end, move_start
from captious.core.clock import short_time, vtt_time
from captious.core.finding import Edit, Severity
from captious.errors import TimingError
from captious.formats.frames import in_frames
from captious.formats.srt.times import MAX_MS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.analysis.subject import Subject

_STAMP = re.compile(r"<((?:[0-9]{2,}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3})>", re.ASCII)
_PARTS = re.compile(r"[:.]")


def check_readable(subject: Subject) -> None:
    """Check that every cue was read: a lost one would keep its old time.

    Raises:
        TimingError: the first issue for which the reader may have lost a cue, with its line.
    """
    for finding in subject.reading:
        if finding.severity is Severity.ERROR:
            how = " --fps 25, with the frame rate of the video" if in_frames([finding]) else ""
            raise TimingError(
                f"{finding.message} ({finding.code}): its times cannot be changed safely",
                line=finding.span.line,
                column=finding.span.column,
                hint=f"Fix the file first: captious fix{how}.",
            )


def rewrite(subject: Subject, times: Sequence[tuple[int, int]]) -> str:
    """Write other times into the source of a file.

    Timestamps within the text of a WebVTT cue move with it.

    Args:
        subject: the file.
        times: start and end of each cue in milliseconds.

    Raises:
        TimingError: a cue that would begin before the recording, or later than can be written, or end no later than
            it begins.
    """
    edits: list[Edit] = []
    for number, (start, end) in enumerate(times):
        cue = subject.cues[number]
        line = subject.cue_span(number).line
        if start < 0:
            raise TimingError(
                f"the cue would begin {short_time(-start)} before the recording",
                line=line,
                hint="Move it by less.",
            )
        if max(start, end) > MAX_MS:
            raise TimingError(
                f"the cue would end after {MAX_MS // 3_600_000:,} hours", line=line, hint="Move it by less."
            )
        if end <= start and cue.end_ms > cue.start_ms:
            raise TimingError(f"the cue would last {end - start} ms", line=line)
        for fix in (
            move_start(subject, number, start, "") if start != cue.start_ms else None,
            move_end(subject, number, end, "") if end != cue.end_ms else None,
        ):
            edits += fix.edits if fix is not None else ()
        if subject.document.format == "vtt" and "<" in cue.text:
            edits += _timestamps(subject, number, start, end)
    text: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        text += [subject.source[place : edit.start], edit.text]
        place = edit.end
    return "".join([*text, subject.source[place:]])


def _timestamps(subject: Subject, number: int, start: int, end: int) -> Iterator[Edit]:
    cue = subject.cues[number]
    begin, stop = subject.text_starts[number], subject.cue_span(number).end
    for match in _STAMP.finditer(subject.source, begin, stop):
        *hours, minutes, seconds, fraction = map(int, _PARTS.split(match[1]))
        old = ((hours[0] if hours else 0) * 3600 + minutes * 60 + seconds) * 1000 + fraction
        share = (old - cue.start_ms) / max(cue.end_ms - cue.start_ms, 1)
        yield Edit(match.start(1), match.end(1), vtt_time(max(round(start + share * (end - start)), 0)))
