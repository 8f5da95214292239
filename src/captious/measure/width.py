"""The width of a text in characters, by an explicit counting method.

Only visible text is counted: callers strip tags and decode entities first. A visible speaker label is part of the
text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_INVISIBLE = frozenset(
    "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\xad"
)
"""Zero-width and bidirectional control characters (Unicode Standard Annex 9 and chapter 23.2), and the soft hyphen."""


_PLAIN = (
    r"[ -~\n\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u2010-\u2015\u2018-\u201f\u2020-\u2027"
    r"\u202f-\u205e\u20a0-\u20bf\u2190-\u21ff\u2669-\u266f\u3000-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe"
    r"\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]*"
)
"""Text in which every code point is a character of its own: no controls, combining marks, joiners or jamo.

Compiled on first use: character sets this wide are slow to compile, and many files are ASCII.
"""


@dataclass(frozen=True, slots=True)
class Counting:
    """A counting method.

    Args:
        spaces: whether a space counts.
        punctuation: whether punctuation counts.
        newline: whether the line break counts as one character of a cue.
        half_width: whether everything but full-width East Asian characters counts as half.

    Sources:
        Netflix counts spaces and punctuation, and half-width characters as 0.5 in character-based languages
        (partnerhelp.netflixstudios.com article 115001352212, as quoted in public files); Aegisub counts neither
        spaces nor punctuation (its default_config.json); Amara's editor counts the newline (ujdhesa/unisubs).
    """

    spaces: bool = True
    punctuation: bool = True
    newline: bool = False
    half_width: bool = False

    def describe(self) -> str:
        """The counting method for a message: ``characters with spaces and punctuation``."""
        counted = [name for name, on in (("spaces", self.spaces), ("punctuation", self.punctuation)) if on]
        left_out = [
            name for name, on in (("spaces", self.spaces), ("punctuation", self.punctuation)) if not on
        ]
        words = "characters"
        if counted:
            words += " with " + " and ".join(counted)
        if left_out:
            words += " without " + " or ".join(left_out)
        if self.newline:
            words += ", line break counted"
        if self.half_width:
            words += ", half-width as 0.5"
        return words


def line_width(line: str, counting: Counting = Counting()) -> float:
    """The width of one visible line: grapheme clusters, so an accent or an emoji sequence counts once.

    Zero-width and bidirectional control characters do not count. An empty line is 0. The result is a whole
    number unless ``counting.half_width`` is set.
    """
    if counts_code_points(counting) and is_plain(line):
        return len(line)
    return sum(_weight(cluster, counting) for cluster in _clusters(line))


def is_plain(text: str) -> bool:
    """Whether every code point of a text is a character of its own, so that its length is its width.

    Line feeds are allowed, so that a whole file can be tested at once. ``False`` only means a slower count.
    """
    if text.isascii():
        return text.replace("\n", "").isprintable()
    return re.fullmatch(_PLAIN, text) is not None


def counts_code_points(counting: Counting) -> bool:
    """Whether a counting method counts every character as one."""
    return counting.spaces and counting.punctuation and not counting.half_width


def cue_width(lines: Iterable[str], counting: Counting = Counting()) -> float:
    """The width of a whole cue: the sum of its lines, plus the line breaks if the method counts them."""
    widths = [line_width(line, counting) for line in lines]
    return sum(widths) + (max(len(widths) - 1, 0) if counting.newline else 0)


def _clusters(line: str) -> Iterable[str]:
    return line if line.isascii() else _grapheme_finder()(line)


@cache
def _grapheme_finder() -> Callable[[str], list[str]]:
    import regex  # late: text in ASCII, the common case, never needs it

    finder: Callable[[str], list[str]] = regex.compile(r"\X").findall
    return finder


def _weight(cluster: str, counting: Counting) -> float:
    first = cluster[0]
    category = unicodedata.category(first)
    if first in _INVISIBLE or category == "Cc":
        return 0
    if first.isspace():
        if not counting.spaces:
            return 0
    elif category[0] == "P" and not counting.punctuation:
        return 0
    if counting.half_width and unicodedata.east_asian_width(first) not in "WF":
        return 0.5
    return 1
