"""Lines without an arrow that were meant as times: players show them as text, or drop them with their text."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from captious.formats.base import quote

_LONGEST = 200
# letters that a scanner reads for digits; a space beside a colon is what translation programs leave behind
_CLOCK = re.compile(
    r"[0-9OoIlxX?]{1,4}(?: ?[:;.,] ?[0-9OoQIlSsBZz?|]{1,4}){1,3}(?![0-9A-Za-z]|[:;.,][0-9])", re.ASCII
).match
_EXACT = re.compile(r"(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2}[.,][0-9]{3}(?![0-9])", re.ASCII).match
_PARTS = re.compile(r" ?[:;.,] ?")
_DOTTED = ((2, 2, 3), (2, 2, 2, 3), (1, 2, 2, 3))
_ALL_DOTS = re.compile(r"(?<![0-9.,])([0-9]{1,2})[.,;]([0-9]{2})[.,;]([0-9]{2})[.,;]([0-9]{3})(?![0-9.,])")
_BEGUN = re.compile(r"[0-9]{1,2}:[0-9:.,]{0,12}", re.ASCII).fullmatch
_SIGN = r"[^\w\s\"'.,:;()\[\]{}]"
_SIGNS = rf"(?:&#?\w{{1,8}};?|{_SIGN}|[ ](?={_SIGN})){{0,12}}"
_ARROW = re.compile(
    rf"[ \t]*([a-zà]{{1,5}}(?=[ \t]+[0-9])|\.{{2,3}}|[,;/](?=[ \t]*[0-9])|{_SIGNS})[ \t]*"
).match
_AROUND = " \t[](){}<>\"'«»-–—−"
_NUMBER_BEFORE = re.compile(r"\A[0-9]{1,6}[.):]?[ \t]+(?=[0-9]{1,3}:)").sub
_IS_WEAK = re.compile(r"[a-zà,;/]+").fullmatch
_POINTED = re.compile(r"[>→⇒➔➜⟶⟹]|&(?:gt|rarr|rArr|#62|#8594);").search
_SETTINGS = re.compile(r"(?:[ \t]+[a-z]{2,10}:[^\s:]{1,40}){0,8}[ \t]*", re.ASCII).fullmatch
ARROW = '"-->"'


class Wreck(NamedTuple):
    """Times that cannot be read.

    Args:
        begin: the column (0-based) of what is wrong.
        end: the column after it.
        message: what is wrong.
        repaired: the line with an arrow between its two times; empty unless both are there.
    """

    begin: int
    end: int
    message: str
    repaired: str = ""


def find_wreck(line: str, *, in_text: bool = False, is_last: bool = False) -> Wreck | None:
    """What is wrong with a line that was meant as times; ``None`` for any other line, and for one with ``-->``.

    Args:
        line: the line.
        in_text: whether players show it as text of a cue, which may hold a time or two.
        is_last: whether it is the last line of the file, which may be cut off.
    """
    if len(line) > _LONGEST or "-->" in line:
        return None
    start = len(line) - len(line.lstrip())
    first = _clock(line, start)
    arrow = _ARROW(line, start + len(first))
    if arrow is None:
        return None
    second = _clock(line, arrow.end())
    rest = line[arrow.end() + len(second) :]
    begin, end = arrow.span(1) if arrow[1] else (start, len(line.rstrip()))
    pointed = _POINTED(arrow[1]) is not None
    wrong = f"{quote(arrow[1])} instead of {ARROW}" if arrow[1] else "no arrow"
    if first and second:
        whole = _is_whole(first) and _is_whole(second)
        if in_text:
            certain = _has_ms(first) and _has_ms(second) and (pointed or _SETTINGS(rest) is not None)
        else:
            certain = whole or (not _IS_WEAK(arrow[1]) and (pointed or _SETTINGS(rest) is not None))
        if certain:
            return Wreck(begin, end, f"{wrong} between the times", f"{first} --> {second}{rest}")
    elif first:
        is_all = not rest.strip(".,:; ") and (arrow[1] or _is_whole(first) or line.count(":") > 1)
        if (_has_ms(first) and pointed and not rest) or (not in_text and (pointed or is_all)):
            return Wreck(begin, end, f"{wrong}, and no end time")
    elif second and pointed and not in_text:
        return Wreck(begin, end, f"{wrong}, and no start time")
    if is_last and not in_text and _BEGUN(line.strip()):
        return Wreck(start, len(line), "the file ends within the times")
    return None


def find_hidden_wreck(line: str) -> Wreck | None:
    """As `find_wreck`, for times in brackets, below a sign or a number, or in digits of full width.

    Only for the first lines of a block outside any cue: text could be like this.
    """
    if len(line) > _LONGEST:
        return None
    plain = "".join(unicodedata.normalize("NFKC", character) for character in line).strip(_AROUND)
    plain = _NUMBER_BEFORE("", plain)
    wreck = find_wreck(plain) if plain != line.strip() else None
    if wreck is None or not wreck.repaired:
        return None
    return Wreck(0, len(line), "times that are not alone on their line, or not in plain digits")


def with_colons(line: str) -> str:
    """A timing line with colons for dots in times such as ``00.00.03.000``, which can mean nothing else."""
    return _ALL_DOTS.sub(r"\1:\2:\3.\4", line)


def _clock(line: str, place: int) -> str:
    match = _EXACT(line, place)
    if match is not None:
        return match[0]
    match = _CLOCK(line, place)
    if match is None or 2 * sum(map(str.isdigit, match[0])) < sum(map(str.isalnum, match[0])):
        return ""
    lengths = tuple(map(len, _PARTS.split(match[0])))
    # without a colon it may be a date or a number
    return match[0] if ":" in match[0] or ";" in match[0] or lengths in _DOTTED else ""


def _is_whole(time: str) -> bool:
    return len(_PARTS.split(time)) > 2


def _has_ms(time: str) -> bool:
    return _is_whole(time) and len(_PARTS.split(time)[-1]) == 3
