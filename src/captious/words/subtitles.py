"""Captions in any format that captious reads: the time of a cue is spread over its words."""

from __future__ import annotations

from captious.errors import WordsError
from captious.formats.registry import format_by_name, sniff
from captious.words.model import Source, TimedWord, WordTrack
from captious.words.spreading import spread


def recognise(data: object) -> bool:
    """Whether a text is captions."""
    return isinstance(data, str) and sniff(data) is not None


def read(data: object) -> WordTrack:
    """The words of all cues, each cue's time spread over its words by their letters.

    Raises:
        WordsError: no cue.
    """
    found = sniff(data) if isinstance(data, str) else None
    if found is None or not isinstance(data, str):
        raise WordsError("captions: neither SubRip nor WebVTT")
    document = format_by_name(found.name).read(data).document
    words: list[TimedWord] = []
    for cue in document.cues:
        end = max(cue.end_ms, cue.start_ms)
        words += spread(" ".join(cue.lines), max(cue.start_ms, 0), max(end, 0), speaker=cue.speaker)
    return WordTrack(f"{found.title} captions", tuple(words), measured=False, language=document.language)


SOURCE = Source("captions (SRT, WebVTT)", recognise, read)
