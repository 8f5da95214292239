"""Segments with times in XML: Podlove's simple transcripts and what other players write."""

from __future__ import annotations

from captious.word_timings.model import Source
from captious.word_timings.segments import read, recognise

SOURCE = Source("XML segments with times", recognise, read, holds_cues=True)
