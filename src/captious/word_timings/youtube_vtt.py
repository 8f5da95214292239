"""YouTube's automatic captions as WebVTT: roll-up lines, with the time of each word in tags."""

from __future__ import annotations

import re
from dataclasses import replace

from captious.formats.vtt.evidence import is_webvtt
from captious.word_timings.cue_words import words_of_cue
from captious.word_timings.model import Source, TimedWord, WordTrack
from captious.word_timings.subtitles import captions_of

_NAME = "YouTube's automatic captions"
_TAGGED = re.compile(r"<(?:[0-9]+:)?[0-9]{2}:[0-9]{2}\.[0-9]{3}><c")


def recognise(data: object) -> bool:
    """Whether a text is WebVTT with timestamps inside its lines, as YouTube writes it."""
    return isinstance(data, str) and _TAGGED.search(data) is not None and is_webvtt(data)


def read(data: object) -> WordTrack:
    """Read the words of the lines, each once: a line is repeated without its tags.

    A tag holds the start of the words after it; the first word of a line begins with its cue.

    Sources:
        Tracks as saved by yt-dlp.
    """
    document = captions_of(data if isinstance(data, str) else "", "vtt")
    words = [word for cue in document.cues for word in words_of_cue(cue, spread=False)]
    return WordTrack(_NAME, tuple(_apart(words)), language=document.language)


def _apart(words: list[TimedWord]) -> list[TimedWord]:
    """The words, each of which ends before the next begins."""
    ends = [*(word.start_ms for word in words[1:]), None]
    return [
        word
        if word.end_ms is None or end is None or word.start_ms is None
        else replace(word, end_ms=max(min(word.end_ms, end), word.start_ms))
        for word, end in zip(words, ends, strict=True)
    ]


SOURCE = Source(_NAME, recognise, read)
