"""The lines of a page and what is asked of them when its furniture is found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.transcripts.furniture.wordings import (
    ANYWHERE,
    COMMENTS,
    MENU,
    NOTICE,
    RULE,
    SECTION,
    TAIL,
    TRANSCRIPT,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE_LABEL = re.compile(r"(?:[-•] )?(?:\*{2})?([^:*\n]{1,40}):")
"""What may be a label with a colon at the start of a line."""
SENTENCE_ENDS = (".", "!", "?", "…", "。", "？", "！")
ADDRESS = re.compile(r"<?(?:https?://|www\.)\S{1,2000}|\S{1,200}@\S{1,200}\.\w+", re.IGNORECASE)


@dataclass(slots=True)
class Page:
    """The lines of a page.

    Args:
        lines: all of them.
        spoken: 0-based numbers of those that are not blank.
        dropped: numbers of those that are known to be furniture.
    """

    lines: Sequence[str]
    spoken: list[int] = field(default_factory=list)
    dropped: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, lines: Sequence[str]) -> Page:
        """The page of some lines."""
        return cls(lines, [number for number, line in enumerate(lines) if line and not line.isspace()])

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
