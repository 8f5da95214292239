"""The formats of exchange there are, and which one a text is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.exchange.ass import ASS
from captious.formats.exchange.podcast_html import PODCAST_HTML
from captious.formats.exchange.podcast_json import PODCAST_JSON
from captious.formats.exchange.prose import MARKDOWN, TEXT
from captious.formats.exchange.sbv import SBV
from captious.formats.exchange.scc import SCC
from captious.formats.exchange.table import CSV, TSV
from captious.formats.exchange.ttml.format import TTML

if TYPE_CHECKING:
    from captious.formats.exchange.model import ExchangeFormat

EXCHANGE: tuple[ExchangeFormat, ...] = (
    TTML, SBV, SCC, ASS, PODCAST_JSON, PODCAST_HTML, CSV, TSV, TEXT, MARKDOWN,
)  # fmt: skip
"""Every format of exchange, in the order they are listed to users. A new one is one more entry."""
