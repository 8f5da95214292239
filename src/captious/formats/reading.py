"""The result of reading a text: the document, what is wrong in it, and what it could not hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr
from captious.core.numbers import count

if TYPE_CHECKING:
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.formats.delivery import Delivery
    from captious.formats.origin import Origin


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that is lost when a document is read or written.

    Args:
        what: its name in the plural, such as ``"colours"``.
        count: number of cues with it; 0 if it belongs to the file.
        first: 1-based number of the first of them; 0 if it belongs to the file.
        example: an example as written; empty if the name is enough.
    """

    what: str
    count: int = 0
    first: int = 0
    example: str = ""

    __repr__ = short_repr

    def __str__(self) -> str:
        """``colours in 12 cues, first in cue 3 (yellow)``."""
        text = self.what
        if self.count:
            text += f" in {count(self.count, 'cue')}"
            text += f", {'' if self.count == 1 else 'first '}cue {self.first}"
        return f"{text} ({self.example})" if self.example else text


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a text.

    Args:
        document: the document, in the format itself for SubRip and WebVTT, otherwise in ``vtt``.
        findings: the issues in the file, in the order of its text.
        losses: what is in the file, but not in the document.
        origin: the file that the document was made of; ``None`` for SubRip and WebVTT, whose documents are their files.
        delivery: what the file says besides the captions; ``None`` = nothing.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    losses: tuple[Loss, ...] = ()
    origin: Origin | None = None
    delivery: Delivery | None = None

    @property
    def source(self) -> str:
        """The text of the file, to which the places of findings refer; empty for a binary file."""
        return self.document.source or "" if self.origin is None else self.origin.source

    @property
    def located(self) -> Document:
        """The document as it lies in its file: with its format and text, and the place of each cue, if it has one.

        The texts of its cues are still in WebVTT's syntax, unless the file is SubRip.
        """
        return self.document if self.origin is None else self.origin.locate(self.document)

    def __repr__(self) -> str:
        found = count(len(self.findings), "finding")
        return f"<Reading {self.document.format}: {count(len(self.document.cues), 'cue')}, {found}>"

    def _repr_html_(self) -> str:
        table = self.document._repr_html_()
        from captious.core.finding import findings_table  # late: only notebooks ask

        return table + findings_table(self.findings) if self.findings else table
