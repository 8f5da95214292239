"""What is known of a recording: its length, its frames and shots, and when its words are said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

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
        audio: the media file itself, for forced alignment; ``None`` = not to be listened to.
        vad: whether ``audio`` is used for voice activity detection only.
        anchors: moments and the words said then.
    """

    media_ms: int | None = None
    frame_rate: Fraction | None = None
    shots_ms: tuple[int, ...] = ()
    words: WordTrack | None = None
    audio: Path | None = None
    vad: bool = False
    anchors: tuple[Anchor, ...] = ()

    __repr__ = short_repr


UNKNOWN = Recording()
"""A recording of which nothing is known."""
