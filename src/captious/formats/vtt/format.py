"""WebVTT's entry in the registry."""

from __future__ import annotations

from captious.formats.base import CaptionFormat
from captious.formats.vtt.faults import FAULTS
from captious.formats.vtt.reader import read, recognises
from captious.formats.vtt.text import escape
from captious.formats.vtt.writer import normalise, write

VTT = CaptionFormat(
    name="vtt",
    title="WebVTT",
    suffixes=(".vtt", ".webvtt"),
    media_type="text/vtt",
    read=read,
    write=write,
    normalise=normalise,
    escape=escape,
    recognises=recognises,
    faults=FAULTS,
)
