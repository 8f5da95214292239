"""Facts about one caption file, for reports."""

from __future__ import annotations

from typing import Any

from captious.conversion.job import open_captions, unroll
from captious.conversion.restyle import name_speakers
from captious.errors import CaptiousError
from captious.lexicon.guess import guess_language
from captious.overview.statistics import measure_files
from captious.style import load_style

_TIMING_NOTES = ("draft timing", "timed by")
"""Starts of the notes in which captious writes how a file was timed."""


def caption_facts(source: str | bytes) -> dict[str, Any]:
    """Statistics of a caption file, by its path or its bytes; empty if it holds no captions.

    Returns:
        ``language``, ``cues``, ``words``, ``length_s`` (until the last cue ends), ``speakers``, characters per second
        (``cps_median``, ``cps_p95``, ``cps_max``), ``duration_median_s``, ``gap_median_s`` and ``times``.
    """
    try:
        document = unroll(open_captions(source), timed=False).document
    except CaptiousError:
        return {}
    words = (word for cue in document.cues for line in cue.lines for word in line.split())
    language = document.language or guess_language(words)
    if not any(cue.speaker for cue in document.cues):
        document = name_speakers(document, language=language)
    profile = load_style("base").profile(format="vtt", language=language)
    figures = measure_files([document.cues], profile.counting)
    notes = [note.text.split("\n")[0] for note in document.notes if note.text.startswith(_TIMING_NOTES)]
    return {
        "language": language,
        "cues": figures.cues,
        "words": figures.words,
        "length_s": round(figures.until_ms / 1000, 3),
        "speakers": sum(name != "" for name in figures.speakers),
        "cps_median": figures.cps.median,
        "cps_p95": figures.cps.p95,
        "cps_max": figures.cps.most,
        "duration_median_s": figures.duration_s.median,
        "gap_median_s": figures.gap_s.median,
        "times": notes[0] if notes else None,
    }
