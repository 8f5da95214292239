"""YouTube's automatic captions as WebVTT: roll-up lines, with the time of each word in tags."""

from __future__ import annotations

import html
import re

from captious.formats.vtt.evidence import is_webvtt
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "YouTube's automatic captions"
_TIME = r"(?:([0-9]+):)?([0-9]{2}):([0-9]{2})\.([0-9]{3})"
_CUE = re.compile(rf"{_TIME} --> {_TIME}[^\n]*")
_TAG = re.compile(rf"<{_TIME}>")
_TAGGED = re.compile(rf"<{_TIME}><c")
_CLASS = re.compile(r"</?c[^>]*>")


def recognise(data: object) -> bool:
    """Whether a text is WebVTT with timestamps inside its lines, as YouTube writes it."""
    return isinstance(data, str) and _TAGGED.search(data) is not None and is_webvtt(data)


def read(data: object) -> WordTrack:
    """Read the words of the lines with tags; each line is repeated without them, and skipped then.

    A tag holds the start of the word after it; the first word of a line begins with its cue.

    Sources:
        Tracks as saved by yt-dlp.
    """
    text = data if isinstance(data, str) else ""
    words: list[tuple[str, int]] = []
    ends: list[int] = []
    start = end = 0
    for line in text.splitlines():
        cue = _CUE.match(line)
        if cue is not None:
            start, end = _ms(cue.groups()[:4]), _ms(cue.groups()[4:])
        elif _TAG.search(line):
            moment = start
            for number, piece in enumerate(_TAG.split(line)[::5]):
                if number:
                    moment = _ms(list(_TAG.finditer(line))[number - 1].groups())
                for word in html.unescape(_CLASS.sub("", piece)).split():
                    words.append((word, moment))
                    ends.append(end)
    timed = [
        TimedWord(
            word, moment, max(min(last, words[number + 1][1]) if number + 1 < len(words) else last, moment)
        )
        for number, ((word, moment), last) in enumerate(zip(words, ends, strict=True))
    ]
    language = re.search(r"^Language: ([A-Za-z0-9-]+)$", text, re.MULTILINE)
    return WordTrack(_NAME, tuple(timed), language=language[1] if language else None)


def _ms(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


SOURCE = Source(_NAME, recognise, read)
