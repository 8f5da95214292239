"""Captions as plain text. It is only written: as input, plain text is a transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.exchange.turns import turns_of

if TYPE_CHECKING:
    from captious.core.document import Document


def write(document: Document) -> str:
    """A paragraph for each turn, ``Name: …`` where the speaker is known."""
    paragraphs = [
        f"{turn.speaker}: {turn.text}" if turn.speaker is not None else turn.text
        for turn in turns_of(document, split=False)
    ]
    return "\n\n".join(paragraphs) + "\n"
