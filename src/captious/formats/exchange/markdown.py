"""Captions as Markdown prose. It is only written: as input, Markdown is a transcript."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.formats.exchange.turns import turns_of

if TYPE_CHECKING:
    from captious.core.document import Document

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST = re.compile(r"^([-+]|[0-9]+[.)])(?=\s)")


def write(document: Document) -> str:
    """A paragraph for each turn with name and time; special characters are escaped."""
    paragraphs = []
    for turn in turns_of(document):
        text = escape_markdown(turn.text)
        name = escape_markdown(turn.speaker or "")
        head = f"**{name}** ({short_time(turn.start_ms)})" if name else f"({short_time(turn.start_ms)})"
        paragraphs.append(f"{head}: {text}" if name else f"{head} {text}")
    return "\n\n".join(paragraphs) + "\n"


def escape_markdown(text: str) -> str:
    """Escapes a text on one line for use as a paragraph of Markdown."""
    return _LIST.sub(lambda match: "\\" + match[0], _SPECIAL.sub(r"\\\1", text))
