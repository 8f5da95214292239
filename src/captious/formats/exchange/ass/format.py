"""What the registry calls for ASS; what reads and writes is imported when called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.exchange.ass.issues import ISSUES

if TYPE_CHECKING:
    from captious.core.document import Document
    from captious.formats.base import Loss, Reading

__all__ = ["ISSUES", "losses", "read", "recognises", "write"]

_SECTION = re.compile(r"^\[(?:Script Info|V4\+? Styles|Events)\]", re.IGNORECASE | re.MULTILINE)


def recognises(text: str) -> bool:
    """Whether a text has one of the sections of ASS."""
    return _SECTION.search(text[:20_000]) is not None


def read(text: str) -> Reading:
    """As `captious.formats.exchange.ass.reader.read`."""
    from captious.formats.exchange.ass import reader

    return reader.read(text)


def write(document: Document) -> str:
    """As `captious.formats.exchange.ass.writer.write`."""
    from captious.formats.exchange.ass import writer

    return writer.write(document)


def losses(document: Document) -> tuple[Loss, ...]:
    """As `captious.formats.exchange.ass.writer.losses`."""
    from captious.formats.exchange.ass import writer

    return writer.losses(document)
