"""Cues joined to what one speaker says in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.document import Document

PAUSE_MS = 4000
"""A pause that begins a new paragraph where no speaker is known. Our own."""
LONG_MS = 60_000
"""From here on a turn is cut at the next end of a sentence, so that a reader finds a time to jump to. Our own."""

_LABEL = re.compile(r"(?:>>[ ]?)?(?:\[([^\[\]]{1,60})\]|\(([^()]{1,60})\)|([^\W_][^:]{0,60}):)[ ]+")
_ENDS = (".", "?", "!", "…", "。", "？", "！")
_CLOSING = "\"'”’»)]"


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """What one speaker says in a row: who, from when, and the text on one line, without a label that says who."""

    speaker: str | None
    start_ms: int
    text: str

    __repr__ = short_repr


def turns_of(document: Document, *, cut: bool = True) -> Iterator[SpokenTurn]:
    """The turns of a document, by its voices; without voices a long pause begins another.

    Args:
        document: of format ``vtt``.
        cut: whether a turn longer than `LONG_MS` is cut into several.
    """
    held: list[str] = []
    speaker: str | None = None
    start = end = 0
    for cue in document.cues:
        text = " ".join(cue.lines)
        if not text:
            continue
        other = cue.speaker is not None and cue.speaker != speaker
        paused = cue.speaker is None and speaker is None and cue.start_ms - end >= PAUSE_MS
        long = cut and end - start >= LONG_MS and bool(held) and held[-1].rstrip(_CLOSING).endswith(_ENDS)
        if held and (other or paused or long):
            yield SpokenTurn(speaker, start, " ".join(held))
            held = []
        if not held:
            start = cue.start_ms
        speaker = cue.speaker if cue.speaker is not None else speaker
        if bare := _without_label(text, cue.speaker):
            held.append(bare)
        end = cue.end_ms
    if held:
        yield SpokenTurn(speaker, start, " ".join(held))


def _without_label(text: str, speaker: str | None) -> str:
    """A text without the label at its beginning that says no more than the voice."""
    label = _LABEL.match(text + " ") if speaker is not None else None
    if label is None or speaker is None:
        return text
    named = next(part for part in label.groups() if part is not None)
    words = {word.strip(".,").casefold() for word in speaker.split()}
    inside = all(word.strip(".,").casefold() in words for word in named.split())
    return text[label.end() :].lstrip() if inside and label.end() <= len(text) else text
