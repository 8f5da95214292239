"""Captions in any format that captious reads: the times of words are interpolated within each cue."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from captious.errors import WordsError
from captious.formats.registry import format_by_name, sniff
from captious.rolling.unroll import find_rolling, unrolled
from captious.word_timings.cue_words import words_of_cue
from captious.word_timings.interpolate import interpolate
from captious.word_timings.model import Source, TimedWord, WordTrack

if TYPE_CHECKING:
    from captious.core.document import Document

_LABEL = re.compile(r"(?P<arrows>(?:>>+\s*)?)(?:(?P<name>[^\W\d_a-z][^:<>\[\](){}]{0,40}):(?=\s|$))?")
_OFTEN = 3


def recognise(data: object) -> bool:
    """Whether a text is captions."""
    return isinstance(data, str) and sniff(data) is not None


def read(data: object) -> WordTrack:
    """Read the words of all cues; their times are interpolated within each cue by their letters.

    Raises:
        WordsError: no cue.
    """
    found = sniff(data) if isinstance(data, str) else None
    if found is None or not isinstance(data, str):
        raise WordsError("captions: neither SubRip nor WebVTT")
    document = captions_of(data, found.name)
    texts = [" ".join(cue.lines) for cue in document.cues]
    labels = Counter(match["name"] for text in texts if (match := _LABEL.match(text)) and match["name"])
    words: list[TimedWord] = []
    for cue, whole in zip(document.cues, texts, strict=True):
        speaker, text = _unlabelled(whole, labels)
        start, end = max(cue.start_ms, 0), max(cue.end_ms, cue.start_ms, 0)
        if text == whole and "<" in cue.text and document.format == "vtt":
            words += words_of_cue(cue)
            continue
        words += interpolate(text, start, end, speaker=cue.speaker or speaker)
    return WordTrack(f"{found.title} captions", tuple(words), measured=False, language=document.language)


def captions_of(text: str, name: str) -> Document:
    """Read captions; of those that roll, each word once.

    Args:
        text: the whole file.
        name: name of their format.
    """
    document = format_by_name(name).read(text).document
    return unrolled(document, find_rolling(document), timed=True)


def _unlabelled(text: str, labels: Counter[str]) -> tuple[str | None, str]:
    """Split off the speaker label of a cue: it is not spoken, so it takes no time.

    Without chevrons, what looks like a name is one if it is in capitals or leads other cues, too.
    """
    match = _LABEL.match(text)
    if match is None:
        return None, text
    name = match["name"]
    if name and (match["arrows"] or name.isupper() or labels[name] >= _OFTEN):
        return name.strip(), text[match.end() :]
    return None, text[match.end("arrows") :] if match["arrows"] else text


SOURCE = Source("captions (SRT, WebVTT)", recognise, read, holds_cues=True)
