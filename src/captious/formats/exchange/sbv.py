"""YouTube's SBV: ``0:00:01.000,0:00:02.500`` and lines of text, a blank line between cues.

Sources:
    YouTube Help, supported subtitle files (answer 2734698), with an example.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.errors import FormatError
from captious.formats.base import Reading
from captious.formats.exchange.build import make_cue, make_document, plain_lines

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.core.document import Document

_TIME = r"([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMES = re.compile(rf"{_TIME},{_TIME}")


def recognises(text: str) -> bool:
    """Whether the first line of a text is two times with a comma."""
    first = next((line for line in text.lstrip("\ufeff").splitlines() if line.strip()), "")
    return _TIMES.fullmatch(first.strip()) is not None


def read(text: str) -> Reading:
    """The cues; ``[br]`` within a line is a line break, as written by YouTube's editor.

    Raises:
        FormatError: a cue without times, with its line.
    """
    cues: list[Cue] = []
    held: list[str] = []
    times: tuple[int, int] | None = None
    for number, raw in enumerate([*text.lstrip("\ufeff").splitlines(), ""], 1):
        line = raw.strip()
        if not line:
            if times is not None:
                cues.append(make_cue(*times, plain_lines("\n".join(held).replace("[br]", "\n"))))
            times, held = None, []
        elif times is None:
            found = _TIMES.fullmatch(line)
            if found is None:
                raise FormatError(f"expected the times of a cue: {line[:40]!r}", line=number, column=1)
            times = (_ms(found.groups()[:4]), _ms(found.groups()[4:]))
        else:
            held.append(line)
    return Reading(make_document(cues, title="SBV"))


def write(document: Document) -> str:
    """Cues with a blank line between; cues without text are left out."""
    return "\n".join(
        f"{_clock(cue.start_ms)},{_clock(cue.end_ms)}\n" + "\n".join(cue.lines) + "\n"
        for cue in document.cues
        if cue.lines
    )


def _ms(parts: tuple[str, ...]) -> int:
    hours, minutes, seconds, thousandths = map(int, parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _clock(ms: int) -> str:
    seconds, rest = divmod(max(ms, 0), 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02d}:{second:02d}.{rest:03d}"
