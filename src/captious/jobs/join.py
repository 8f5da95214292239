"""Putting the parts of a programme together."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.conversion.job import open_captions
from captious.conversion.joining import join_parts, place_parts
from captious.core.clock import vtt_time
from captious.core.numbers import count
from captious.errors import FormatError, OptionError
from captious.formats.registry import output_by_name
from captious.jobs.part_sources import in_one_form, name_of, reading_rows, written
from captious.reports.rows import WARNING, Row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction
    from pathlib import Path

    from captious.conversion.job import Source
    from captious.conversion.joining import Joined, Placement
    from captious.formats.base import Loss


@dataclass(frozen=True, slots=True, repr=False)
class JoinResult:
    """The parts of a programme as one file.

    Args:
        text: text of the file, with LF line endings.
        to: name of its format.
        names: names of the parts.
        sources: the parts as read.
        placements: when each part begins, and why.
        joined: the document, and what could not be kept as it was.
        losses: what the format cannot hold, and what reading lost with the number of its part.
    """

    text: str
    to: str
    names: tuple[str, ...]
    sources: tuple[Source, ...]
    placements: tuple[Placement, ...]
    joined: Joined
    losses: tuple[Loss | tuple[int, Loss], ...]

    @property
    def offsets_ms(self) -> tuple[int, ...]:
        """What was added to the times of each part."""
        return tuple(place.offset_ms for place in self.placements)

    @property
    def cues(self) -> int:
        """Number of cues."""
        return len(self.joined.document.cues)

    @property
    def rows(self) -> tuple[Row, ...]:
        """When each part begins and why, and what was merged, renamed or lost."""
        rows: list[Row] = []
        for part, (name, source, place) in enumerate(
            zip(self.names, self.sources, self.placements, strict=True), 1
        ):
            sign = "-" if place.offset_ms < 0 else "+"
            why = f", {place.reason}" if place.reason else ""
            cues = count(len(source.document.cues), "cue")
            text = f"{name}: {cues}, {sign}{vtt_time(abs(place.offset_ms))}{why}"
            rows.append(Row(f"part {part}", text, WARNING if place.guessed else ""))
        if any(place.guessed for place in self.placements):
            rows.append(Row("", "--offset TIME for each part after the first sets it otherwise"))
        joined = self.joined
        rows += [
            Row("overlap", f"part {part} begins before the parts above it end", WARNING)
            for part in joined.overlaps
        ]
        if joined.repeated:
            rows.append(Row("once", f"{count(joined.repeated, 'cue')} that two parts had at their seam"))
        rows += [Row("clash", clash) for clash in joined.clashes]
        for name, source in zip(self.names, self.sources, strict=True):
            rows += reading_rows(source, name)
        for loss in self.losses:
            if isinstance(loss, tuple):
                rows.append(Row("loses", f"{loss[1]} of {self.names[loss[0]]}"))
            else:
                rows.append(Row("loses", str(loss)))
        return tuple(rows)

    def __repr__(self) -> str:
        return f"<JoinResult {count(len(self.names), 'part')}, {count(self.cues, 'cue')}, {self.to}>"


def join(
    sources: Iterable[str | Path | bytes],
    *,
    to: str = "srt",
    offsets_ms: Iterable[int] = (),
    durations_ms: Iterable[int] = (),
    media: Iterable[str | Path] = (),
    format: str | None = None,  # noqa: A002 - what users call it
    encoding: str | None = None,
    frame_rate: Fraction | None = None,
) -> JoinResult:
    """Puts the parts of a programme together; writes nothing.

    Args:
        sources: paths or bytes of the parts in order, in any format.
        to: name of the format to write.
        offsets_ms: start of each part, or of each but the first, in milliseconds.
        durations_ms: length of each part, or of each but the last; not together with ``offsets_ms`` or ``media``.
        media: recordings of the parts, whose lengths are read. Without any of the three, HLS segments are placed by
            their clock; otherwise a part begins where the last cue before it ends, unless its times go on.
        format: name of the files' format; ``None`` = detected from their content, or else their names.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        frame_rate: frames per second of times that count frames, read or written; ``None`` = unknown.

    Raises:
        CaptiousError: a file cannot be read, a number of offsets does not fit, or a cue would begin before 0:00.
    """
    given = [sources] if isinstance(sources, str | bytes) else list(sources)
    offsets, lengths, recordings = list(offsets_ms), list(durations_ms), list(media)
    if len(given) < 2:
        raise OptionError(
            f"{count(len(given), 'file')} to join",
            hint="Name the parts in their order: captious join A B -o OUT.",
        )
    if (bool(offsets), bool(lengths), bool(recordings)).count(True) > 1:
        raise OptionError(
            "more than one source of offsets", hint="Give offsets, or durations, or media, not two of them."
        )
    if recordings:
        from captious.timing.media import media_duration_ms

        lengths = [media_duration_ms(os.fspath(path)) for path in recordings]
    target = output_by_name(to)
    target.check_frame_rate(frame_rate)
    names = [name_of(source, number) for number, source in enumerate(given, 1)]
    read = [
        open_captions(
            source, format=format, encoding=encoding, frame_rate=frame_rate, name=name, may_be_empty=True
        )
        for source, name in zip(given, names, strict=True)
    ]
    if not any(one.document.cues for one in read):
        raise FormatError("no captions in these files", path=names[0])
    documents, lost = in_one_form(read, target)
    # the clock of a segment is in the header, which SubRip does not have
    placements = place_parts([one.document for one in read], offsets_ms=offsets, lengths_ms=lengths)
    joined = join_parts(documents, placements, names=names)
    text, losses = written(joined.document, target, frame_rate=frame_rate)
    return JoinResult(text, target.name, tuple(names), tuple(read), placements, joined, (*lost, *losses))
