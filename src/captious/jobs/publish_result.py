"""The result of `captious.publish`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.jobs.caption_result import CaptionResult
    from captious.jobs.transcript_result import TranscriptResult
    from captious.reports.rows import Row


@dataclass(frozen=True, slots=True, repr=False)
class PublishResult:
    """Everything that is published with an episode.

    Args:
        captions: the captions.
        transcript: the readable transcript: page, chapters, description, notes.
        texts: file name to the text of the file, in the order of use; ``NEXT.md`` says what to do with each.
    """

    captions: CaptionResult
    transcript: TranscriptResult
    texts: Mapping[str, str]

    @property
    def issues(self) -> tuple[str, ...]:
        """The limits of the style that the captions break, a sentence each; empty if there are none."""
        return self.captions.issues

    @property
    def rows(self) -> tuple[Row, ...]:
        """The summary: that of the captions, then the chapters and what there is to say about them."""
        return (*self.captions.rows, *self.transcript.page_rows)

    def __repr__(self) -> str:
        files = count(len(self.texts), "file")
        cues, chapters = len(self.captions.cues), len(self.transcript.episode.chapters)
        return f"<PublishResult {files}: {count(cues, 'cue')}, {count(chapters, 'chapter')}>"
