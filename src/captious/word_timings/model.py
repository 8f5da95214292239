"""Word timings: a word with its times, whatever the source."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.errors import CaptiousError


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A word as a source gives it.

    Args:
        text: the word with its punctuation, no spaces around it; never empty.
        start_ms: when it begins; ``None`` where the source has no time for it.
        end_ms: when it ends; ``None`` where the source does not say.
        confidence: how sure the source is, 0 to 1; ``None`` = it does not say.
        speaker: who says it, as the source writes it; ``None`` = it does not say.
        spaced: whether a space stands before it, in scripts without spaces between words; ``None`` = it does not say.
    """

    text: str
    start_ms: int | None
    end_ms: int | None = None
    confidence: float | None = None
    speaker: str | None = None
    spaced: bool | None = None


@dataclass(frozen=True, slots=True)
class WordTrack:
    """The word timings of a recording.

    Args:
        source: the program that made the file, for messages: ``"Deepgram"``, ``"YouTube json3"``.
        words: in the order of the file.
        measured: whether each word has a time of its own; false where the times of words were interpolated within
            longer spans.
        language: BCP 47 tag, if the file says so.
        duration_ms: length of the recording, if the file says so.
        remarks: remarks for a summary, one sentence each.
        path: the file it was read from, for errors; ``None`` = none.
    """

    source: str
    words: tuple[TimedWord, ...]
    measured: bool = True
    language: str | None = None
    duration_ms: int | None = None
    remarks: tuple[str, ...] = ()
    path: str | None = field(default=None, compare=False)

    def blame(self, error: CaptiousError) -> CaptiousError:
        """Set the path of an error to the file of this track, unless it has one, and return the error."""
        return error if self.path is None else error.at(self.path)

    def __repr__(self) -> str:
        length = f", {short_time(self.duration_ms)}" if self.duration_ms is not None else ""
        return f"<WordTrack {self.source}: {count(len(self.words), 'word')}{length}>"


@dataclass(frozen=True, slots=True)
class Source:
    """A kind of file with word timings.

    Args:
        name: its name in messages.
        recognise: whether a file is of this kind, by its content: the parsed JSON for sources in JSON, the text
            otherwise. Cheap; never raises.
        read: reads the words of a file that was recognised; raises `captious.errors.WordsError` with what is wrong and
            where.
        is_json: whether both take parsed JSON.
        suffixes: the endings that only such files have, lower case with the dot.
        holds_cues: whether it may be captions, whose words have no times of their own.
    """

    name: str
    recognise: Callable[[object], bool]
    read: Callable[[object], WordTrack]
    is_json: bool = False
    suffixes: tuple[str, ...] = ()
    holds_cues: bool = False
