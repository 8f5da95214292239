"""What the registry calls for WebVTT; what reads and writes is imported when called, for most runs need one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.vtt.issues import ISSUES

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.document import Document
    from captious.formats.base import Reading

__all__ = ["ISSUES", "escape", "normalise", "read", "recognises", "write"]


def read(text: str, *, frame_rate: Fraction | None = None) -> Reading:
    """As `captious.formats.vtt.reader.read`; times that count frames are those at the frame rate, if it is known."""
    from captious.formats.frames import with_frame_rate
    from captious.formats.vtt import reader

    return with_frame_rate(reader.read(text), frame_rate)


def write(document: Document) -> str:
    """As `captious.formats.vtt.writer.write`."""
    from captious.formats.vtt import writer

    return writer.write(document)


def normalise(document: Document) -> Document:
    """As `captious.formats.vtt.writer.normalise`."""
    from captious.formats.vtt import writer

    return writer.normalise(document)


def escape(line: str) -> str:
    """As `captious.formats.vtt.text.escape`."""
    from captious.formats.vtt import text as cue_text

    return cue_text.escape(line)


def recognises(text: str, *, named: bool | None = None) -> bool:
    """As `captious.formats.vtt.evidence.is_webvtt`."""
    from captious.formats.vtt import evidence

    return evidence.is_webvtt(text, named=named)
