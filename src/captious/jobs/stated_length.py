"""The length of a recording as the source of its transcript states it, where that can be true."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.transcripts.model import Remark, is_spoken

if TYPE_CHECKING:
    from captious.transcripts.model import Transcript

_SLOWEST_WPM, _FASTEST_WPM = 40, 260
"""Words a minute over a whole recording: 136 to 202 in nine tenths of the podcasts we have measured, fewer in a talk
with long pauses. Our own bounds."""


def stated_length_ms(transcript: Transcript) -> int | None:
    """The length that a source states; ``None`` if it states none, or one that its words and times do not fit.

    The front matter of a page may give the length of a trailer, or of something else.
    """
    stated_ms = transcript.metadata.duration_ms
    if stated_ms is None:
        return None
    words = [word for turn in transcript.turns for word in turn.words]
    last_ms = max((word.anchor_ms for word in words if word.anchor_ms is not None), default=0)
    spoken = sum(map(is_spoken, words))
    rate = spoken * 60_000 / stated_ms
    return stated_ms if last_ms < stated_ms and _SLOWEST_WPM <= rate <= _FASTEST_WPM else None


def take_stated_length(transcript: Transcript) -> tuple[Transcript, int | None]:
    """The length that a source states, and the transcript with a remark that says so."""
    stated_ms = stated_length_ms(transcript)
    if stated_ms is None:
        return transcript, None
    message = f"length: {short_time(stated_ms)}, as the file states it; --duration gives another"
    return replace(transcript, remarks=(*transcript.remarks, Remark("guessed", message))), stated_ms
