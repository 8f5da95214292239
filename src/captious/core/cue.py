"""One caption: a text, a time to show it, and where both came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.core.span import Span


class TimeSource(StrEnum):
    """Where the times of a cue came from, from the most to the least trustworthy."""

    FILE = "file"
    """Read from a caption file; how that file got them is unknown."""
    MEASURED = "measured"
    """Its words were timed one by one, by a recogniser or an editor."""
    ALIGNED = "aligned"
    """Its first word was found among words that were timed."""
    INTERPOLATED = "interpolated"
    """Its first word lies between words that were found among timed ones."""
    APPROXIMATE = "approximate"
    """Its words were found in stretches that were timed as a whole."""
    ANCHORED = "anchored"
    """The cue holds a word whose time the user gave."""
    ESTIMATED = "estimated"
    """Spread over the text by syllables: a draft."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption as its file holds it.

    Two cues are equal when they would be written alike; where they were read from, who speaks (unless the
    text says so) and where the times came from do not count, because not every format can carry them.

    Args:
        start_ms: in-time, milliseconds from the start of the media.
        end_ms: out-time, milliseconds, exclusive. May be at or before ``start_ms`` in a broken file.
        text: the cue text as written in the file's own syntax (tags and entities in place), lines joined by LF.
        lines: the visible lines: tags stripped, entities decoded, one string a line.
        speaker: who speaks, when the format or the transcript says so.
        id: the SRT index or the WebVTT identifier as written; ``None`` when absent.
        settings: what follows the times on the timing line, as written, blanks trimmed.
        span: where the cue stands in its source, from its first line (index, id or times) to the end of its text.
        time_source: where the times came from.
        confidence: how sure the in-time is, 0 to 1: the share of such times that are within 0.3 s of the truth,
            or what the source of the words says of the first one; ``None`` where nobody can say, as of a draft.
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

    @property
    def duration_ms(self) -> int:
        """Time on screen in milliseconds; zero or negative in a broken file."""
        return self.end_ms - self.start_ms
