"""Text before the first label: the title, page metadata, or words without a named speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.transcripts.model import Remark
from captious.transcripts.names import is_header_key
from captious.transcripts.tokens import INSIDE_LINE, OPENS_BLOCK

if TYPE_CHECKING:
    from captious.transcripts.speakers import Label
    from captious.transcripts.tokens import Tokens

_LONGEST_TITLE = 30
"""Words; a longer line is prose."""
_SENTENCE_ENDS = (".", "!", "?", "…", ",", ";", ":", "。")
_TITLE_KEYS = frozenset({"Title:", "Interview:", "Episode:", "Podcast:", "Show:", "Transcript:"})
"""Openings of a title."""
_MANY_WORDS = 50


def read_preamble(tokens: Tokens, labels: list[Label], remarks: list[Remark]) -> tuple[int, str | None]:
    """Find where speech begins, and the title before it.

    Args:
        tokens: the whole text.
        labels: its labels.
        remarks: what is dropped or kept is reported here.

    Returns:
        The index of the first spoken token and the title, or ``None``.
    """
    if not labels:
        return _unlabelled_title(tokens, remarks)
    end = labels[0].start
    if end == 0 or tokens.opens[end] == INSIDE_LINE:
        return 0, None
    title = None
    begin = 0
    while begin < end:
        stop = begin + 1
        while stop < end and tokens.opens[stop] == INSIDE_LINE:
            stop += 1
        if not _is_head_line(tokens, begin, stop) or (stop == end and _may_be_turn(tokens, begin, stop)):
            break
        text = tokens.text(begin, stop)
        remarks.append(Remark("dropped", text, tokens.lines[begin]))
        if title is None and (tokens.texts[begin] in _TITLE_KEYS or not is_header_key(tokens.texts[begin])):
            title = text.removeprefix("Title: ")
        begin = stop
    if begin < end:
        shown = tokens.text(begin, min(end, begin + 8))
        message = f"no speaker is named for the text before the first label: “{shown} …”"
        remarks.append(Remark("warning", message, tokens.lines[begin]))
    return begin, title


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
    stop = 1
    while stop < len(tokens) and tokens.opens[stop] == INSIDE_LINE:
        stop += 1
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
    return stop, text
