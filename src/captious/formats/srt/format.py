"""What the registry calls for SubRip; what reads and writes is imported when called, for most runs need one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.srt.issues import ISSUES

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.document import Document
    from captious.formats.base import Reading

__all__ = ["ISSUES", "escape", "normalise", "read", "recognises", "write"]


def read(text: str, *, frame_rate: Fraction | None = None) -> Reading:
    """As `captious.formats.srt.reader.read`; times that count frames are those at the frame rate, if it is known."""
    from captious.formats.frames import with_frame_rate
    from captious.formats.srt import reader

    return with_frame_rate(reader.read(text), frame_rate)


def write(document: Document) -> str:
    """As `captious.formats.srt.writer.write`."""
    from captious.formats.srt import writer

    return writer.write(document)


def normalise(document: Document) -> Document:
    """As `captious.formats.srt.writer.normalise`."""
    from captious.formats.srt import writer

    return writer.normalise(document)


def escape(line: str) -> str:
    """As `captious.formats.srt.markup.escape`."""
    from captious.formats.srt import markup

    return markup.escape(line)


def recognises(text: str) -> bool:
    """As `captious.formats.srt.reader.recognises`."""
    from captious.formats.srt import reader

    return reader.recognises(text)
