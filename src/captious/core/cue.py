"""One caption: text, time, and the source of both."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.core.display import MOST_CHARS
from captious.plain import quoted

if TYPE_CHECKING:
    from captious.core.span import Span


class TimeSource(StrEnum):
    """The source of a cue's times, from the most to the least trustworthy."""

    FILE = "file"
    """Read from a caption file; their origin is unknown."""
    MEASURED = "measured"
    """From the word timings of its own text, by ASR or an editor."""
    ALIGNED = "aligned"
    """Its first word was found in word timings."""
    INTERPOLATED = "interpolated"
    """Its first word lies between words that were found in word timings."""
    APPROXIMATE = "approximate"
    """Its words were found in cues or segments that were timed as a whole."""
    ANCHORED = "anchored"
    """It holds a word whose time the user gave."""
    ESTIMATED = "estimated"
    """Interpolated over the text by syllables: a draft."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption as in its file.

    Two cues are equal when they would be written alike; their place in the source, their speaker (unless the
    text names it) and the source of their times do not count, because not every format can hold them.

    Args:
        start_ms: in-time, milliseconds from the start of the media.
        end_ms: out-time, milliseconds, exclusive. May be at or before ``start_ms`` in a broken file.
        text: the cue text as written in the file's own syntax (tags and entities in place), lines joined by LF.
        lines: the visible lines: tags stripped, entities decoded, one string per line.
        speaker: the speaker, if the format or the transcript names one.
        id: the SRT index or the WebVTT identifier as written; ``None`` when absent.
        settings: the rest of the timing line after the times, as written, spaces trimmed.
        span: its place in the source, from its first line (index, id or times) to the end of its text.
        time_source: the source of its times.
        confidence: confidence of the in-time, 0 to 1: the share of such times that are within 0.3 s of the truth,
            or the word timings' own for the first word; ``None`` where unknown, as in a draft.
        doubt_ms: by how much the in-time may be expected to be off; ``None`` where unknown.
    """

    start_ms: int
    end_ms: int
    text: str
    lines: tuple[str, ...] = field(compare=False)
    speaker: str | None = field(default=None, compare=False)
    id: str | None = None
    settings: str = ""
    span: Span | None = field(default=None, compare=False)
    time_source: TimeSource = field(default=TimeSource.FILE, compare=False)
    confidence: float | None = field(default=None, compare=False)
    doubt_ms: int | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        others = (("id", self.id), ("settings", self.settings), ("speaker", self.speaker))
        shown = "".join(f", {name}={quoted(value, limit=MOST_CHARS)}" for name, value in others if value)
        return f"<Cue {_clock(self.start_ms)} --> {_clock(self.end_ms)} {quoted(self.text, limit=MOST_CHARS)}{shown}>"

    @property
    def duration_ms(self) -> int:
        """Time on screen in milliseconds; zero or negative in a broken file."""
        return self.end_ms - self.start_ms


def _clock(ms: int) -> str:
    return vtt_time(ms) if ms >= 0 else f"-{vtt_time(-ms)}"
