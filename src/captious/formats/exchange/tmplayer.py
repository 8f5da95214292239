"""TMPlayer: ``00:00:01:text``, a line for each cue, which lasts until the next; only read.

Sources:
    MPlayer's subtitle reader, format VPlayer: ``:`` or ``=`` after the time, ``|`` for line breaks; lines with a number
    after the time (``00:00:01,1=``) are the rows of one cue.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.base import Reading
from captious.formats.broken import LOST_WORDS
from captious.formats.exchange.build import make_cue, make_document
from captious.formats.exchange.control_codes import read_lines
from captious.formats.exchange.left_out import GUESSED_ENDS, LeftOut
from captious.formats.lines import split_lines
from captious.formats.signs import head_lines

if TYPE_CHECKING:
    from captious.core.cue import Cue

_LINE = re.compile(r"\s*([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])(?:,([1-9]))?([:=])(.*)", re.DOTALL)
_LAST_MS = 3000
"""Length of the last cue. Our own value."""
_LONGEST_MS = 10_000
"""The longest length of a cue: what follows a long silence does not say when the words before it end. Our own value."""


def recognises(text: str) -> bool:
    """Whether the first lines of a text begin with times, and are no transcript with a time before each paragraph."""
    found = [_LINE.match(line) for line in head_lines(text)]
    if len(found) < 2 or any(match is None or match[6].startswith(" ") for match in found):
        return False
    return any(match is not None and (match[4] or match[5] == "=" or "|" in match[6]) for match in found)


def read(text: str) -> Reading:
    """The cues: each lasts until the next, or a line with a time and no text, but ten seconds at most.

    Raises:
        FormatError: there are no cues.
    """
    left_out = LeftOut()
    rows: list[tuple[int, str]] = []
    for line in split_lines(text.lstrip("\ufeff")).texts:
        match = _LINE.match(line)
        if match is None:
            if line.strip():
                left_out.add_text(LOST_WORDS, len(rows) + 1, line)
            continue
        start_ms = ((int(match[1]) * 60 + int(match[2])) * 60 + int(match[3])) * 1000
        if match[4] and match[4] != "1" and rows and rows[-1][0] == start_ms:
            rows[-1] = start_ms, f"{rows[-1][1]}|{match[6]}"
        else:
            rows.append((start_ms, match[6]))
    cues: list[Cue] = []
    for place, (start_ms, written) in enumerate(rows):
        coded = read_lines(written, left_out, len(cues) + 1)
        if not coded.lines:
            continue
        length_ms = rows[place + 1][0] - start_ms if place + 1 < len(rows) else 0
        if not 0 < length_ms <= _LONGEST_MS:
            length_ms = _LONGEST_MS if length_ms > 0 else _LAST_MS
            left_out.add(GUESSED_ENDS, len(cues) + 1)
        cues.append(
            make_cue(start_ms, start_ms + length_ms, coded.lines, settings="line:0" if coded.top else "")
        )
    return Reading(make_document(cues, title="TMPlayer"), losses=left_out.losses())
