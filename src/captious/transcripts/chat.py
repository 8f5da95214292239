"""Chat logs of meetings: what is typed for the machines that keep the minutes is no speech."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.transcripts.model import Remark
from captious.transcripts.tokens import INSIDE_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.labels import Label
    from captious.transcripts.tokens import Tokens

_COMMAND = re.compile(
    r"(?:(?:present|regrets|scribes?|chair|q|agenda|guests?)\s?[+=-]|q\?$|ack |(?:zakim|rrsagent|trackbot),"
    r"|(?:meeting|topic|subtopic|chairs?|scribe|scribenick|agenda|date|present|regrets|(?:previous|next) meeting)\s?:"
    r"|s/[^/]{1,200}/[^/]{0,200}/?|i/[^/]{1,200}/[^/]{0,200}/?)",
    re.IGNORECASE,
)
_LOOKED_AT = 4
"""Tokens of a message that tell a command."""
_SHOWN = 3
_GOES_ON = frozenset(("...", "…", ".."))
_FEWEST_MARKS = 2


def leave_out_commands(
    tokens: Tokens, labels: Sequence[Label]
) -> tuple[list[Label], frozenset[int], list[Remark]]:
    """The labels without those of messages that are commands, and the tokens of such messages.

    Args:
        tokens: the whole text.
        labels: in order.

    Returns:
        The other labels; the tokens that are not spoken; a remark on what was left out.
    """
    kept: list[Label] = []
    silent: set[int] = set()
    left_out: list[tuple[str, int]] = []
    ends = [*(label.start for label in labels[1:]), len(tokens)]
    for label, end in zip(labels, ends, strict=False):
        text = tokens.text(label.end, min(end, label.end + _LOOKED_AT))
        if is_nick(tokens, label) and _COMMAND.match(text):
            silent.update(range(label.start, end))
            left_out.append((text.split(maxsplit=1)[0], tokens.lines[label.start]))
        else:
            kept.append(label)
    if not left_out:
        return list(labels), frozenset(), []
    names = ", ".join(list(dict.fromkeys(name for name, _ in left_out))[:_SHOWN])
    return (
        kept,
        frozenset(silent),
        [Remark("dropped", f"commands of a chat: {names}", left_out[0][1], len(left_out))],
    )


def find_marks_of_going_on(tokens: Tokens) -> tuple[frozenset[int], list[Remark]]:
    """The dots that open the lines of minutes in which a turn goes on: ``... and so we did``.

    Returns:
        Their tokens, and a remark on them; none unless there are two of them.
    """
    found = [
        at
        for at, text in enumerate(tokens.texts)
        if text in _GOES_ON and tokens.opens[at] != INSIDE_LINE and tokens.line_end(at) > at + 1
    ]
    if len(found) < _FEWEST_MARKS:
        return frozenset(), []
    shown = tokens.texts[found[0]]
    message = f"“{shown}” at the start of lines, where a turn goes on"
    return frozenset(found), [Remark("dropped", message, tokens.lines[found[0]], len(found))]


def is_nick(tokens: Tokens, label: Label) -> bool:
    """Whether a label is a name in angle brackets."""
    return any(text.startswith("<") for text in tokens.texts[label.start : label.end])
