"""Splitting captions into the parts of a programme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.conversion.job import open_captions
from captious.conversion.splitting import split_document
from captious.core.clock import vtt_time
from captious.core.numbers import count
from captious.errors import OptionError
from captious.formats.registry import output_by_name
from captious.jobs.part_sources import in_one_form, name_of, reading_rows, written
from captious.reports.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction
    from pathlib import Path

    from captious.conversion.job import Source
    from captious.conversion.splitting import AcrossCut, SplitDocument
    from captious.formats.base import Loss


@dataclass(frozen=True, slots=True, repr=False)
class SplitResult:
    """The parts of a programme; iterates over their texts.

    Args:
        texts: text of each part, with LF line endings.
        to: name of their format.
        name: name of the file.
        source: the file as read.
        made: the documents, and the cues across a cut.
        losses: what the format cannot hold.
    """

    texts: tuple[str, ...]
    to: str
    name: str
    source: Source
    made: SplitDocument
    losses: tuple[Loss, ...]

    def __iter__(self) -> Iterator[str]:
        return iter(self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Where the cues across a cut went, and what was lost."""
        rows = [Row("across", _across(cue)) for cue in self.made.across]
        rows += reading_rows(self.source, self.name)
        rows += [Row("loses", str(loss)) for loss in self.losses]
        return tuple(rows)

    def __repr__(self) -> str:
        return f"<SplitResult {count(len(self.texts), 'part')}, {self.to}>"


def split(
    source: str | Path | bytes,
    at_ms: Iterable[int],
    *,
    to: str | None = None,
    keep_times: bool = False,
    format: str | None = None,  # noqa: A002 - what users call it
    encoding: str | None = None,
    frame_rate: Fraction | None = None,
) -> SplitResult:
    """Splits captions at given times; writes nothing.

    A cue across a cut is in both parts, up to the cut and from it on; a piece of it shorter than half a second is left
    out beside a longer one, so its words are always there.

    Args:
        source: path or bytes of captions in any format.
        at_ms: times of the cuts in milliseconds, rising.
        to: name of the format to write; ``None`` = the file's own.
        keep_times: whether times stay as they are, instead of beginning at 0:00 in each part.
        format: name of the file's format; ``None`` = detected from its content, or else its name.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        frame_rate: frames per second of times that count frames, read or written; ``None`` = unknown.

    Raises:
        CaptiousError: the file cannot be read, times do not rise, or a part would have no cue.
    """
    cuts = list(at_ms)
    if not cuts:
        raise OptionError("no time to split at", hint="Give one or more: captious split FILE --at 20:00.")
    name = name_of(source)
    read = open_captions(source, format=format, encoding=encoding, frame_rate=frame_rate, name=name)
    target = output_by_name(to or read.format)
    target.check_frame_rate(frame_rate)
    documents, lost = in_one_form([read], target)
    made = split_document(documents[0], cuts, keep_times=keep_times)
    texts, losses = [], [loss for _, loss in lost]
    for part in made.parts:
        text, more = written(part, target, frame_rate=frame_rate)
        texts.append(text)
        losses += [loss for loss in more if loss.what not in {known.what for known in losses}]
    return SplitResult(tuple(texts), target.name, name, read, made, tuple(losses))


def _across(cue: AcrossCut) -> str:
    where = f"cue {cue.number} at {vtt_time(cue.at_ms)} is in part" + ("s" if len(cue.parts) > 1 else "")
    numbers = " and ".join(map(str, cue.parts))
    rest = f", without {cue.cut_ms} ms too short to read" if cue.cut_ms else ""
    return f"{where} {numbers}{rest}: {cue.text}"
