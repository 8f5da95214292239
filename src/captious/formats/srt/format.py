"""SubRip's entry in the registry."""

from __future__ import annotations

from captious.formats.base import CaptionFormat
from captious.formats.srt.faults import FAULTS
from captious.formats.srt.markup import escape
from captious.formats.srt.reader import read, recognises
from captious.formats.srt.writer import normalise, write

SRT = CaptionFormat(
    name="srt",
    title="SubRip",
    suffixes=(".srt",),
    media_type="application/x-subrip",
    read=read,
    write=write,
    normalise=normalise,
    escape=escape,
    recognises=recognises,
    faults=FAULTS,
)
