"""TTML as a format of exchange."""

from __future__ import annotations

import re

from captious.formats.exchange.features import BREAKS, COLOUR, EMPTY, END_TIMES, MARKUP, SPEAKERS, TIMES, TOP
from captious.formats.exchange.model import ExchangeFormat
from captious.formats.exchange.ttml.reader import read
from captious.formats.exchange.ttml.writer import write

_ROOT = re.compile(r"<(?:\w+:)?tt[ \t\r\n>][^<]*http://www\.w3\.org/(?:ns/ttml|2006/(?:04|10)/ttaf1)")


def recognises(text: str) -> bool:
    """Whether the first element of a text is TTML's."""
    return _ROOT.search(text[:5000]) is not None


TTML = ExchangeFormat(
    "ttml",
    "TTML (IMSC 1.1 text)",
    (".ttml", ".xml", ".dfxp", ".imsc"),
    "application/ttml+xml",
    holds=frozenset({TIMES, END_TIMES, BREAKS, EMPTY, MARKUP, COLOUR, SPEAKERS, TOP}),
    read=read,
    write=write,
    recognises=recognises,
)
