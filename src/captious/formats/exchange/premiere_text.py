"""Text as Premiere exports it: ``00:00:01:12 - 00:00:03:00`` above the lines of each part; only read.

Sources:
    Adobe's help for Premiere, exporting a transcript or captions as text; files of our own making.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.core.clock import parse_clock
from captious.errors import CaptiousError, FormatError
from captious.formats.base import Reading
from captious.formats.broken import LOST_WORDS
from captious.formats.exchange.build import make_cue, make_document, plain_lines
from captious.formats.exchange.left_out import LeftOut
from captious.formats.lines import split_lines
from captious.formats.signs import is_premiere_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

_TIME = r"([0-9]{2}[:;][0-9]{2}[:;][0-9]{2}[:;.,][0-9]{2,3})"
_LINE = re.compile(rf"{_TIME}[ ]*[-–—][ ]*{_TIME}")
_NUMBERED = re.compile(r"[^\W\d_][^\d\W]*(?:[ ][^\W\d_]+)?[ ]?[0-9]{1,3}")
_UNKNOWN = frozenset(
    ("unknown", "unbekannt", "inconnu", "desconocido", "sconosciuto", "desconhecido", "onbekend")
)
_LONGEST_NAME = 40


class _Part(NamedTuple):
    """The times of a part, its 0-based line in the file, and its lines of text."""

    times: tuple[str, str]
    line: int
    texts: list[str]


recognises = is_premiere_text


def read(text: str, *, frame_rate: Fraction | None = None) -> Reading:
    """A cue for each part; its first line is the name of the speaker where the file names speakers.

    Raises:
        FormatError: the times count frames and the frame rate is unknown, or one of them is not a time; with the line.
    """
    left_out = LeftOut()
    parts: list[_Part] = []
    for line, raw in enumerate(split_lines(text.lstrip("\ufeff")).texts):
        match = _LINE.fullmatch(raw.strip())
        if match is not None:
            parts.append(_Part((match[1], match[2]), line, []))
        elif raw.strip() and parts:
            parts[-1].texts.append(raw.strip())
        elif raw.strip():
            left_out.add_text(LOST_WORDS, 1, raw)
    named = _names_speakers([part.texts for part in parts if part.texts])
    cues = []
    for part in parts:
        start_ms, end_ms = (_ms(time, part.line, frame_rate) for time in part.times)
        name = part.texts[0] if named and part.texts else None
        said = part.texts[1:] if named else part.texts
        speaker = None if name is None or name.casefold() in _UNKNOWN else name
        cues.append(make_cue(start_ms, end_ms, plain_lines("\n".join(said)), speaker=speaker))
    return Reading(make_document(cues, title="Premiere text"), losses=left_out.losses())


def _names_speakers(texts: Sequence[list[str]]) -> bool:
    """Whether the first line of each part is a name: numbered, or one that comes again."""
    if not texts or any(len(lines) < 2 or len(lines[0]) > _LONGEST_NAME for lines in texts):
        return False
    names = {lines[0] for lines in texts}
    if all(_NUMBERED.fullmatch(name) or name.casefold() in _UNKNOWN for name in names):
        return True
    return len(names) * 2 <= len(texts) and not any(name.endswith((".", "?", "!", ",")) for name in names)


def _ms(time: str, line: int, frame_rate: Fraction | None) -> int:
    try:
        return parse_clock(time, frame_rate=frame_rate)
    except CaptiousError as error:
        raise FormatError(error.message, line=line + 1, column=1, hint=error.hint) from None
