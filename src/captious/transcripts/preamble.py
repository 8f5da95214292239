"""Text before the first label: the title, a title page, or words without a named speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.measure.sentence_marks import TERMINALS
from captious.plain import quoted
from captious.transcripts.furniture.page import is_part_of_page
from captious.transcripts.model import Remark
from captious.transcripts.names import is_header_key
from captious.transcripts.timestamps import parse_timestamp
from captious.transcripts.tokens import INSIDE_LINE, OPENS_BLOCK

if TYPE_CHECKING:
    from captious.transcripts.labels import Label
    from captious.transcripts.tokens import Tokens

_LONGEST_TITLE = 30
"""Words; a longer line is prose."""
_SENTENCE_ENDS = (*TERMINALS, "…", ",", ";", ":")
_TITLE_KEYS = frozenset({"Title:", "Interview:", "Episode:", "Podcast:", "Show:", "Transcript:"})
"""Openings of a title."""
_MANY_WORDS = 50
_LISTED = 3
"""As many dropped lines are listed one by one."""
_SHOWN = 60
_FIRST_SECOND_MS = 1_000
_FEWEST_TIMED = 4
_ABOVE_SHARE = 0.15
"""Largest share of a text that may stand above the label of the first second."""
_PAGE_LINES = 8
_PAGE_WIDTH = 9
_PAGE_LABELS = 20
"""Lines, words a line and labels below it that tell a title page from a few sentences nobody is named for."""


def read_preamble(tokens: Tokens, labels: list[Label], remarks: list[Remark]) -> tuple[int, str | None]:
    """Find where speech begins, and the title before it.

    Args:
        tokens: the whole text.
        labels: its labels.
        remarks: what is dropped or kept is reported here.

    Returns:
        The index of the first token to read and the title, or ``None``.
    """
    if not labels:
        return _unlabelled_title(tokens, remarks)
    end = labels[0].start
    if end == 0 or tokens.opens[end] == INSIDE_LINE:
        return 0, None
    lines = _lines(tokens, end)
    title = None
    dropped: list[tuple[int, int]] = []
    page = _is_title_page(tokens, lines, labels)
    for begin, stop in lines:
        if stop == begin + 1 and parse_timestamp(tokens.texts[begin]) is not None and stop == end:
            # the time of the first turn
            break
        is_head = _is_head_line(tokens, begin, stop) and not (
            stop == end and _may_be_turn(tokens, begin, stop)
        )
        if not is_head and not page:
            break
        keyed = tokens.texts[begin] in _TITLE_KEYS
        if title is None and (keyed or not is_header_key(tokens.texts[begin])):
            title = _title(tokens.text(begin, stop).removeprefix("Title: "))
        dropped.append((begin, stop))
    remarks += _list_dropped(tokens, dropped)
    begin = dropped[-1][1] if dropped else 0
    above = _above_first_second(tokens, labels, begin)
    if above:
        shown = quoted(tokens.text(begin, above), limit=_SHOWN)
        message = f"{count(above - begin, 'word')} above the label at the first second: {shown}"
        remarks.append(Remark("dropped", message, tokens.lines[begin]))
        begin = above
    if any(parse_timestamp(text) is None for text in tokens.texts[begin:end]):
        shown = tokens.text(begin, min(end, begin + 8))
        message = f"no speaker is named for the text before the first label: “{shown} …”"
        remarks.append(Remark("warning", message, tokens.lines[begin]))
    return begin, title


def _above_first_second(tokens: Tokens, labels: list[Label], begin: int) -> int:
    """One past the last token of a short text above the label at 0:00: it has no time to be said in. 0 = none.

    Args:
        tokens: the whole text.
        labels: its labels.
        begin: the first token that is not known to be furniture.
    """
    first = labels[0]
    end = first.start
    while end > begin and parse_timestamp(tokens.texts[end - 1]) is not None:
        end -= 1
    stamps = [first.timestamp, *map(parse_timestamp, tokens.texts[end : first.start])]
    at_start = any(stamp is not None and stamp.ms <= _FIRST_SECOND_MS for stamp in stamps)
    timed = any(parse_timestamp(text) is not None for text in tokens.texts[begin:end])
    few = len(labels) >= _FEWEST_TIMED and end - begin <= _ABOVE_SHARE * len(tokens)
    return end if at_start and few and not timed and end > begin else 0


def _title(text: str) -> str | None:
    return None if is_part_of_page(text) else text


def _lines(tokens: Tokens, end: int) -> list[tuple[int, int]]:
    """The lines before a token."""
    lines = []
    begin = 0
    while begin < end:
        stop = min(tokens.line_end(begin), end)
        lines.append((begin, stop))
        begin = stop
    return lines


def _list_dropped(tokens: Tokens, dropped: list[tuple[int, int]]) -> list[Remark]:
    remarks = [
        Remark("dropped", tokens.text(begin, stop), tokens.lines[begin])
        for begin, stop in (dropped if len(dropped) <= _LISTED else dropped[:1])
    ]
    if len(dropped) > _LISTED:
        begin, stop = dropped[1]
        shown = tokens.text(begin, min(stop, begin + 8))
        more = count(len(dropped) - 1, "more line")
        remarks.append(Remark("dropped", f"{more} above the first label: “{shown} …”", tokens.lines[begin]))
    return remarks


def _is_title_page(tokens: Tokens, lines: list[tuple[int, int]], labels: list[Label]) -> bool:
    """Whether many short lines with hardly a sentence stand above a long dialogue."""
    if len(lines) < _PAGE_LINES or len(labels) < _PAGE_LABELS:
        return False
    words = lines[-1][1]
    sentences = sum(
        stop - begin > 4 and tokens.texts[stop - 1].endswith((".", "?", "!")) for begin, stop in lines
    )
    return words <= _PAGE_WIDTH * len(lines) and 8 * sentences <= len(lines) and 10 * words <= len(tokens)


def _is_head_line(tokens: Tokens, begin: int, stop: int) -> bool:
    if is_header_key(tokens.texts[begin]):
        return True
    return stop - begin <= _LONGEST_TITLE and not tokens.texts[stop - 1].rstrip("\"'”’)]").endswith(
        _SENTENCE_ENDS
    )


def _may_be_turn(tokens: Tokens, begin: int, stop: int) -> bool:
    """Whether the line right above the first turn, no blank line between them, is shaped like a turn itself."""
    return (
        tokens.opens[stop] != OPENS_BLOCK
        and not is_header_key(tokens.texts[begin])
        and any(text.endswith(":") for text in tokens.texts[begin:stop])
    )


def _unlabelled_title(tokens: Tokens, remarks: list[Remark]) -> tuple[int, str | None]:
    """A first line that is set apart, reads like a headline and leads a long text; otherwise all is spoken."""
    stop = tokens.line_end(0)
    words = tokens.texts[:stop]
    if not (
        stop < len(tokens) - _MANY_WORDS
        and tokens.opens[stop] == OPENS_BLOCK
        and 3 <= stop <= _LONGEST_TITLE
        and not words[-1].endswith(_SENTENCE_ENDS)
        and ("|" in words or all(not word[0].islower() for word in words if len(word) > 3))
    ):
        return 0, None
    text = " ".join(words)
    remarks.append(Remark("dropped", text, tokens.lines[0]))
    return stop, _title(text)
