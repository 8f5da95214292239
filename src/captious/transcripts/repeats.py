"""Text that is there twice: pages whose copy has each paragraph once to show and once to read aloud."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.transcripts.furniture.lines import REPEATED
from captious.transcripts.model import Remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.model import Turn, Word

_FEWEST = 3
_SHARE = 0.6
"""Share of the pieces that are there twice in a text that repeats itself; a refrain is rarer."""


def leave_out_repeats(turns: Sequence[Turn], remarks: Sequence[Remark]) -> tuple[list[Turn], list[Remark]]:
    """Leave out the second half of each turn, or of each piece between times, where most say everything twice.

    Args:
        turns: as read.
        remarks: so far.

    Returns:
        The turns, and the remarks with one that has the line of the first repeat.
    """
    pieces = [_pieces(turn.words) for turn in turns]
    long = [piece for parts in pieces for piece in parts if len(piece) > 1]
    twice = sum(_is_twice(piece) for piece in long)
    if twice < _FEWEST or twice < _SHARE * len(long):
        return list(turns), list(remarks)
    made = []
    lines: list[int] = []
    for turn, parts in zip(turns, pieces, strict=True):
        words: list[Word] = []
        for piece in parts:
            half = len(piece) // 2
            if _is_twice(piece):
                lines.append(piece[half].line)
                words += piece[:half]
            else:
                words += piece
        made.append(replace(turn, words=tuple(words)))
    told = [remark for remark in remarks if remark.message == REPEATED]
    repeats = len(lines) + sum(remark.count for remark in told)
    whole = Remark("dropped", "the text is there twice: repeats", lines[0], repeats)
    return made, [*(remark for remark in remarks if remark not in told), whole]


def _pieces(words: Sequence[Word]) -> list[Sequence[Word]]:
    """The words of a turn, cut where a time stands."""
    starts = [index for index, word in enumerate(words) if word.anchor_ms is not None and index]
    return [words[start:end] for start, end in zip([0, *starts], [*starts, len(words)], strict=True)]


def _is_twice(piece: Sequence[Word]) -> bool:
    half, odd = divmod(len(piece), 2)
    return (
        not odd
        and half > 0
        and piece[half].line > piece[half - 1].line
        and all(one.text == other.text for one, other in zip(piece[:half], piece[half:], strict=True))
    )
