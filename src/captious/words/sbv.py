"""YouTube's SBV: ``0:00:01.000,0:00:02.500`` and lines of text, a blank line between cues."""

from __future__ import annotations

import re

from captious.errors import WordsError
from captious.words.model import Source, TimedWord, WordTrack
from captious.words.spreading import spread

_NAME = "SBV captions"
_TIME = r"([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMES = re.compile(rf"{_TIME},{_TIME}")


def recognise(data: object) -> bool:
    """Whether the first line of a text is two times with a comma."""
    if not isinstance(data, str):
        return False
    first = next((line for line in data.lstrip("\ufeff").splitlines() if line.strip()), "")
    return _TIMES.fullmatch(first.strip()) is not None


def read(data: object) -> WordTrack:
    """The words of all cues, each cue's time spread over its words.

    Raises:
        WordsError: a cue that does not begin with its times, with its line.

    Sources:
        YouTube Help, supported subtitle files (answer 2734698).
    """
    words: list[TimedWord] = []
    held: list[str] = []
    times: tuple[int, int] | None = None
    for number, raw in enumerate([*str(data).lstrip("\ufeff").splitlines(), ""], 1):
        line = raw.strip()
        if not line:
            if times is not None:
                words += spread(" ".join(held), *times)
            times, held = None, []
        elif times is None:
            found = _TIMES.fullmatch(line)
            if found is None:
                raise WordsError(f"{_NAME}: {line[:40]!r} is no line of times", line=number)
            times = (_ms(found.groups()[:4]), _ms(found.groups()[4:]))
        else:
            held.append(line)
    return WordTrack(_NAME, tuple(words), measured=False)


def _ms(parts: tuple[str, ...]) -> int:
    hours, minutes, seconds, thousandths = map(int, parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


SOURCE = Source("SBV captions", recognise, read)
