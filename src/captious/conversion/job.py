"""A caption file read in any format and written in any other."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.conversion.colours import named_by_colours, unnamed_colours
from captious.conversion.subrip import losses_of
from captious.errors import CaptiousError, FormatError
from captious.formats.base import Use
from captious.formats.bridge import convert
from captious.formats.encoding import decode
from captious.formats.features import SPEAKERS
from captious.formats.files import read_bytes
from captious.formats.losses import losses_in
from captious.formats.recognise import recognise
from captious.formats.registry import by_name
from captious.word_timings.registry import kind_of_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.formats.base import Format, Loss
    from captious.style import Style


@dataclass(frozen=True, slots=True)
class Source:
    """A caption file that was read.

    Args:
        document: of format ``vtt``, whatever the file's.
        format: name of the file's format.
        losses: what the file has and the document does not.
        findings: what was wrong with a SubRip or WebVTT file; its words are all there.
    """

    document: Document
    format: str
    losses: tuple[Loss, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Converted:
    """A caption file made of another.

    Args:
        text: what to write, LF line ends.
        losses: all that did not come along, on the way in or out.
        kept: what is not written as the style asks for, because there is no room or no telling.
    """

    text: str
    losses: tuple[Loss, ...]
    kept: tuple[Loss, ...] = ()


def open_captions(
    source: str | os.PathLike[str] | bytes,
    *,
    format: str | None = None,  # noqa: A002 - what users call it
    encoding: str | None = None,
    name: str | None = None,
) -> Source:
    """A caption file in any format that is read.

    Args:
        source: a path, or the file's bytes.
        format: name of its format; ``None`` = detected from its text, or else from its name.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 by its mark.
        name: its name, for a format that only a name tells and for errors; ``None`` = its path.

    Raises:
        CaptiousError: it cannot be read, is in no known format, or holds no captions; with file, line and column.
    """
    if name is None:
        name = "" if isinstance(source, bytes) else os.fspath(source)
    try:
        data = source if isinstance(source, bytes) else read_bytes(source)
        text = decode(data, encoding=encoding).text
        if format is not None:
            return _open(by_name(format, Use.READ), text)
        return _open(recognise(text, name=name, words=kind_of_words).readable(), text)
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
) -> Converted:
    """A caption file in another format.

    Who speaks is told by voices; where there are none, by the colours that are given names, and by the labels in the
    text, which stay there.

    Args:
        source: from `open_captions`.
        to: name of a format that is written.
        style: how speakers, sounds and marks are to be written; ``None`` = as they are.
        language: language of the text; ``None`` = what the file says, or a guess from its words.
        colours: names of speakers by the colour of what they say.

    Raises:
        FormatError: no such format, or one that is only read.
    """
    from captious.conversion.restyle import name_speakers, restyle  # late: the checks are loaded for it

    output = by_name(to, Use.WRITE)
    document = source.document
    kept: tuple[Loss, ...] = ()
    if colours:
        document = named_by_colours(document, colours)
    if style is not None:
        made = restyle(document, style, layout=output.layout, language=language)
        document, kept = made.document, made.kept
    elif (
        SPEAKERS in output.holds and output.layout == "vtt" and not any(cue.speaker for cue in document.cues)
    ):
        document = name_speakers(document, language=language)
    if not colours:
        kept = (*kept, *unnamed_colours(document))
    lost = (*source.losses, *losses_in(document, output))
    return Converted(output.write(convert(document, to=output.layout)), lost, kept)


def _open(known: Format, text: str) -> Source:
    made = known.read(text)
    document = made.document
    if not document.cues:
        raise FormatError(f"no captions in this {known.title} file")
    lost = (*made.losses, *losses_of(document)) if document.format == "srt" else made.losses
    return Source(convert(document, to="vtt"), known.name, lost, made.findings)
