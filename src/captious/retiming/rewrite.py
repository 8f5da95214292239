"""Write other times into a caption file; everything else in it stays, character for character."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.edits import move_end, move_start
from captious.analysis.removal import removal
from captious.core.clock import short_time, vtt_time
from captious.core.finding import Edit, Severity
from captious.errors import TimingError
from captious.formats.base import Use
from captious.formats.frames import in_frames
from captious.formats.refusals import convert_first
from captious.formats.registry import by_name
from captious.formats.srt.times import MAX_MS
from captious.retiming.cutting import line_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from captious.analysis.subject import Subject
    from captious.errors import FormatError
    from captious.formats.base import Reading

_STAMP = re.compile(r"<((?:[0-9]{2,}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3})>", re.ASCII)
_PARTS = re.compile(r"[:.]")


def _convert_first(subject: Subject, name: str) -> FormatError:
    known = by_name(name, Use.CHECK)
    return convert_first(known, subject.path, "retimed", frame_rate=subject.frame_rate)


def check_readable(subject: Subject, reading: Reading) -> None:
    """Check that every cue was read: a lost one would keep its old time.

    Args:
        subject: the file as rules see it.
        reading: the file as it was read.

    Raises:
        FormatError: the file is in a format that is not changed in place.
        TimingError: the first issue for which the reader may have lost a cue, with its line.
    """
    if reading.origin is not None and reading.origin.notation is None:
        raise _convert_first(subject, reading.origin.format)
    for finding in subject.reading if reading.origin is None else reading.findings:
        if finding.severity is Severity.ERROR:
            how = " --fps 25, with the frame rate of the video" if in_frames([finding]) else ""
            raise TimingError(
                f"{finding.message} ({finding.code}): its times cannot be changed safely",
                line=finding.span.line,
                column=finding.span.column,
                hint=f"Fix the file first: captious fix{how}.",
            )


def rewrite(
    subject: Subject,
    times: Sequence[tuple[int, int]],
    *,
    dropped: Container[int] = (),
    cut_ms: int | None = None,
    uncut: Sequence[tuple[int, int]] | None = None,
) -> str:
    """Write other times into the source of a file.

    Timestamps within the text of a WebVTT cue move with it.

    Args:
        subject: the file.
        times: start and end of each cue in milliseconds.
        dropped: 0-based numbers of the cues that are left out.
        cut_ms: the time at which cues were cut: timestamps up to it go; ``None`` = none was cut.
        uncut: the times the cues would have if none had been cut; ``None`` = ``times``.

    Raises:
        FormatError: the file is in a format in which a time of a cue cannot be written.
        TimingError: a cue that would begin before the recording, or later than can be written, or end no later than
            it begins, or one that cannot be left out because text below it belongs to no cue.
    """
    edits: list[Edit] = []
    for number, (start, end) in enumerate(times):
        if number in dropped:
            edits.append(_left_out(subject, number))
            continue
        cue = subject.cues[number]
        line = line_of(subject, number)
        if start < 0:
            raise TimingError(
                f"the cue would begin {_ahead(-start)} before the recording",
                line=line,
                hint="Move it by less, or drop what lies before the recording: --cut-before 0.",
            )
        if max(start, end) > MAX_MS:
            raise TimingError(
                f"the cue would end after {MAX_MS // 3_600_000:,} hours", line=line, hint="Move it by less."
            )
        if end <= start and cue.end_ms > cue.start_ms:
            raise TimingError(f"the cue would last {end - start} ms", line=line)
        if (start, end) == (cue.start_ms, cue.end_ms):
            continue
        for fix in (
            move_start(subject, number, start, "") if start != cue.start_ms else None,
            move_end(subject, number, end, "") if end != cue.end_ms else None,
        ):
            edits += fix.edits if fix is not None else ()
        if subject.origin is None and subject.document.format == "vtt" and "<" in cue.text:
            whole = times[number] if uncut is None else uncut[number]
            edits += _timestamps(subject, number, *whole, cut_ms=cut_ms)
    source = subject.source
    if subject.origin is not None and subject.origin_map is not None:
        found = subject.origin_map.edits(edits) if edits else ()
        if found is None:
            raise _convert_first(subject, subject.origin.format)
        source, edits = subject.origin.source, [*found, *_stretched(subject, uncut or times, dropped)]
    edits.sort(key=lambda edit: edit.start)
    text: list[str] = []
    place = 0
    for edit in edits:
        # the blank lines between two cues that are left out are in both edits
        text += [source[place : max(edit.start, place)], edit.text]
        place = max(edit.end, place)
    made = "".join([*text, source[place:]])
    if subject.origin is None and place == len(source) and len(times) - 1 in dropped:
        # the blank lines above all cues that were left out at the end
        return made.rstrip("\r\n") + edits[-1].text
    return made


def _stretched(subject: Subject, times: Sequence[tuple[int, int]], dropped: Container[int]) -> Iterator[Edit]:
    """The edits of durations within the cues of a file of another format that last longer or less long."""
    origin = subject.origin
    if origin is None or origin.notation is None or origin.notation.stretch is None:
        return
    for number, (start, end) in enumerate(times):
        cue = subject.cues[number]
        was = cue.end_ms - cue.start_ms
        if number not in dropped and "<" in cue.text and was > 0 and end - start != was:
            yield from origin.notation.stretch(origin.source, origin.places[number], (end - start) / was)


def _ahead(ms: int) -> str:
    """A time before the recording for a message: by less than a second in full."""
    return short_time(ms) if ms >= 1000 else f"{ms / 1000:g} s"


def _left_out(subject: Subject, number: int) -> Edit:
    edit = removal(subject, number)
    if edit is None:
        raise TimingError(
            "the cue would be dropped, and text below it belongs to no cue",
            line=line_of(subject, number),
            hint="Fix the file first: captious fix.",
        )
    return edit


def _timestamps(subject: Subject, number: int, start: int, end: int, *, cut_ms: int | None) -> Iterator[Edit]:
    cue = subject.cues[number]
    begin, stop = subject.text_starts[number], subject.cue_span(number).end
    for match in _STAMP.finditer(subject.source, begin, stop):
        *hours, minutes, seconds, fraction = map(int, _PARTS.split(match[1]))
        old = ((hours[0] if hours else 0) * 3600 + minutes * 60 + seconds) * 1000 + fraction
        share = (old - cue.start_ms) / max(cue.end_ms - cue.start_ms, 1)
        new = round(start + share * (end - start))
        if cut_ms is not None and start < cut_ms and new <= cut_ms:
            # what follows is shown from the first moment of the cue
            yield Edit(match.start(), match.end(), "")
        else:
            yield Edit(match.start(1), match.end(1), vtt_time(max(new, 0)))
