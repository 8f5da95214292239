"""Whether a text is WebVTT, also where its first line is missing or wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.lines import split_lines
from captious.formats.vtt.header import find_header, is_signed
from captious.formats.vtt.timestamps import parse_times
from captious.formats.vtt.wrecks import find_wreck

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEAD = 20_000
_TIMES = re.compile(r"[ \t]*[0-9][0-9:.,; ]{0,30}-->[ \t]*[0-9]").match
_SETTING = re.compile(r"(?:line|position|align|size|vertical|region):\S").search
_NO_HOURS = re.compile(r"[ \t]*[0-5][0-9]:[0-5][0-9]\.").match
_BLOCK = re.compile(r"NOTE(?=[ \t]|\Z)|(?:STYLE|REGION)[ \t]*\Z").match
_MARKUP = re.compile(r"</?(?:v|c|lang)[ .>]|<[0-9]{2}:[0-9]{2}[:.]").search
_SUBRIP_MARKUP = re.compile(r"\{\\an?[0-9]|<font[ >]", re.IGNORECASE).search


def is_webvtt(text: str, *, named: bool | None = None) -> bool:
    """Whether a text is WebVTT.

    It is with the signature, or with something like it and times. Without any, its name decides, unless it is clearly
    SubRip: most times have commas, and most cues numbers. Without a name, it is WebVTT if as SubRip it would have more
    issues: all times have points, and there are no numbers, or settings, comments or times without hours.

    Args:
        text: the whole file.
        named: whether its name is that of a WebVTT file; ``None`` for a name that says nothing.
    """
    lines = split_lines(text[:_HEAD].removeprefix("\ufeff")).texts
    if is_signed(lines[0]):
        return True
    if not named and not any("-->" in line for line in lines):
        return False
    is_headed = find_header(lines) is not None
    if named is False and not is_headed:
        return False
    traits = _Traits(lines)
    if is_headed:
        return traits.times > 0 and not (named is False and traits.is_subrip)
    if named:
        return not traits.is_subrip and (traits.times > 0 or any(map(find_wreck, lines)))
    odd = traits.commas + traits.others
    return traits.points > odd and (traits.is_special or not (odd or traits.numbers))


class _Traits:
    """What the first lines of a text say about its format.

    ``points`` counts the timing lines of WebVTT, ``commas`` those with commas, ``others`` those with neither, and
    ``numbers`` all that are below a cue number; ``is_special`` is whether there is something that only WebVTT has.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.points = self.commas = self.others = self.numbers = 0
        self.is_special = self.is_marked_as_subrip = False
        above = ""
        for line in lines:
            if "-->" in line:
                self._add_times(line, above)
            elif line and not above.strip() and _BLOCK(line):
                self.is_special = True
            elif "<" in line or "{" in line:
                self.is_special |= _MARKUP(line) is not None
                self.is_marked_as_subrip |= _SUBRIP_MARKUP(line) is not None
            above = line

    def _add_times(self, line: str, above: str) -> None:
        if parse_times(line) is not None:
            self.points += 1
            self.is_special |= _NO_HOURS(line) is not None
        elif _TIMES(line) is None:
            return
        elif "," in line.partition("-->")[0]:
            self.commas += 1
        else:
            self.others += 1
        self.numbers += above.strip().isdigit()
        self.is_special |= _SETTING(line) is not None

    @property
    def times(self) -> int:
        return self.points + self.commas + self.others

    @property
    def is_subrip(self) -> bool:
        """Whether it is SubRip rather than WebVTT."""
        return (
            self.commas > self.points + self.others
            and not self.is_special
            and (self.is_marked_as_subrip or 2 * self.numbers > self.commas)
        )
