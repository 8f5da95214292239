"""Punctuation for words that are listed without it, from the text that they are the words of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.word_timings.model import TimedWord


def with_punctuation(words: Sequence[TimedWord], text: str) -> list[TimedWord]:
    """The words as the text writes them, if it is the same words in the same order; else as they are.

    Args:
        words: words with times; several may be one of the text (``co``, ``op``).
        text: running text.
    """
    made: list[TimedWord] = []
    at = 0
    for written in text.split():
        wanted = _letters(written)
        if not wanted:
            if made:
                made[-1] = replace(made[-1], text=f"{made[-1].text} {written}")
            continue
        first, held = at, ""
        while at < len(words) and len(held) < len(wanted):
            held += _letters(words[at].text)
            at += 1
        if held != wanted:
            return list(words)
        end_ms = words[at - 1].end_ms
        made.append(replace(words[first], text=written, end_ms=end_ms))
    return made if at == len(words) else list(words)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
