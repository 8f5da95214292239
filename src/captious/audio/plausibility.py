"""Whether a recording can be that of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.errors import TimingError
from captious.timing.syllables import count_syllables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.audio.reading import Audio

LEAST_FOUND = 0.25
"""Share of the words that have to be found in their order; below it the recording is of something else."""
FASTEST_SPS = 8.0


def check_room(texts: Sequence[str], audio: Audio) -> None:
    """Refuse a recording that is too short for its text.

    Raises:
        TimingError: more syllables than can be said.
    """
    syllables = sum(map(count_syllables, texts))
    rate = syllables * 1000 / max(audio.duration_ms, 1)
    if rate > FASTEST_SPS:
        raise TimingError(
            f"the recording is too short for the text: {syllables:,} syllables in {short_time(audio.duration_ms)} are "
            f"{rate:.1f} per second (at most {FASTEST_SPS:g} are possible)",
            path=audio.path,
            hint="Give the whole recording of this transcript.",
        )


def check_found(found: int, count: int, audio: Audio) -> None:
    """Refuse a recording of something else.

    Args:
        found: how many words were found in their order.
        count: of how many.
        audio: the recording.

    Raises:
        TimingError: too few of them.
    """
    if found < LEAST_FOUND * count:
        raise TimingError(
            f"the recording is of something else: {100 * found / count:.0f}% of the {count:,} words "
            f"were found in order (at least {100 * LEAST_FOUND:.0f}% are needed)",
            path=audio.path,
            hint="Give the recording of this transcript, in English.",
        )
