"""Chapters that the source itself states: in its headings, in a list with times, or in its front matter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.episode.model import Chapter
from captious.transcripts.chapter_notes import split_description

if TYPE_CHECKING:
    from captious.timing.estimate import WordTimes
    from captious.transcripts.model import Transcript

FEWEST_HEADINGS = 2
"""One heading in a text divides nothing."""


@dataclass(frozen=True, slots=True)
class StatedChapters:
    """Chapters as stated.

    Args:
        source: where: ``"the headings of the text"``.
        chapters: rising.
        words: the first word of each over the whole text; ``None`` = by its time.
    """

    source: str
    chapters: tuple[Chapter, ...]
    words: tuple[int, ...] | None = None


def stated_chapters(transcript: Transcript, times: WordTimes) -> StatedChapters | None:
    """The chapters that a source states, exactly as it does; ``None`` if it states none.

    Headings stand where a chapter begins; a time is where somebody heard it begin.
    """
    if len(transcript.headings) >= FEWEST_HEADINGS:
        return _of_headings(transcript, times)
    _, described = split_description(transcript.metadata.description or "")
    for source, found in (
        ("a list in the source", transcript.chapters),
        ("the front matter", transcript.metadata.chapters),
        ("the description", described),
    ):
        starts = [start_ms for start_ms, _ in found]
        if found and starts == sorted(set(starts)):
            return StatedChapters(
                source, tuple(Chapter(start, " ".join(title.split())) for start, title in found)
            )
    return None


def _of_headings(transcript: Transcript, times: WordTimes) -> StatedChapters:
    chapters: list[Chapter] = []
    for heading in transcript.headings:
        start_ms = heading.start_ms if heading.start_ms is not None else times.starts_ms[heading.word]
        if not heading.word and heading.start_ms is None:
            start_ms = 0  # nothing is said before it
        if chapters:
            start_ms = max(start_ms, chapters[-1].start_ms + 1)
        chapters.append(Chapter(start_ms, heading.title))
    words = tuple(heading.word for heading in transcript.headings)
    return StatedChapters("the headings of the text", tuple(chapters), words)
