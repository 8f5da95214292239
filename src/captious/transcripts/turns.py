"""Labels and the words between them to turns; what is no speech is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.transcripts.model import Remark, Turn
from captious.transcripts.names import is_section_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.labels import Label
    from captious.transcripts.tokens import Tokens
    from captious.transcripts.words import WordReader

_MOST_ASIDES = 4
_NOTHING_SAID = frozenset({"to", "-", "–", "—"})
"""What remains between the times of ``Break: [12:03] to [12:40]``."""


def read_turns(
    tokens: Tokens,
    labels: list[Label],
    reader: WordReader,
    *,
    begin: int,
    remarks: list[Remark],
) -> tuple[list[Turn], list[int]]:
    """Read the turns of a text.

    Args:
        tokens: the whole text.
        labels: in order.
        reader: reads their words.
        begin: the first token that may be spoken.
        remarks: labels without words, what stands beside labels, and what the reader changed are told of here.

    Returns:
        The turns, and the lines of the labels without words, in order.
    """
    turns: list[Turn] = []
    empty: dict[str, list[int]] = {}
    first, *ends = [label.start for label in labels] + [len(tokens)]
    if begin < first and (words := reader.read(begin, first)):
        turns.append(Turn(None, words, tokens.lines[begin]))
    for label, end in zip(labels, ends, strict=True):
        line = tokens.lines[label.start]
        said = end - label.end > 3 or any(word not in _NOTHING_SAID for word in tokens.texts[label.end : end])
        words = reader.read(label.end, end, label.timestamp) if said else ()
        if label.name and is_section_name(label.name) and all(word.text in _NOTHING_SAID for word in words):
            words = ()
        if words:
            turns.append(Turn(label.name, words, line))
        else:
            if label.timestamp is not None:
                reader.wait(label.timestamp, line)
            empty.setdefault(label.name or ">>", []).append(line)
    remarks += _list_asides(tokens, labels)
    for name, lines in empty.items():
        remarks.append(Remark("dropped", f"label without words: {name}", lines[0], len(lines)))
    remarks += reader.remarks()
    return turns, sorted(line for lines in empty.values() for line in lines)


def _list_asides(tokens: Tokens, labels: Sequence[Label]) -> list[Remark]:
    """What stands beside labels, once for each speaker."""
    beside: dict[str, list[Label]] = {}
    for label in labels:
        if label.aside and label.name:
            beside.setdefault(label.name, []).append(label)
    remarks = []
    for name, with_aside in beside.items():
        asides = list(dict.fromkeys(label.aside.strip("()[]") for label in with_aside))
        more = ", …" if len(asides) > _MOST_ASIDES else ""
        message = f"beside the labels of {name}: {', '.join(asides[:_MOST_ASIDES])}{more}"
        remarks.append(Remark("dropped", message, tokens.lines[with_aside[0].start], len(with_aside)))
    return remarks
