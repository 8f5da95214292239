"""YouTube's SBV, with the times of words interpolated within each cue."""

from __future__ import annotations

from captious.errors import FormatError, WordsError
from captious.formats.exchange import sbv
from captious.rolling.unroll import find_rolling, unrolled
from captious.word_timings.interpolate import interpolate
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "SBV captions"


def recognise(data: object) -> bool:
    """Whether the first line of a text is two times with a comma."""
    return isinstance(data, str) and sbv.recognises(data)


def read(data: object) -> WordTrack:
    """Read the words of all cues; their times are interpolated within each cue.

    Raises:
        WordsError: a cue that does not begin with its times, with its line.
    """
    try:
        read_as = sbv.read(str(data)).document
    except FormatError as error:
        raise WordsError(f"{_NAME}: {error.message}", line=error.line) from None
    document = unrolled(read_as, find_rolling(read_as))
    words: list[TimedWord] = []
    for cue in document.cues:
        words += interpolate(" ".join(cue.lines), cue.start_ms, cue.end_ms)
    return WordTrack(_NAME, tuple(words), measured=False)


SOURCE = Source(_NAME, recognise, read, holds_cues=True)
