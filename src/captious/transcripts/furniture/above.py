"""What stands above a heading "Transcript": show notes, links, by-lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.plain import quoted
from captious.transcripts.furniture.page import (
    ADDRESS,
    LINE_LABEL,
    SENTENCE_ENDS,
    Page,
    bare_text,
    is_part_of_page,
)
from captious.transcripts.furniture.wordings import TRANSCRIPT
from captious.transcripts.model import Remark

if TYPE_CHECKING:
    from collections.abc import Sequence

_RUNNING_HEADS = 3
"""As many headings of this name head the pages of a document, not its transcript."""
_NOTES_SHARE = 0.45
"""Largest share of a text that show notes may take."""
_FEWEST_TURNS = 3
_LISTED = 3
"""As many lines are listed one by one."""
_LONGEST_TITLE = 30


def find_above_transcript(
    lines: Sequence[str], labels: frozenset[int] = frozenset()
) -> tuple[frozenset[int], str | None, list[Remark]]:
    """Find what stands above a heading "Transcript": show notes and the like.

    Args:
        lines: the lines of the page.
        labels: 0-based numbers of the headings that are labels.

    Returns:
        0-based numbers of the lines to drop; the title among them, if one is shaped like it; a remark.
    """
    page = Page.of(lines)
    words = [len(line.split()) for line in lines]
    total = sum(words)
    heads = [
        number
        for number in page.spoken
        if number not in labels | page.led
        and page.stands_alone(number)
        and TRANSCRIPT.fullmatch(bare_text(lines[number]).strip('[].:"').strip())
    ]
    above = 0
    head = None
    if len(heads) < _RUNNING_HEADS:
        for number in heads:
            above = sum(words[:number])
            if above <= _NOTES_SHARE * total and not _are_turns(lines[:number], lines[number:]):
                head = number
    if head is None:
        return frozenset(), None, []
    dropped = [number for number in page.spoken if number < head]
    if not dropped:
        return frozenset(), None, []
    title = next((text for number in dropped if (text := _headline(lines[number]))), None)
    notes = [number for number in dropped if any(map(str.isalnum, lines[number]))]
    if len(notes) <= _LISTED:
        each = [Remark("dropped", bare_text(lines[number]), number + 1) for number in notes]
        return frozenset(dropped), title, each
    shown = quoted(bare_text(lines[notes[0]]), limit=60)
    name = quoted(bare_text(lines[head]), limit=40)
    message = f"{count(len(notes), 'line')} above the heading {name}: {shown}"
    return frozenset(dropped), title, [Remark("dropped", message, notes[0] + 1)]


def _are_turns(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether lines are turns of the people who speak below them."""
    names = {match[1] for line in below if (match := LINE_LABEL.match(line))}
    return sum((match := LINE_LABEL.match(line)) is not None and match[1] in names for line in above) >= (
        _FEWEST_TURNS
    )


def _headline(line: str) -> str:
    """A line that may be a title."""
    text = bare_text(line)
    words = text.split()
    if not 2 <= len(words) <= _LONGEST_TITLE or text.endswith((*SENTENCE_ENDS, ",", ";", ":")):
        return ""
    return "" if ADDRESS.search(text) or is_part_of_page(text) else text
