"""Turns: consecutive cues of one speaker, joined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr
from captious.measure.joints import run_on
from captious.measure.sentence_marks import LABEL_COLONS, WIDE_COLONS, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.document import Document

PAUSE_MS = 4000
"""Pause that starts a new paragraph where speakers are unknown. Our own value."""
LONG_MS = 60_000
"""Length from which a turn is split at the end of a sentence, so that it has more than one time. Our own value."""

_LABEL = re.compile(
    r"(?:>>[ ]?)?(?:(?:\[([^\[\]]{1,60})\]|\(([^()]{1,60})\)|([^\W_][^:]{0,60}):)[ ]+"
    rf"|([^\W_][^{LABEL_COLONS}]{{0,60}})[{WIDE_COLONS}][ ]*)"
)


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """A turn: speaker, start time, and the text on one line without a speaker label."""

    speaker: str | None
    start_ms: int
    text: str

    __repr__ = short_repr


def turns_of(document: Document, *, split: bool = True) -> Iterator[SpokenTurn]:
    """The turns of a document, by its speakers; without speakers, a long pause starts a new one.

    Args:
        document: a document of format ``vtt``.
        split: whether to split turns longer than `LONG_MS`.
    """
    held: list[str] = []
    speaker: str | None = None
    start = end = 0
    for cue in document.cues:
        text = run_on(cue.lines)
        if not text:
            continue
        other = cue.speaker is not None and cue.speaker != speaker
        paused = cue.speaker is None and speaker is None and cue.start_ms - end >= PAUSE_MS
        long = split and end - start >= LONG_MS and bool(held) and ends_sentence(held[-1])
        if held and (other or paused or long):
            yield SpokenTurn(speaker, start, run_on(held, captions=True))
            held = []
        if not held:
            start = cue.start_ms
        speaker = cue.speaker if cue.speaker is not None else speaker
        if bare := _without_label(text, cue.speaker):
            held.append(bare)
        end = cue.end_ms
    if held:
        yield SpokenTurn(speaker, start, run_on(held, captions=True))


def _without_label(text: str, speaker: str | None) -> str:
    """A text without a speaker label at its start, if the label only repeats the speaker."""
    label = _LABEL.match(text + " ") if speaker is not None else None
    if label is None or speaker is None:
        return text
    named = next(part for part in label.groups() if part is not None)
    words = {word.strip(".,").casefold() for word in speaker.split()}
    inside = all(word.strip(".,").casefold() in words for word in named.split())
    return text[label.end() :].lstrip() if inside and label.end() <= len(text) else text
