"""The TTML module for the registry; reader and writer are imported when called, since most runs need only one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.exchange.ttml.names import TEXT_PROFILE

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.document import Document
    from captious.formats.base import Reading

_FIRST = re.compile(
    r"\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:[\w.-]+:)?tt[\s/>]",
    re.DOTALL,
)
"""A root element of TTML's name, in any namespace or none: no other format of captions or of pages has it."""


def read(text: str, *, frame_rate: Fraction | None = None) -> Reading:
    """See `captious.formats.exchange.ttml.reader.read`."""
    from captious.formats.exchange.ttml import reader

    return reader.read(text, frame_rate=frame_rate)


def write(document: Document) -> str:
    """See `captious.formats.exchange.ttml.writer.write`."""
    from captious.formats.exchange.ttml import writer

    return writer.write(document, profile=TEXT_PROFILE)


def recognises(text: str) -> bool:
    """Whether the first element of a text is TTML's."""
    return "<" in text[:100] and _FIRST.match(text[:5000].lstrip("\ufeff")) is not None
