"""Labels and the words between them to turns; what is no speech is told of."""

from __future__ import annotations

from collections import Counter
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
) -> list[Turn]:
    """Read the turns of a text.

    Args:
        tokens: the whole text.
        labels: in order.
        reader: reads their words.
        begin: the first token that may be spoken.
        remarks: labels without words, what stands beside labels, and what the reader changed are told of here.
    """
    turns: list[Turn] = []
    empty: Counter[str] = Counter()
    first_empty: dict[str, int] = {}
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
            name = label.name or ">>"
            empty[name] += 1
            first_empty.setdefault(name, line)
    remarks += _list_asides(tokens, labels)
    for name, count in empty.items():
        remarks.append(Remark("dropped", f"label without words: {name}", first_empty[name], count))
    remarks += reader.remarks()
    return turns


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
