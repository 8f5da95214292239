"""Lines that were meant as times and that no player reads: what is wrong with each, and how it was meant."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.base import quote
from captious.formats.srt.times import may_be_times, parse_times

if TYPE_CHECKING:
    from collections.abc import Sequence

_DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19"
# and what stands for a digit after text recognition, a slip of the fingers, or as a placeholder
_LIKE = f"{_DIGIT}OoQlIi|SsBZzGg?_*xX"
_CONTROL = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\ufffd"
_COLON = f":;\u2236\ua789\uff1a\uff1b{_CONTROL}"
_POINT = f"{_COLON}.,\ufe55\uff0c\uff0e\u060c\u066b\u3001\u3002\u00b7'’´`"
_TIME = "-?(?:[0-9]{1,10} ?: ?)?[0-9]{1,3} ?: ?[0-9]{1,3}(?: ?[.,:;] ?[0-9]{1,10})?"
_CLOCK = (
    f"(?:{_TIME}(?![{_LIKE}])(?![{_COLON}.'][{_LIKE}])"
    f"|[-+−]?[{_LIKE}]{{1,10}}(?:[ \\t]?[{_POINT}]{{1,2}}[ \\t]?[{_LIKE}]{{1,10}}){{1,4}}[{_POINT}]?"
    f"|[{_DIGIT}]{{2}}(?:[ -][{_DIGIT}]{{2}}){{2}}[ ,.:-][{_DIGIT}]{{2,3}}"
    f"|[{_DIGIT}]{{1,2}} ?h ?[{_DIGIT}]{{1,2}} ?m(?:in)? ?[{_DIGIT}]{{1,2}}(?: ?s|[,.][{_DIGIT}]{{1,3}})?)"
)
_DASH = "-=~_−‐‑‒–—―\uff0d"
_POINTING = (
    f"(?:<?[{_DASH}][{_DASH} ]{{0,5}}|<?)(?:[>›»\uff1e]{{1,3}}|&(?:amp;)?gt;)"
    "|[\u2192\u21d2\u21e8\u25b6\u25ba\u2794\u279c-\u279e\u27a1\u27f6\u27f9\u2b62\u2b95]\ufe0f?"
    "|&(?:amp;)?(?:rarr|#8594|#x2192);"
)
_SIGNS = "(?:[^\\w]|_|&(?:amp;)?#?[A-Za-z0-9]{2,6};){1,16}?"
_WORD = "[ \\t]+[^\\W\\d_]{1,6}[.:]?[ \\t]+"
_NUMBER = "[0-9]{1,6}[.):]?[ \\t]+"

_pair = re.compile(
    f"(\\W{{0,6}}?)({_NUMBER})?({_CLOCK})({_SIGNS}|{_WORD})({_CLOCK})(?![{_LIKE}])(.*)", re.DOTALL
).fullmatch
_first_only = re.compile(
    f"(\\W{{0,6}}?)({_CLOCK})(?![{_LIKE}])[ \\t]*({_POINTING}|[{_DASH}]{{1,6}}(?=\\W{{0,3}}\\Z)|(?=\\W{{0,3}}\\Z))(.*)",
    re.DOTALL,
).fullmatch
_second_only = re.compile(
    f"(.{{0,24}}?)[ \\t]*({_POINTING})[ \\t]*({_CLOCK})(?![{_LIKE}])(.*)", re.DOTALL
).fullmatch
_within = re.compile(f"(.*?)({_TIME})[ \\t]*-->[ \\t]*({_TIME})(.*)", re.DOTALL).fullmatch
_arrow_only = re.compile(f"\\W{{0,3}}?(?:{_POINTING})\\s*").fullmatch
_points = re.compile(_POINTING).search
_time = re.compile(_TIME).fullmatch
_parts = re.compile(f"[{_LIKE}]+").findall
_colon = re.compile(f"[{_COLON}hm]").search
_arrow = re.compile("[ \\t]*[-–—]{1,3}>[ \\t]*").fullmatch
_spaced_arrow = re.compile("[^>]*[-–—] >").match
_digits_only = re.compile(f"\\W*[{_DIGIT}]+(?:\\W+[{_DIGIT}]+){{1,12}}\\W*").fullmatch


class Likeness(IntEnum):
    """How surely a line was meant as times, and so where it must stand to be taken for them."""

    WITH_NUMBER = 0
    """Only directly below a cue number."""
    IN_BLOCK = 1
    """Only at the beginning of a block, with or without a number above."""
    BELOW_TEXT = 2
    """Also without a blank line above, if there is a number above."""
    ANYWHERE = 3
    """Two times and an arrow: also directly below text."""


class BrokenTimes(NamedTuple):
    """A line that was meant as times.

    Args:
        likeness: how surely it was.
        problem: what is wrong, in words that follow "the times cannot be read:".
        gap: column where the arrow begins, or ends if there is no time before it.
        repaired: the line as it was meant, where that is certain; ``None`` elsewhere.
        no_sign: whether there is nothing at all between two times.
        disarmed: whether this is how text is written that must not be taken for times: with a space that does not
            break at ``gap``, or within the arrow.
    """

    likeness: Likeness
    problem: str
    gap: int = 0
    repaired: str | None = None
    no_sign: bool = False
    disarmed: bool = False


def broken_times(line: str, *, is_cut_off: bool = False) -> BrokenTimes | None:
    """What is wrong with a line of times; ``None`` if players read it, or if it was not meant as times.

    Args:
        line: the line.
        is_cut_off: whether the file ends with it, within the second time, so that it counts as broken anyway.
    """
    if not may_be_times(line) or (parse_times(line) is not None and not is_cut_off):
        return None
    found = _two_times(line) or _times_after_text(line) or _one_time(line) or _hardly_times(line)
    if found is None:
        return None
    hidden = [char for char in line if not char.isprintable() and not char.isspace()]
    if hidden:
        found = _explain_hidden(found, line, hidden)
    disarmed = line[found.gap : found.gap + 1] == "\xa0" or _spaced_arrow(line) is not None
    return found._replace(disarmed=disarmed)


def _explain_hidden(found: BrokenTimes, line: str, hidden: Sequence[str]) -> BrokenTimes:
    """What is wrong with a line that holds characters nobody sees."""
    control = next((char for char in hidden if unicodedata.category(char) == "Cc"), None)
    char = hidden[0] if control is None else control
    kind = "an invisible" if control is None else "a control"
    # within a time or between the times, a control character may stand for what separates them
    plain = line.strip("".join(hidden)) if control else "".join(filter(lambda one: one not in hidden, line))
    repaired = found.repaired if control is None else None
    if repaired is None and _is_readable(plain):
        repaired = plain
    problem = f"{kind} character (U+{ord(char):04X}) stands in them"
    return found._replace(problem=problem, repaired=repaired)


def disarm_broken(line: str) -> str:
    """A line of text with a space that does not break, where it would be taken for broken times below other text."""
    found = broken_times(line)
    if found is None or found.likeness < Likeness.BELOW_TEXT or found.disarmed or not found.gap:
        return line
    return f"{line[: found.gap]}\xa0{line[found.gap :].removeprefix(' ')}"


def _two_times(line: str) -> BrokenTimes | None:
    match = _pair(line)
    if match is None:
        return None
    before, number, start, sign, end, rest = match.groups()
    fewest = 0 if "-->" in sign else 2
    shapes = {_shape(start, fewest), _shape(end, fewest)}
    if "" in shapes:
        return None
    points = _points(sign) is not None
    if shapes == {"whole"}:
        likeness = Likeness.ANYWHERE if points else Likeness.BELOW_TEXT
    elif points and _shape(start, fewest) == "whole":
        likeness = Likeness.BELOW_TEXT
    else:
        likeness = Likeness.IN_BLOCK if points else Likeness.WITH_NUMBER
    wrong = next((time for time in (start, end) if _time(time.strip()) is None), None)
    if wrong is not None:
        problem = f"{quote(wrong.strip())} is not a time"
    elif before.strip():
        brackets = any(bracket in before for bracket in "[({<")
        problem = "they stand in brackets" if brackets else f"{quote(before.strip())} stands before them"
    elif number is not None:
        problem = f"the cue number {number.strip()} stands on the same line"
    elif _arrow(sign):
        problem = f"{quote((end + rest).strip())} is not a whole time"
    elif not sign.strip():
        problem = 'no arrow "-->" between them'
    else:
        problem = f'{quote(sign.strip())} instead of the arrow "-->"'
    repaired = f"{start} --> {end}{'' if _is_invisible(rest) else rest}"
    certain = wrong is None and number is None and _is_invisible(before) and _is_readable(repaired)
    return BrokenTimes(likeness, problem, match.end(3), repaired if certain else None, not sign.strip())


def _one_time(line: str) -> BrokenTimes | None:
    match = _first_only(line)
    # a time in angle brackets is a tag of WebVTT
    if match is not None and "<" not in match[1] and not _points(match[1]) and (shape := _shape(match[2])):
        sign, rest, gap = match[3], match[4].strip(), match.end(2)
        weak = Likeness.IN_BLOCK if shape == "whole" else Likeness.WITH_NUMBER
        strong = Likeness.BELOW_TEXT if shape == "whole" else Likeness.WITH_NUMBER
        if rest and _points(sign):
            is_text = any(map(str.isalpha, rest))
            return BrokenTimes(weak if is_text else strong, f"{quote(rest)} is no end time", gap)
        if not sign:
            return BrokenTimes(weak, "the arrow and the end time are missing", gap)
        return BrokenTimes(strong, "the end time is missing", gap)
    match = _second_only(line)
    if match is None or not (shape := _shape(match[3])):
        return None
    before, gap = match[1].strip(), match.end(2)
    if not before:
        likeness = Likeness.BELOW_TEXT if shape == "whole" else Likeness.WITH_NUMBER
        return BrokenTimes(likeness, "the start time is missing", gap)
    if shape == "whole" and any(map(str.isdigit, before)):
        return BrokenTimes(Likeness.IN_BLOCK, f"{quote(before)} is not a time", gap)
    return None


def _times_after_text(line: str) -> BrokenTimes | None:
    match = _within(line)
    if match is None or {_shape(match[2]), _shape(match[3])} != {"whole"}:
        return None
    return BrokenTimes(Likeness.ANYWHERE, f"{quote(match[1].strip())} stands before them")


def _hardly_times(line: str) -> BrokenTimes | None:
    if _arrow_only(line):
        return BrokenTimes(Likeness.WITH_NUMBER, "both times are missing")
    if not line.lstrip().startswith("<") and _digits_only(line) and sum(map(str.isdigit, line)) >= 4:
        return BrokenTimes(Likeness.WITH_NUMBER, f"{quote(line.strip())} is not two times")
    return None


def _shape(clock: str, fewest: int = 2) -> str:
    """``"whole"`` for hours, minutes and seconds, or minutes, seconds and a fraction; ``"short"`` for two parts.

    Empty for anything else, and for fewer digits than ``fewest``: letters that look like digits are words, too.
    """
    parts = _parts(clock)
    if sum(map(str.isdigit, clock)) < fewest:
        return ""
    if len(parts) == 2:
        return "short" if ":" in clock and all(part.isdigit() and len(part) <= 2 for part in parts) else ""
    if _colon(clock) or " " in clock.strip() or "-" in clock[1:]:
        return "whole"
    # dates, versions and addresses have points, too
    return "whole" if len(parts[-1]) == 3 and all(len(part) <= 2 for part in parts[:-1]) else ""


def _is_invisible(text: str) -> bool:
    """Whether nothing of a text is seen: spaces, and characters that format text."""
    return not any(char.isprintable() and not char.isspace() for char in text)


def _is_readable(line: str) -> bool:
    times = parse_times(line)
    return times is not None and 0 <= times.start_ms < times.end_ms
