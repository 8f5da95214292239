"""The TTML module for the registry; reader and writer are imported when called, since most runs need only one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.core.document import Document
    from captious.formats.base import Reading

_ROOT = re.compile(r"<(?:\w+:)?tt[ \t\r\n>][^<]*http://www\.w3\.org/(?:ns/ttml|2006/(?:04|10)/ttaf1)")


def read(text: str) -> Reading:
    """See `captious.formats.exchange.ttml.reader.read`."""
    from captious.formats.exchange.ttml import reader

    return reader.read(text)


def write(document: Document) -> str:
    """See `captious.formats.exchange.ttml.writer.write`."""
    from captious.formats.exchange.ttml import writer

    return writer.write(document)


def recognises(text: str) -> bool:
    """Whether the first element of a text is TTML's."""
    return _ROOT.search(text[:5000]) is not None
