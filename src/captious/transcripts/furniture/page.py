"""The lines of a page and what is asked of them when its furniture is found."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.measure.sentence_marks import TERMINALS
from captious.transcripts.furniture.wordings import (
    ANYWHERE,
    COMMENTS,
    MENU,
    NOTICE,
    RULE,
    SECTION,
    TAIL,
    TRANSCRIPT,
    WEAK_TAIL,
)
from captious.transcripts.timestamps import TIME

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE_LABEL = re.compile(r"(?:[-•] )?(?:\*{2})?([^:*\n]{1,40}):")
"""What may be a label with a colon at the start of a line."""
SENTENCE_ENDS = (*TERMINALS, "…")
_STAMP = re.compile(rf"[\[(]?{TIME}[\])]?", re.ASCII)
_LONGEST_NAME, _MOST_NAME_WORDS = 60, 5
_FEWEST_NAMES = 3
"""As many times a name stands alone on a line if such lines are labels."""
_NEAR = 2
"""Lines from a name to its turn, with a blank one between them."""
ADDRESS = re.compile(r"<?(?:https?://|www\.)\S{1,2000}|\S{1,200}@\S{1,200}\.\w+", re.IGNORECASE)


@dataclass(slots=True)
class Page:
    """The lines of a page.

    Args:
        lines: all of them.
        spoken: 0-based numbers of those that are not blank.
        dropped: numbers of those that are known to be furniture.
        names: numbers of those that come again and again, alone on a line, as names above turns do.
        led: numbers of those right below them: turns, whatever their wording.
    """

    lines: Sequence[str]
    spoken: list[int] = field(default_factory=list)
    dropped: set[int] = field(default_factory=set)
    names: frozenset[int] = frozenset()
    led: frozenset[int] = frozenset()

    @classmethod
    def of(cls, lines: Sequence[str]) -> Page:
        """The page of some lines."""
        spoken = [number for number, line in enumerate(lines) if line and not line.isspace()]
        written = {number: name for number in spoken if (name := _lone_name(lines[number]))}
        times = Counter(written.values())
        names = frozenset(number for number, name in written.items() if times[name] >= _FEWEST_NAMES)
        below = pairwise(spoken)
        led = frozenset(after for number, after in below if number in names and after - number <= _NEAR)
        return cls(lines, spoken, names=names, led=led - names)

    def stands_alone(self, number: int) -> bool:
        """Whether a line begins a paragraph, and is not a wrapped line that happens to read like furniture."""
        before = self.lines[number - 1] if number else ""
        return not before.strip() or bool(RULE.fullmatch(before)) or number - 1 in self.dropped

    def blocks(self) -> Iterator[list[int]]:
        """Runs of lines without a blank line between them."""
        block: list[int] = []
        for number in self.spoken:
            if block and number != block[-1] + 1:
                yield block
                block = []
            block.append(number)
        if block:
            yield block


def _lone_name(line: str) -> str:
    """What may be a name alone on a line, without a time beside it; empty for anything else."""
    if len(line) > _LONGEST_NAME:
        return ""
    text = bare_text(_STAMP.sub("", line)).strip(" []():|-–—")
    if not 0 < len(text.split()) <= _MOST_NAME_WORDS or text.endswith((*SENTENCE_ENDS, ",")):
        return ""
    if not any(map(str.isalpha, text)) or WEAK_TAIL.fullmatch(text) or is_part_of_page(text):
        return ""
    return text.casefold()


def bare_text(line: str) -> str:
    """A line without its Markdown."""
    return line.replace("\\", "").replace("**", "").strip().strip("*_#").strip()


def is_title_of_transcript(line: str) -> bool:
    """Whether a line is a heading over a transcript, or tells where it begins and ends."""
    text = bare_text(line).strip('[].:"')
    return ANYWHERE.fullmatch(text) is not None or TRANSCRIPT.fullmatch(text) is not None


def is_part_of_page(text: str) -> bool:
    """Whether a line is worded like a menu, a button, a by-line or another part of a page, and so is no title."""
    return any(pattern.fullmatch(text.rstrip(":")) for pattern in (TAIL, SECTION, COMMENTS, NOTICE, MENU))
