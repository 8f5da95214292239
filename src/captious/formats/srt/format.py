"""SubRip's entry in the registry; reader and writer are imported when called, because most runs need one format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.base import CaptionFormat
from captious.formats.srt.issues import ISSUES

if TYPE_CHECKING:
    from captious.core.document import Document
    from captious.formats.base import Reading


def _read(text: str) -> Reading:
    from captious.formats.srt.reader import read

    return read(text)


def _write(document: Document) -> str:
    from captious.formats.srt.writer import write

    return write(document)


def _normalise(document: Document) -> Document:
    from captious.formats.srt.writer import normalise

    return normalise(document)


def _escape(line: str) -> str:
    from captious.formats.srt.markup import escape

    return escape(line)


def _recognises(text: str) -> bool:
    from captious.formats.srt.reader import recognises

    return recognises(text)


SRT = CaptionFormat(
    name="srt",
    title="SubRip",
    suffixes=(".srt",),
    media_type="application/x-subrip",
    read=_read,
    write=_write,
    normalise=_normalise,
    escape=_escape,
    recognises=_recognises,
    issues=ISSUES,
)
