"""Headings inside a transcript: they are its chapters, and what stands above all of them is the title of the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.clock import parse_clock
from captious.transcripts.furniture.wordings import TRANSCRIPT
from captious.transcripts.model import Heading

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from captious.transcripts.model import Turn
    from captious.transcripts.tokens import Tokens

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.+?)\s*#*\s*")
_MARKS = re.compile(r"\\(?=[^\w\s])|(?<!\\)[*`]{1,3}|(?<![\w\\])_{1,2}(?=\S)|(?<=\S)(?<!\\)_{1,2}(?!\w)")
_TIME = r"[\[(]?((?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2})(?:[.,][0-9]{1,3})?[\])]?"
_TIMED = re.compile(
    rf"{_TIME}\s*(?:[-–—:|]\s*)?(?P<after>\S.*)|(?P<before>.*\S)\s*(?:[-–—|@]\s*|\s){_TIME}", re.ASCII
)
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*\s*")
_LONGEST_BOLD = 100
_LONGEST_CAPITALS = 80
_MOST_CAPITAL_WORDS = 10
_CAPITALS_SHARE = 0.3
_LABEL_LINE = re.compile(r"\W{0,12}(?:[0-9:.]+\W{0,4})?[^\W\d_][^:\n]{0,40}:")
_BOLD_LEVEL = 7
"""Below every heading that is marked as one."""
_IN_NAMES = frozenset(
    [
        "of",
        "the",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "del",
        "der",
        "von",
        "van",
        "den",
        "di",
        "da",
        "dos",
        "y",
        "und",
        "and",
    ]
)


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading of the page that is not spoken.

    Args:
        index: 0-based number of its line.
        level: 1 to 6, or 7 for one that is only bold.
        title: without its marks and its time.
        start_ms: the time it states; ``None`` = none.
    """

    index: int
    level: int
    title: str
    start_ms: int | None = None


def find_headings(
    lines: Sequence[str], dropped: Collection[int], bold: Collection[int] = ()
) -> list[FoundHeading]:
    """Find the headings among the lines that are not spoken, but those over the whole transcript.

    Args:
        lines: light Markdown.
        dropped: 0-based numbers of the lines that are no speech; a heading that is a speaker's name is not one.
        bold: those of them that are headings by being bold.
    """
    found = []
    for index in sorted(dropped):
        line = lines[index]
        match = _HEADING.fullmatch(line) if len(line) <= 300 else None
        level, text = (len(match[1]), match[2]) if match is not None else (_BOLD_LEVEL, line)
        if match is None and index not in bold:
            continue
        title, start_ms = _without_time(" ".join(_MARKS.sub("", text).split()))
        if any(map(str.isalnum, title)) and not TRANSCRIPT.fullmatch(title.strip(":. ")):
            found.append(FoundHeading(index, level, title, start_ms))
    return found


def find_bold_headings(lines: Sequence[str]) -> frozenset[int]:
    """Find the lines that are bold as a whole, apart from all others and unlike a name: headings of another kind.

    A question in bold is one that somebody asks, and a sentence is said; a name, or what comes again, is a label. So a
    heading has no mark at its end, stands there once, and has a word in lower case that is no part of a name.

    Args:
        lines: light Markdown, whose asterisks are markup.

    Returns:
        0-based numbers of the lines; none unless there are two of them.
    """
    texts: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        match = _BOLD.fullmatch(line) if line.startswith("**") and len(line) <= _LONGEST_BOLD else None
        if match is None or any(
            line.strip() for line in (*lines[max(index - 1, 0) : index], *lines[index + 1 : index + 2])
        ):
            continue
        words = match[1].split()
        small = [word for word in words if word.isalpha() and word.islower() and word not in _IN_NAMES]
        if len(words) > 1 and small and match[1][-1].isalnum() and ":" not in match[1]:
            texts.setdefault(match[1].casefold(), []).append(index)
    found = [held[0] for held in texts.values() if len(held) == 1]
    return frozenset(found) if len(found) > 1 else frozenset()


def find_capital_headings(lines: Sequence[str]) -> frozenset[int]:
    """Find the lines in capitals that are headings: alone, each there once, and a label with a colon below each.

    Args:
        lines: light Markdown.

    Returns:
        0-based numbers of the lines; none unless there are two of them, and none in a text that is in capitals.
    """
    texts: dict[str, list[int]] = {}
    held = [index for index, line in enumerate(lines) if line.strip()]
    capitals = 0
    for before, index, after in zip([-2, *held], held, [*held[1:], len(lines) + 1], strict=False):
        line = lines[index]
        if len(line) > _LONGEST_CAPITALS or not line.isupper():
            continue
        capitals += 1
        words = line.strip(" *_").split()
        apart = index > before + 1 and after > index + 1
        below = after < len(lines) and _LABEL_LINE.match(lines[after]) is not None
        if (
            apart
            and below
            and 2 <= len(words) <= _MOST_CAPITAL_WORDS
            and words[-1][-1].isalnum()
            and ":" not in line
        ):
            texts.setdefault(line.strip(), []).append(index)
    found = [places[0] for places in texts.values() if len(places) == 1]
    return frozenset(found) if len(found) > 1 and capitals <= _CAPITALS_SHARE * len(held) else frozenset()


def _without_time(text: str) -> tuple[str, int | None]:
    match = _TIMED.fullmatch(text)
    if match is None:
        return text, None
    return (match["after"] or match["before"]).rstrip(" ([-–—|@:"), parse_clock(match[1] or match[4])


def split_title(
    headings: Sequence[FoundHeading], lines: Sequence[str], dropped: Collection[int], stated: str | None
) -> tuple[str | None, list[FoundHeading]]:
    """Tell the page's title from its chapters: the first heading, if it stands above all and has no equals.

    Args:
        headings: as `find_headings` gives them.
        lines: light Markdown.
        dropped: 0-based numbers of the lines that are no speech.
        stated: the title that the source states elsewhere; a heading that repeats it is no chapter.
    """
    if not headings:
        return None, []
    first, *others = headings
    above = any(line.strip() and index not in dropped for index, line in enumerate(lines[: first.index]))
    repeats = stated is not None and _fold(stated) == _fold(first.title)
    # the others may be above it as well, as "Panel" and "Picks" are
    equals = any(other.level <= first.level for other in others)
    if repeats or (not above and not equals):
        return first.title, others
    return None, list(headings)


def _fold(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def place_headings(
    headings: Sequence[FoundHeading],
    tokens: Tokens,
    turns: Sequence[Turn],
    numbers: Sequence[int] | None = None,
) -> tuple[Heading, ...]:
    """The headings with words below them, each at the first word that follows it.

    A heading right above another one, with nothing between them, is joined with it; one above lines that were left out
    (show notes) is none of the transcript.

    Args:
        headings: the chapters among the headings of the page.
        tokens: the whole text.
        turns: what is spoken.
        numbers: the place of each line in the file; ``None`` = counted from 1.
    """
    places = [word.line for turn in turns for word in turn.words]
    placed: list[tuple[FoundHeading, int]] = [
        (heading, _first_word(tokens, tokens.dropped_at.get(heading.index, len(tokens)), places))
        for heading in headings
    ]
    made: list[Heading] = []
    pending: list[FoundHeading] = []
    for number, (heading, word) in enumerate(placed):
        following = placed[number + 1] if number + 1 < len(placed) else None
        pending.append(heading)
        if following is not None and following[1] == word:
            if any(line in tokens.dropped_at for line in range(heading.index + 1, following[0].index)):
                pending.clear()
            continue
        if word < len(places):
            line = pending[0].index + 1 if numbers is None else numbers[pending[0].index]
            title = ": ".join(dict.fromkeys(one.title for one in pending))
            times = [one.start_ms for one in pending if one.start_ms is not None]
            made.append(
                Heading(title, word, line, min(one.level for one in pending), times[0] if times else None)
            )
        pending.clear()
    return tuple(made)


def _first_word(tokens: Tokens, token: int, places: Sequence[int]) -> int:
    """The number of the first word at or after a token, by the places both have in the file."""
    if token >= len(tokens):
        return len(places)
    place = tokens.lines[token]
    first, last = bisect_left(places, place), bisect_right(places, place)
    begin, end = bisect_left(tokens.lines, place), bisect_right(tokens.lines, place)
    # a page in one long line: as far in its words as in its tokens
    return first + round((last - first) * (token - begin) / (end - begin))
