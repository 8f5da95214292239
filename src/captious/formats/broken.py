"""What is lost with cues that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.base import Loss, quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.document import BrokenCue

LOST_WORDS = "words without readable times"
OTHER_LANGUAGES = "captions in other languages"


def losses_of(broken: Sequence[BrokenCue]) -> tuple[Loss, ...]:
    """The words of cues without times that can be read, in the order of the file."""
    words = [(cue.number or cue.before + place + 1, cue.text) for place, cue in enumerate(broken) if cue.text]
    if not words:
        return ()
    number, text = words[0]
    return (Loss(LOST_WORDS, len(words), number, quote(text.replace("\n", " "))),)
