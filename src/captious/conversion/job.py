"""Read a caption file in any format and write it in any other."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from captious.conversion.colours import named_by_colours, unnamed_colours
from captious.conversion.segments import read_segments
from captious.conversion.subrip import losses_of
from captious.core.display import short_repr
from captious.errors import CaptiousError, FormatError
from captious.formats.base import Loss, Use
from captious.formats.bridge import convert
from captious.formats.delivery import USUAL
from captious.formats.encoding import decode
from captious.formats.features import SPEAKERS
from captious.formats.files import read_bytes
from captious.formats.foreign.reading import understand
from captious.formats.frames import are_times_known, in_frames
from captious.formats.issue import NO_CUES
from captious.formats.losses import losses_in
from captious.formats.recognise import recognise
from captious.formats.registry import VTT, by_name
from captious.formats.srt.issues import BROKEN_TIMES
from captious.formats.vtt.issues import SECOND_HEADER
from captious.rolling.unroll import find_rolling, unrolled
from captious.word_timings.registry import kind_of_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from captious.conversion.segments import Segments
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.formats.base import Format
    from captious.formats.delivery import Delivery
    from captious.rolling.unroll import Rolling
    from captious.style import Style

CORRECTED = "words that later cues have otherwise"
"""What live captions take back."""


@dataclass(frozen=True, slots=True)
class Source:
    """A caption file as read.

    Args:
        document: of format ``vtt``, whatever the file's.
        format: name of the file's format.
        losses: what the document cannot hold of the file.
        findings: issues of a SubRip or WebVTT file; its words are all there.
        original: of a SubRip or WebVTT file the document in its own format; otherwise ``document``.
        rolling: how its captions roll or grow; ``None`` if they do not, or each word is there once by now.
        segments: what was put together, if the file is several; ``None`` if it is one.
        foreign: markup of other formats in its text, which was read as what was meant; not lost.
        delivery: what the file says besides the captions; ``None`` = nothing.
    """

    document: Document
    format: str
    losses: tuple[Loss, ...] = ()
    findings: tuple[Finding, ...] = ()
    original: Document | None = field(default=None, repr=False)
    rolling: Rolling | None = None
    segments: Segments | None = None
    foreign: tuple[Loss, ...] = ()
    delivery: Delivery | None = None

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class Converted:
    """A converted caption file.

    Args:
        text: its text, LF line ends.
        losses: everything lost in reading or writing.
        kept: what is not in the style's form, because it does not fit or is ambiguous.
    """

    text: str
    losses: tuple[Loss, ...]
    kept: tuple[Loss, ...] = ()

    __repr__ = short_repr


def open_captions(
    source: str | os.PathLike[str] | bytes,
    *,
    format: str | None = None,  # noqa: A002 - what users call it
    encoding: str | None = None,
    name: str | None = None,
    frame_rate: Fraction | None = None,
    language: str | None = None,
    may_be_empty: bool = False,
) -> Source:
    """Read a caption file in any format.

    Args:
        source: a path, or the file's bytes.
        format: name of its format; ``None`` = detected from its text, or else from its name.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark.
        name: its name, for formats recognised by name only, and for errors; ``None`` = its path.
        frame_rate: frames per second of times that count frames; ``None`` = unknown.
        language: which captions to read of a file in several languages; ``None`` = the first.
        may_be_empty: whether WebVTT without a cue is read, too: a segment of a stream in which nobody speaks.

    Raises:
        CaptiousError: it cannot be read, is in no known format, holds no captions, or its times count frames of an
            unknown length; with file, line and column.
    """
    if name is None:
        name = "" if isinstance(source, bytes) else os.fspath(source)
    try:
        data = source if isinstance(source, bytes) else read_bytes(source)
        text = decode(data, encoding=encoding, name=name).text
        if format is not None:
            known = by_name(format, Use.READ)
        else:
            known = recognise(text, name=name, words=kind_of_words).readable()
        return _open(known, text, frame_rate, language, may_be_empty=may_be_empty)
    except CaptiousError as error:
        if name:
            raise error.at(name) from None
        raise


def convert_captions(
    source: Source,
    *,
    to: str,
    style: Style | None = None,
    language: str | None = None,
    colours: Mapping[str, str] | None = None,
    frame_rate: Fraction | None = None,
    delivery: Delivery | None = None,
) -> Converted:
    """Convert a caption file to another format.

    Speakers are taken from voices; where there are none, from named colours and from labels in the text, which
    stay there.

    Args:
        source: from `open_captions`.
        to: name of a format that is written.
        style: the form of speakers, sounds and punctuation; ``None`` = unchanged.
        language: language of the text, which the new file states; ``None`` = the file's, or detected from its words.
        colours: names of speakers by the colour of their text.
        frame_rate: frames per second, for a format that counts them; ``None`` = unknown.
        delivery: what the file says besides the captions; what it leaves open, a file in the same format keeps.

    Raises:
        FormatError: no such format, or one that is only read.
        OptionError: the format counts frames, and the frame rate is unknown.
    """
    from captious.conversion.restyle import name_speakers, restyle  # late: the checks are loaded for it

    output = by_name(to, Use.WRITE)
    document = source.document
    kept: tuple[Loss, ...] = ()
    cut: tuple[Loss, ...] = ()
    if colours:
        document = named_by_colours(document, colours)
    if style is not None:
        made = restyle(document, style, layout=output.layout, language=language)
        document, kept, cut = made.document, made.kept, made.lost
    elif (
        SPEAKERS in output.holds and output.layout == "vtt" and not any(cue.speaker for cue in document.cues)
    ):
        document = name_speakers(document, language=language)
    if not colours:
        kept = (*kept, *unnamed_colours(document))
    if language is not None:
        document = replace(document, language=language)
    if source.delivery is not None and output.name == source.format:
        delivery = (delivery or USUAL).over(source.delivery)
    lost = (
        *source.losses,
        *_start_lost(source, delivery),
        *cut,
        *losses_in(document, output, frame_rate=frame_rate, delivery=delivery),
    )
    text = output.write(convert(document, to=output.layout), frame_rate=frame_rate, delivery=delivery)
    return Converted(text, lost, kept)


def _start_lost(source: Source, delivery: Delivery | None) -> tuple[Loss, ...]:
    """The loss of the timecode from which the times of a file count."""
    if source.delivery is None or not any(source.delivery.start):
        return ()
    if delivery is not None and any(delivery.start):
        return ()
    start = ":".join(f"{part:02d}" for part in source.delivery.start)
    return (Loss("the timecode of the start, from which times count", example=start),)


def _open(
    known: Format, text: str, frame_rate: Fraction | None, language: str | None, *, may_be_empty: bool
) -> Source:
    made = known.read(text, frame_rate=frame_rate, language=language)
    document = made.document
    silent = may_be_empty and known is VTT and all(found.code == NO_CUES.code for found in made.findings)
    if not document.cues and not silent:
        broken = next((finding for finding in made.findings if finding.code == BROKEN_TIMES.code), None)
        why = f": {broken.message}" if broken is not None else ""
        line = broken.span.line if broken is not None else None
        raise FormatError(
            f"no captions in this {known.title} file{why}",
            line=line,
            hint="captious check FILE says what is in it.",
        )
    if not are_times_known(made.findings, document.source or "", frame_rate):
        counted = next(finding for finding in made.findings if in_frames([finding]))
        raise FormatError(
            counted.message,
            line=counted.span.line,
            hint="Give the frame rate of the video: --fps 25. Or write milliseconds first: captious fix --fps 25 FILE",
        )
    lost = (*made.losses, *losses_of(document)) if document.format == "srt" else made.losses
    segments = read_segments(made)
    findings = () if silent else made.findings
    if segments is not None:
        document = segments.document
        findings = tuple(finding for finding in findings if finding.code != SECOND_HEADER.code)
    understood = understand(convert(document, to="vtt"), tags=known.name != "vtt")
    return Source(
        understood.document,
        known.name,
        (*lost, *understood.losses),
        findings,
        document,
        find_rolling(understood.document),
        segments,
        understood.found,
        made.delivery,
    )


def unroll(source: Source, *, timed: bool = True) -> Source:
    """Give captions that roll or grow each word once; all others stay as they are.

    Args:
        source: from `open_captions`.
        timed: whether the times at which words came are written into the text.
    """
    if source.rolling is None:
        return source
    losses = source.losses
    if source.rolling.corrected:
        first, words = source.rolling.corrected[0]
        number = len(source.rolling.corrected)
        losses = (*losses, Loss(CORRECTED, number, first + 1, words))
    document = unrolled(source.document, source.rolling, timed=timed)
    return replace(source, document=document, losses=losses, original=None, rolling=None)
