"""What `captious.caption` returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.numbers import count

if TYPE_CHECKING:
    from captious.captioning import Captioning
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.base import Format
    from captious.reports.rows import Row
    from captious.timing.estimate import WordTimes
    from captious.transcripts.model import Transcript


@dataclass(frozen=True, slots=True, repr=False)
class CaptionResult:
    """Captions made of one source, in one layout or in several.

    Args:
        transcript: what was captioned, with remarks on what was dropped, guessed or changed.
        times: when each word is said, and how that is known.
        made: an entry for each layout, with its document and the limits it was made under.
        outputs: the formats asked for, in their order.
    """

    transcript: Transcript
    times: WordTimes
    made: tuple[Captioning, ...]
    outputs: tuple[Format, ...]

    @property
    def document(self) -> Document:
        """The captions in the layout of the first format asked for."""
        return self.made[0].document

    @property
    def cues(self) -> tuple[Cue, ...]:
        """The cues of `document`."""
        return self.document.cues

    @property
    def documents(self) -> dict[str, Document]:
        """Format to captions in its layout, for each format asked for."""
        by_layout = {one.profile.format: one.document for one in self.made}
        return {output.name: by_layout[output.layout] for output in self.outputs}

    @property
    def texts(self) -> dict[str, str]:
        """Format to the text of its file, for each format asked for; written anew each time."""
        documents = self.documents
        return {output.name: output.write(documents[output.name]) for output in self.outputs}

    @property
    def text(self) -> str:
        """The text of a file in the first format asked for."""
        return self.outputs[0].write(self.document)

    @property
    def issues(self) -> tuple[str, ...]:
        """Where the captions could not keep the style, a sentence each; empty if they keep all of it."""
        from captious.reports.caption_summary import shortcomings

        return tuple(shortcomings(self.made))

    @property
    def rows(self) -> tuple[Row, ...]:
        """The summary: figures, and everything that was dropped, guessed or could not be kept."""
        from captious.reports.caption_summary import summarise

        return tuple(summarise(self.transcript, self.times, self.made))

    def __repr__(self) -> str:
        formats = ", ".join(output.name for output in self.outputs)
        turns = count(len(self.transcript.turns), "turn")
        return f"<CaptionResult {formats}: {count(len(self.cues), 'cue')}, {turns}>"

    def _repr_html_(self) -> str:
        return self.document._repr_html_()
