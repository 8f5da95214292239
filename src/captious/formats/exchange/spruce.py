"""Spruce STL, the text format of DVD authoring: ``00:00:10:03 , 00:00:12:05 , text`` in frames; only read.

Sources:
    VideoLAN's and FFmpeg's readers: ``|`` for line breaks, ``^B``, ``^I`` and ``^U`` switch text styles on and off,
    ``$Name = value`` sets one for the lines below, ``//`` is a comment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.clock import parse_clock
from captious.errors import CaptiousError, FormatError
from captious.formats.base import Reading
from captious.formats.broken import LOST_WORDS
from captious.formats.exchange.build import make_cue, make_document
from captious.formats.exchange.left_out import LeftOut
from captious.formats.exchange.rich import PLAIN, Look, Run, trim, with_styles
from captious.formats.lines import split_lines
from captious.formats.signs import is_spruce_stl

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.formats.exchange.rich import Line

_TIME = r"([0-9]{1,2}[:;][0-9]{2}[:;][0-9]{2}[:;.][0-9]{2})"
_LINE = re.compile(rf"\s*{_TIME}\s*,\s*{_TIME}\s*,(.*)", re.DOTALL)
_TIMECODE = re.compile(_TIME)
_SETTING = re.compile(r"\s*\$\s*(\w+)\s*=(.*)", re.DOTALL)
_SWITCH = re.compile(r"\^([BIUbiu])")
_LOOKS = {"b": "bold", "i": "italic", "u": "underline"}
_SETTINGS = {"bold": "bold", "italic": "italic", "underlined": "underline", "underline": "underline"}
_ON = frozenset(("true", "1", "yes", "on"))


recognises = is_spruce_stl


def read(text: str, *, frame_rate: Fraction | None = None) -> Reading:
    """The cues in the text styles that are switched on.

    Raises:
        FormatError: the frame rate is unknown, or a time is none; with the line.
    """
    left_out = LeftOut()
    base, top = PLAIN, False
    cues = []
    for number, raw in enumerate(split_lines(text.lstrip("\ufeff")).texts, 1):
        match, setting = _LINE.match(raw), _SETTING.fullmatch(raw)
        if match is not None:
            start_ms, end_ms = (_ms(match[part], number, frame_rate) for part in (1, 2))
            lines = _lines(match[3], base)
            cues.append(make_cue(start_ms, end_ms, lines, settings="line:0" if top else ""))
        elif setting is not None:
            name, value = setting[1].lower(), setting[2].strip().lower()
            if name in _SETTINGS:
                base = with_styles(base, _SETTINGS[name], on=value in _ON)
            elif name == "vertalign":
                top = value == "top"
            elif _TIMECODE.search(value):
                left_out.add_text(LOST_WORDS, len(cues) + 1, raw)
            else:
                left_out.add("settings of fonts, colours and places", len(cues) + 1, f"${setting[1]}")
        elif raw.lstrip().startswith("//"):
            left_out.add("comments", 0, raw.strip()[:40])
        elif raw.strip():
            left_out.add_text(LOST_WORDS, len(cues) + 1, raw)
    return Reading(make_document(cues, title="Spruce STL"), losses=left_out.losses())


def _lines(text: str, base: Look) -> list[Line]:
    """The lines of a text; a style that is switched on holds until it is switched off, or the text ends."""
    if "^" not in text:
        shown = (line.strip() for line in text.split("|"))
        return [(Run(line, base),) for line in shown if line]
    look, lines = base, []
    for line in text.split("|"):
        runs, done = [], 0
        for switch in _SWITCH.finditer(line):
            runs.append(Run(line[done : switch.start()], look))
            name = _LOOKS[switch[1].lower()]
            look = with_styles(look, name, on=not getattr(look, name))
            done = switch.end()
        lines.append(trim([*runs, Run(line[done:], look)]))
    return [line for line in lines if line]


def _ms(time: str, line: int, frame_rate: Fraction | None) -> int:
    # some programs write the frames after a point
    try:
        return parse_clock(time.replace(".", ":"), frame_rate=frame_rate)
    except CaptiousError as error:
        raise FormatError(error.message, line=line, column=1, hint=error.hint) from None
