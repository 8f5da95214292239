"""The result of `captious.transcript`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.core.numbers import count
from captious.episode import chapter_lists
from captious.episode.record import for_youtube
from captious.reports.rows import WARNING, Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.episode.model import Episode
    from captious.timing.estimate import WordTimes
    from captious.transcripts.model import Transcript

_REPORTED = ("warning", "dropped", "guessed")
_MOST_REMARKS = 12


@dataclass(frozen=True, slots=True, repr=False)
class TranscriptResult:
    """A readable transcript.

    Args:
        episode: its turns in paragraphs, chapters and mentions, with times.
        transcript: the transcript it was made from.
        times: start and end of each word, and where they come from.
        texts: kind to the text of its file, for each requested kind.
    """

    episode: Episode
    transcript: Transcript
    times: WordTimes
    texts: Mapping[str, str]

    @property
    def text(self) -> str:
        """The text of the first requested kind."""
        return next(iter(self.texts.values()))

    def __str__(self) -> str:
        """The same as `text`."""
        return self.text

    @property
    def rows(self) -> tuple[Row, ...]:
        """The summary: statistics, chapters, and what was dropped or guessed."""
        episode = self.episode
        paragraphs = sum(len(speech.paragraphs) for speech in episode.speeches)
        rows = [
            Row(
                "words",
                f"{episode.word_count:,} in {count(len(episode.speeches), 'turn')}, {count(paragraphs, 'paragraph')}",
            ),
            Row("times", episode.times),
        ]
        if episode.half_within_ms is not None:
            rows.append(Row("", _half_within(episode.half_within_ms)))
        first = (Row("warning", warning, WARNING) for warning in self.times.warnings)
        return (*first, *rows, *self._chapter_rows("--to notes"), *self.remarks[:_MOST_REMARKS])

    @property
    def page_rows(self) -> tuple[Row, ...]:
        """The rows of `rows` that captions of the same text do not have: chapters, mentions and what is wrong there."""
        episode = self.episode
        half_ms = episode.half_within_ms
        rows = [Row("times", _half_within(half_ms))] if half_ms is not None else []
        return (*rows, *self._chapter_rows("notes.md"), *self._page_warnings)

    def _chapter_rows(self, notes: str) -> tuple[Row, ...]:
        episode = self.episode
        rows = [
            Row("chapters" if not index else "", f"{short_time(chapter.start_ms)} {chapter.title}")
            for index, chapter in enumerate(episode.chapters)
        ]
        if episode.chapters:
            rows.append(Row("", f"({count(len(episode.chapters), 'chapter')}: {episode.chapters_from})"))
        if episode.mentions:
            rows.append(Row("mentions", f"{len(episode.mentions):,}, a draft for the show notes: {notes}"))
        return tuple(rows)

    @property
    def _page_warnings(self) -> tuple[Row, ...]:
        chapters = for_youtube(self.episode.chapters, self.episode.language)
        issues = chapter_lists.shortcomings(chapters, self.episode.duration_ms)
        warnings = [*self.episode.remarks]
        warnings += [f"YouTube does not show these chapters: {issue}" for issue in issues]
        return tuple(Row("warning", sentence, WARNING) for sentence in warnings)

    @property
    def remarks(self) -> tuple[Row, ...]:
        """Remarks on what was dropped or guessed, and warnings."""
        rows = [
            Row(remark.kind, remark.message, WARNING if remark.kind == WARNING else "")
            for remark in self.transcript.remarks
            if remark.kind in _REPORTED
        ]
        rows += [Row("warning", sentence, WARNING) for sentence in self.times.remarks]
        return (*rows, *self._page_warnings)

    def __repr__(self) -> str:
        kinds = ", ".join(self.texts)
        words, chapters = count(self.episode.word_count, "word"), count(len(self.episode.chapters), "chapter")
        return f"<TranscriptResult {kinds}: {words}, {chapters}>"


def _half_within(half_ms: int) -> str:
    return f"half of the times are within {max(round(half_ms / 1000), 1)} s"
