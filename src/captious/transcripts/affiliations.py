"""What speakers belong to, after their names: ``Anna Lind, Hive Radio:``, ``ANNA LIND, HOST:``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.transcripts.names import LONGEST_NAME, is_name_word
from captious.transcripts.ornaments import is_ornament
from captious.transcripts.timestamps import parse_timestamp
from captious.transcripts.tokens import INSIDE_LINE

if TYPE_CHECKING:
    from captious.lexicon import Lexicon
    from captious.transcripts.tokens import Tokens

LONGEST_AFFILIATION = 7
"""Most words of it."""


def before_affiliation(
    tokens: Tokens, at: int, first: int, last: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """The name in ``Anna Lind, Hive Radio:`` and ``ANNA LIND, HOST:``, which opens a line, or is in emphasis."""
    texts = tokens.texts
    start = max(0, at - LONGEST_NAME - LONGEST_AFFILIATION)
    for head in range(at, start - 1, -1):
        if tokens.opens[head] != INSIDE_LINE or head in tokens.bold:
            start = head
            break
    else:
        return None
    while start < last and (is_ornament(texts[start]) or parse_timestamp(texts[start]) is not None):
        start += 1
    comma = next((index for index in range(start, last) if texts[index].endswith(",")), -1)
    # A name that reaches back over the comma has a suffix: "Mireille Reece, PsyD:".
    if comma < 0 or first <= comma or comma + 1 >= last or comma - start >= LONGEST_NAME:
        return None
    if last - comma - 1 > LONGEST_AFFILIATION or any(
        text.endswith((".", "?", "!", ";")) and len(text) > 4 for text in texts[comma + 1 : last]
    ):
        return None
    words = [*texts[start:comma], texts[comma][:-1]]
    shaped = all(
        is_name_word(word, last=not after, following=after, titles=lexicon.titles)
        for word, after in zip(words, [*words[1:], ""], strict=True)
    )
    return (start, comma + 1) if shaped else None
