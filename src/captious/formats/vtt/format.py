"""WebVTT's entry in the registry; reader and writer are imported when called, because most runs need one format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.base import CaptionFormat
from captious.formats.vtt.issues import ISSUES

if TYPE_CHECKING:
    from captious.core.document import Document
    from captious.formats.base import Reading


def _read(text: str) -> Reading:
    from captious.formats.vtt.reader import read

    return read(text)


def _write(document: Document) -> str:
    from captious.formats.vtt.writer import write

    return write(document)


def _normalise(document: Document) -> Document:
    from captious.formats.vtt.writer import normalise

    return normalise(document)


def _escape(line: str) -> str:
    from captious.formats.vtt.text import escape

    return escape(line)


def _recognises(text: str) -> bool:
    from captious.formats.vtt.reader import recognises

    return recognises(text)


VTT = CaptionFormat(
    name="vtt",
    title="WebVTT",
    suffixes=(".vtt", ".webvtt"),
    media_type="text/vtt",
    read=_read,
    write=_write,
    normalise=_normalise,
    escape=_escape,
    recognises=_recognises,
    issues=ISSUES,
)
