"""The text profile of IMSC 1.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.exchange.ttml import format as ttml

if TYPE_CHECKING:
    from captious.core.document import Document

PROFILE = "http://www.w3.org/ns/ttml/profile/imsc1.3/text"
"""Designator of the text profile (W3C IMSC 1.3 §5)."""

read = ttml.read
"""It is read as all TTML is."""


def recognises(_text: str) -> bool:
    """Never: it is recognised as TTML."""
    return False


def write(document: Document) -> str:
    """The document as IMSC 1.3 text."""
    from captious.formats.exchange.ttml import writer  # late: most runs only read

    return writer.write(document, profile=PROFILE)
