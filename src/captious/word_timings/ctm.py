"""CTM: ``file channel start duration word [confidence]`` per line, in seconds; ``;;`` begins a comment."""

from __future__ import annotations

import math
import re

from captious.core.numbers import count
from captious.errors import WordsError
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "CTM"
_LINE = re.compile(r"\S+\s+\S+\s+([0-9.]+)\s+([0-9.]+)\s+(\S+)(?:\s+(\S+))?.*")
_FEWEST_COLUMNS = 5


def recognise(data: object) -> bool:
    """Whether the first line of a text that is not a comment is a line of CTM."""
    if not isinstance(data, str):
        return False
    first = next((line for line in data.splitlines() if line.strip() and not line.startswith(";;")), "")
    return _LINE.fullmatch(first.strip()) is not None


def read(data: object) -> WordTrack:
    """Read the words of one recording; text in angle brackets is not a word.

    Raises:
        WordsError: a line of another shape, with its number; more than one recording or channel.

    Sources:
        NIST, sclite: CTM; LDC2006S44, readme.
    """
    words: list[TimedWord] = []
    recordings: dict[tuple[str, str], None] = {}
    for number, line in enumerate(str(data).splitlines(), 1):
        if not line.strip() or line.startswith(";;"):
            continue
        columns = line.split()
        if len(columns) < _FEWEST_COLUMNS:
            raise WordsError(
                f"{_NAME}: {count(len(columns), 'column')}, at least {_FEWEST_COLUMNS} wanted", line=number
            )
        start, length = _number(columns[2], number, "start"), _number(columns[3], number, "duration")
        recordings[columns[0], columns[1]] = None
        confidence = None
        if len(columns) > _FEWEST_COLUMNS:
            confidence = _number(columns[5], number, "confidence")
        if not (columns[4].startswith("<") and columns[4].endswith(">")):
            words.append(
                TimedWord(columns[4], round(start * 1000), round((start + length) * 1000), confidence)
            )
    if len(recordings) > 1:
        names = ", ".join(" ".join(one) for one in list(recordings)[:4])
        raise WordsError(f"{_NAME}: {len(recordings)} recordings or channels in one file: {names}")
    return WordTrack(_NAME, tuple(words))


def _number(text: str, line: int, what: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 <= number < 10**7:
        raise WordsError(f"{_NAME}: the {what} is {text!r}, not a number", line=line)
    return number


SOURCE = Source(_NAME, recognise, read, suffixes=(".ctm",))
