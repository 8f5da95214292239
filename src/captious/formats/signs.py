"""What only one kind of caption file has: a function for each kind, which looks at the beginning of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Sign = Callable[[str], bool]
    """Whether a text is of a kind."""

_HEAD = 20_000
_MOST_LINES = 40
_LONGEST_LINE = 500
_MICRODVD = re.compile(r"\{(?:[0-9]{1,9}\}\{[0-9]{0,9}|DEFAULT\}\{)\}").match
_MPL2 = re.compile(r"\[[0-9]{1,9}\]\[[0-9]{0,9}\]").match
_SAMI = re.compile(r"<SAMI\b|<SYNC\s{1,9}Start\s{0,9}=", re.IGNORECASE).search
_LRC_TAG = re.compile(r"\[(?:ti|ar|al|au|by|re|ve|la|tool|length|offset|id|lr|#):", re.IGNORECASE).match
_LRC_TIME = re.compile(r"\[[0-9]{1,3}:[0-5][0-9](?:[.:][0-9]{1,3})?\]").match
_LRC_FRACTION = re.compile(r"\[[0-9]{1,3}:[0-5][0-9]\.[0-9]{2,3}\]").match
_LRC_SPACED = re.compile(r"\[[0-9:.]{4,12}\][ \t]").match
_LOG_TIME = r"(?:[0-9]{1,3}:)?[0-9]{2}:[0-9]{2}[.,][0-9]{3}"
_LOG = re.compile(rf"\[{_LOG_TIME} --> {_LOG_TIME}\][ \t]*\S").match
_TIMECODE = "[0-9]{2}[:;][0-9]{2}[:;][0-9]{2}[:;.][0-9]{2,3}"
_PREMIERE = re.compile(rf"{_TIMECODE} - {_TIMECODE}").fullmatch
_EBU_STL = re.compile(r"[0-9]{3}STL[0-9]{2}\.[0-9]{2}").match
_SPRUCE = re.compile(rf"{_TIMECODE}[ \t]*,[ \t]*{_TIMECODE}[ \t]*,").match
_SPRUCE_SETTING = re.compile(
    r"\$(?:FontName|FontSize|HorzAlign|VertAlign|TapeOffset|Bold|SetFilePathToken)\b"
).match
_SUBVIEWER = re.compile(
    r"[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{2},[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{2}"
).fullmatch
_PREMIERE_COLUMNS = frozenset(("speaker name", "start time", "end time", "text"))
_EVENT = re.compile(r"(?:Dialogue|Comment):\s?[^,]{0,20},[0-9]{1,2}:[0-9]{2}:[0-9]{2}\.[0-9]{2},").match
_TTML = re.compile(r"<(?:[A-Za-z][\w.-]{0,30}:)?tt[\s>]").search
_PICTURE = re.compile(r"backgroundImage\s{0,9}=|<(?:[A-Za-z][\w.-]{0,30}:)?image\b")
_TAG = re.compile(r"<(/?)(?:[\w.-]{1,30}:)?([\w.-]{0,60})[^<>]*>")
_HIDDEN = frozenset(("image", "metadata"))
_PROFILES = (
    ("urn:ebu:tt:distribution", "EBU-TT-D"),
    ("/ttml/profile/imsc1.3", "IMSC 1.3"),
    ("/ttml/profile/imsc1.2", "IMSC 1.2"),
    ("/ttml/profile/imsc1.1", "IMSC 1.1"),
    ("/ttml/profile/imsc1", "IMSC 1"),
    ("urn:ebu:tt:", "EBU-TT"),
    ("/schemas/2052-1/", "SMPTE-TT"),
    ("/2006/10/ttaf1", "DFXP of 2006"),
    ("/2006/04/ttaf1", "DFXP of 2006"),
    ("#ttaf1", "DFXP"),
)


def head_lines(text: str) -> Sequence[str]:
    """The first lines of a text that are not blank, without spaces around them; long ones are cut."""
    head = text[:_HEAD].lstrip("\ufeff")
    lines = (line.strip()[:_LONGEST_LINE] for line in split_lines(head).texts)
    return [line for line in lines if line][:_MOST_LINES]


def always(_: str) -> bool:
    """The sign of what needs no further sign."""
    return True


def never(_: str) -> bool:
    """The sign that no text has."""
    return False


def has_arrow(text: str) -> bool:
    """Whether there is an arrow, without which a text is SubRip or WebVTT by its name only, with all times broken."""
    return "-->" in text[:_HEAD]


def is_microdvd(text: str) -> bool:
    """Whether lines begin with two frames in braces: ``{25}{75}Text``."""
    return _most(_MICRODVD, head_lines(text))


def is_mpl2(text: str) -> bool:
    """Whether lines begin with two tenths of a second in brackets: ``[10][30]Text``."""
    return _most(_MPL2, head_lines(text))


def is_sami(text: str) -> bool:
    """Whether there is an element ``SAMI``, or one for a point in time."""
    return _SAMI(text, 0, _HEAD) is not None


def is_lrc(text: str) -> bool:
    """Whether lines begin with ``[00:01.00]``: with hundredths, or below a tag such as ``[ti:Song]``."""
    lines = head_lines(text)
    tags = sum(1 for line in lines if _LRC_TAG(line))
    timed = [line for line in lines if _LRC_TIME(line)]
    if not timed or (len(timed) + tags) * 2 <= len(lines):
        return False
    return tags > 0 or _most(_LRC_FRACTION, timed)


def is_spaced_lrc(text: str) -> bool:
    """Whether a text like LRC has no tags, and spaces below its times, as the transcript of a talk has."""
    lines = head_lines(text)
    return not any(map(_LRC_TAG, lines)) and _most(_LRC_SPACED, lines)


def is_whisper_log(text: str) -> bool:
    """Whether lines begin with two times in square brackets, as whisper.cpp and Whisper print them."""
    # other lines of the program may stand above them
    return sum(1 for line in head_lines(text) if _LOG(line)) > 1 or _most(_LOG, head_lines(text))


def is_premiere_text(text: str) -> bool:
    """Whether the first line is two timecodes with a dash, as Premiere Pro exports text."""
    lines = head_lines(text)
    return bool(lines) and _PREMIERE(lines[0]) is not None


def is_premiere_table(text: str) -> bool:
    """Whether the first line has the columns of a CSV file by Premiere Pro."""
    lines = head_lines(text)
    cells = {cell.strip(' "').lower() for cell in re.split(r"[,;\t]", lines[0])} if lines else set()
    return cells >= _PREMIERE_COLUMNS


def is_ebu_stl(text: str) -> bool:
    """Whether a text, a character for each byte, begins with the number of a code page and the format of EBU STL."""
    return _EBU_STL(text) is not None


def is_spruce_stl(text: str) -> bool:
    """Whether lines are settings or captions of Spruce STL, as DVD Studio Pro reads it."""
    lines = head_lines(text)
    return any(map(_SPRUCE_SETTING, lines)) or _most(_SPRUCE, [line for line in lines if line[:2] != "//"])


def is_subviewer(text: str) -> bool:
    """Whether a text has the header of SubViewer, or its times."""
    lines = head_lines(text)
    return bool(lines) and (lines[0] == "[INFORMATION]" or any(map(_SUBVIEWER, lines)))


def is_part_of_ass(text: str) -> bool:
    """Whether lines are events of ASS, without the sections above them."""
    return _most(_EVENT, head_lines(text))


def begins_with(*beginnings: str) -> Sign:
    """The sign of a kind whose files begin with one of some words."""
    folded = tuple(begin.casefold() for begin in beginnings)
    return lambda text: text[:200].lstrip("\ufeff \t\r\n").casefold().startswith(folded)


def has_root(*names: str) -> Sign:
    """The sign of a kind of XML: the name of its first element."""
    named = re.compile(
        r"\s*(?:<\?[^>]{0,400}\?>\s*|<!--.{0,4000}?-->\s*|<!DOCTYPE[^>]{0,400}>\s*){0,8}"
        rf"<(?:[\w.-]{{1,30}}:)?(?:{'|'.join(names)})[\s>/]",
        re.DOTALL | re.IGNORECASE,
    ).match
    return lambda text: named(text[:_HEAD].lstrip("\ufeff")) is not None


def is_ttml_of_pictures(text: str) -> bool:
    """Whether a text is TTML whose captions are pictures: it has some, and no text."""
    if _TTML(text[:5000]) is None or _PICTURE.search(text) is None:
        return False
    hidden, place = 0, 0
    for tag in _TAG.finditer(text):
        if not hidden and text[place : tag.start()].strip():
            return False
        place = tag.end()
        if tag[2] in _HIDDEN and text[place - 2] != "/":
            hidden = max(hidden + (-1 if tag[1] else 1), 0)
        elif tag[2] == "head":
            hidden = 0 if tag[1] else hidden + 1
    return True


def ttml_profile(text: str, *, name: str = "") -> str:
    """The kind of TTML that a text says it is, ``"EBU-TT-D"``; empty if it says nothing.

    Args:
        text: the whole file.
        name: its name, since iTunes timed text is known by its ending.
    """
    if name.lower().endswith(".itt"):
        return "iTunes timed text (iTT)"
    head = text[:5000]
    return next((title for sign, title in _PROFILES if sign in head), "")


def _most(sign: Callable[[str], object], lines: Sequence[str]) -> bool:
    """Whether more than half of some lines have a sign."""
    return bool(lines) and sum(1 for line in lines if sign(line)) * 2 > len(lines)
