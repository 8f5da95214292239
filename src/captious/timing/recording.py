"""The known facts of a recording: its length, frame rate, shot changes and word timings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

    from captious.rhythm.reference import Reference
    from captious.timing.anchors import Anchor
    from captious.word_timings.model import WordTrack


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A recording, as far as it is known.

    Args:
        media_ms: its length in milliseconds; ``None`` = unknown.
        frame_rate: frames per second; ``None`` = unknown, times are in milliseconds.
        shots_ms: times of its shot changes in milliseconds, rising; empty = unknown.
        words: its words with their times, such as ASR output; ``None`` = unknown.
        audio: the media file, for forced alignment or VAD; ``None`` = not used.
        vad: whether ``audio`` is used for voice activity detection only.
        anchors: times and the words said then.
        like: other captions of it; ``None`` = unknown.
    """

    media_ms: int | None = None
    frame_rate: Fraction | None = None
    shots_ms: tuple[int, ...] = ()
    words: WordTrack | None = None
    audio: Path | None = None
    vad: bool = False
    anchors: tuple[Anchor, ...] = ()
    like: Reference | None = None

    __repr__ = short_repr


UNKNOWN = Recording()
"""A recording without any known facts."""
