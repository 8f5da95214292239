"""What a pause in the speech adds to a break."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONG_PAUSE_MS = 2000
_LONG_PAUSE_GAIN = 10_000.0
_FULL_PAUSE_MS = 1000
_MOST_PAUSE_GAIN = 8.0
LINE_SHARE = 0.25
"""A pause of one second makes a cue end as likely as a comma does, and one of two seconds always ends the cue; a line
break gains a quarter of it. Our own choice: no free captions with word timings to learn it from were available."""


def pause_after_ms(starts_ms: Sequence[int], ends_ms: Sequence[int], word: int) -> int:
    """Silence after a word of a turn, in milliseconds; 0 after the last.

    Args:
        starts_ms: when each word of the turn starts.
        ends_ms: when it ends.
        word: its number.
    """
    if word + 1 >= len(starts_ms):
        return 0
    return max(starts_ms[word + 1] - ends_ms[word], 0)


def pause_gain(pause_ms: int) -> float:
    """The reduction of a cue break's cost by a pause; a long one always ends a cue."""
    if pause_ms >= _LONG_PAUSE_MS:
        return _LONG_PAUSE_GAIN
    return _MOST_PAUSE_GAIN * min(pause_ms / _FULL_PAUSE_MS, 1.0)
