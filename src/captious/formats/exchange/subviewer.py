"""SubViewer: ``00:00:01.00,00:00:02.50`` and a line of text, below a header; only read.

Sources:
    VideoLAN's wiki, SubViewer: the header, ``[br]`` for line breaks, a line with the look of all captions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.base import Reading
from captious.formats.broken import LOST_WORDS
from captious.formats.exchange.build import make_cue, make_document
from captious.formats.exchange.left_out import LeftOut
from captious.formats.exchange.rich import PLAIN, Look, Run
from captious.formats.exchange.sami.text import colour_name
from captious.formats.lines import split_lines
from captious.formats.signs import is_subviewer

if TYPE_CHECKING:
    from captious.core.cue import Cue

_TIME = r"([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])[.,:]([0-9]{2,3})"
_TIMES = re.compile(rf"{_TIME},{_TIME}(.*)", re.DOTALL)
_HEADER = re.compile(r"\[(INFORMATION|END INFORMATION|SUBTITLE|[A-Z][A-Z ]{2,20})\](.*)", re.DOTALL)
_LOOK = re.compile(r"\[(COLF|STYLE|SIZE|FONT)\]([^,\[]*)")
_BREAK = re.compile(r"\[br\]", re.IGNORECASE)
_STYLES = {"b": "bold", "i": "italic", "u": "underline"}

recognises = is_subviewer


def read(text: str) -> Reading:
    """The captions, in the text style that the header gives all of them.

    Raises:
        FormatError: there are no captions.
    """
    left_out = LeftOut()
    look = PLAIN
    cues: list[Cue] = []
    held: list[str] = []
    times: tuple[int, int] | None = None
    for raw in [*split_lines(text.lstrip("\ufeff")).texts, ""]:
        line = raw.strip()
        found = _TIMES.fullmatch(line)
        if times is not None and (not line or found is not None):
            parts = (part.strip() for part in _BREAK.split("\n".join(held).replace("\n", "[br]")))
            cues.append(make_cue(*times, [[Run(part, look)] for part in parts if part]))
            times, held = None, []
        if found is not None:
            times = _ms(found.groups()[:4]), _ms(found.groups()[4:8])
            held = [found[9]] if found[9].strip() else []
        elif times is not None:
            held.append(line)
        elif (header := _HEADER.fullmatch(line)) is not None:
            look = _look(line, look, left_out)
            if header[2].strip() and header[1] not in ("COLF", "STYLE", "SIZE", "FONT"):
                left_out.add("words in the header", 0, line[:40])
        elif line:
            left_out.add_text(LOST_WORDS, len(cues) + 1, line)
    return Reading(make_document(cues, title="SubViewer"), losses=left_out.losses())


def _look(line: str, look: Look, left_out: LeftOut) -> Look:
    """The text style of all captions: ``[COLF]&HFFFFFF,[STYLE]bd,[SIZE]18,[FONT]Arial``."""
    for name, value in _LOOK.findall(line):
        if name == "STYLE":
            on = {_STYLES[letter] for letter in value.lower() if letter in _STYLES}
            look = Look("bold" in on, "italic" in on, "underline" in on, look.colour)
        elif name == "COLF":
            code = value.strip().removeprefix("&H")[:6]
            # blue, green, red
            colour = colour_name(f"#{code[4:]}{code[2:4]}{code[:2]}")
            if colour is None:
                left_out.add("colours other than WebVTT's eight", 0, value.strip())
            look = Look(look.bold, look.italic, look.underline, colour or None)
        else:
            left_out.add("fonts", 0, value.strip())
    return PLAIN if look == PLAIN else look


def _ms(parts: tuple[str, ...]) -> int:
    hours, minutes, seconds = map(int, parts[:3])
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int(parts[3].ljust(3, "0"))
