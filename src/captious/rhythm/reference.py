"""Other captions of a recording, or the speech in it, as a clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from captious.core.display import short_repr

if TYPE_CHECKING:
    from captious.core.document import Document


class TimedText(NamedTuple):
    """A cue of a reference.

    Args:
        start_ms: when it begins.
        end_ms: when it ends.
        text: what it says; empty for speech that was heard only.
    """

    start_ms: int
    end_ms: int
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """What shows when there is speech in a recording.

    Args:
        name: its name, for messages.
        cues: its cues, or its spans of speech.
    """

    name: str
    cues: tuple[TimedText, ...]

    __repr__ = short_repr


def texts_of(document: Document) -> tuple[TimedText, ...]:
    """The cues of a document, with the text that is seen."""
    return tuple(TimedText(cue.start_ms, cue.end_ms, " ".join(cue.lines)) for cue in document.cues)
