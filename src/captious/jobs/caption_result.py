"""The result of `captious.caption`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.reports.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from captious.captioning import Captioning
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.base import Format
    from captious.timing.estimate import WordTimes
    from captious.transcripts.model import Transcript

_ROUNDED = "exact times"


@dataclass(frozen=True, slots=True, repr=False)
class CaptionResult:
    """Captions made from one source, in one layout or several.

    Args:
        transcript: the transcript, with remarks on what was dropped, guessed or changed.
        times: start and end of each word, and where they come from.
        made: an entry for each layout: its document, and the limits it was made for.
        outputs: the requested formats, in order.
        frame_rate: frames per second, for formats that count them; ``None`` = unknown.
    """

    transcript: Transcript
    times: WordTimes
    made: tuple[Captioning, ...]
    outputs: tuple[Format, ...]
    frame_rate: Fraction | None = None

    @property
    def document(self) -> Document:
        """The captions in the layout of the first requested format."""
        return self.made[0].document

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The cues of `document`."""
        return self.document.cues

    @property
    def documents(self) -> dict[str, Document]:
        """Format name to captions in its layout, for each requested format."""
        by_layout = {one.profile.format: one.document for one in self.made}
        return {output.name: by_layout[output.layout] for output in self.outputs}

    @property
    def texts(self) -> dict[str, str]:
        """Format name to the text of its file, for each requested format; written again on each access."""
        documents = self.documents
        return {
            output.name: output.write(documents[output.name], frame_rate=self.frame_rate)
            for output in self.outputs
        }

    @property
    def text(self) -> str:
        """The text of a file in the first requested format."""
        return self.outputs[0].write(self.document, frame_rate=self.frame_rate)

    @property
    def issues(self) -> tuple[str, ...]:
        """Times that cannot be right, and broken limits of the style, a sentence each; empty if there are none.

        A reading speed that no guide publishes is none of them: `rows` tells of the cues over it.
        """
        from captious.reports.caption_summary import shortcomings

        return (*self.times.warnings, *shortcomings(self.made))

    @property
    def rows(self) -> tuple[Row, ...]:
        """The summary: statistics, and everything that was dropped, guessed or breaks a limit."""
        from captious.reports.caption_summary import summarise

        return (*summarise(self.transcript, self.times, self.made), *self._losses())

    def _losses(self) -> Iterator[Row]:
        """What the notation of a format cannot hold of the captions: its characters, its columns, its speed.

        That times are rounded to what a format counts is no loss: they were made for it.
        """
        documents = self.documents
        for output in self.outputs:
            for loss in output.losses(documents[output.name], frame_rate=self.frame_rate):
                if not loss.what.startswith(_ROUNDED):
                    yield Row("loses", f"{output.name}: {loss}")

    def __repr__(self) -> str:
        formats = ", ".join(output.name for output in self.outputs)
        turns = count(len(self.transcript.turns), "turn")
        return f"<CaptionResult {formats}: {count(len(self.cues), 'cue')}, {turns}>"

    def _repr_html_(self) -> str:
        return self.document._repr_html_()
