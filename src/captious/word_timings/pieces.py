"""Words joined from pieces: tokens of a model, of which those that begin a word have a space before them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.word_timings.model import TimedWord


def join_pieces(pieces: Iterable[tuple[str, TimedWord]]) -> Iterator[TimedWord]:
    """The words of pieces that include the spaces before them.

    Args:
        pieces: each as its source writes it, and as a word.
    """
    held: TimedWord | None = None
    apart = True  # whether the piece before ended with a space
    for raw, word in pieces:
        if not word.text:
            apart = apart or bool(raw)
            continue
        if held is not None and not apart and not raw[:1].isspace() and word.speaker == held.speaker:
            end_ms = word.end_ms if word.end_ms is not None else held.end_ms
            held = replace(held, text=held.text + word.text, end_ms=end_ms)
        else:
            if held is not None:
                yield held
            held = word
        apart = raw[-1:].isspace()
    if held is not None:
        yield held
