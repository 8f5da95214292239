"""Captions as text to be read: plain, and Markdown. Only written: what is read as a transcript is captioned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.formats.exchange.features import SPEAKERS, TIMES
from captious.formats.exchange.model import ExchangeFormat
from captious.formats.exchange.turns import turns_of

if TYPE_CHECKING:
    from captious.core.document import Document

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST = re.compile(r"^([-+]|[0-9]+[.)])(?=\s)")


def write_text(document: Document) -> str:
    """A paragraph for each turn, ``Name: …`` where the speaker is known."""
    paragraphs = [
        f"{turn.speaker}: {turn.text}" if turn.speaker is not None else turn.text
        for turn in turns_of(document, cut=False)
    ]
    return "\n\n".join(paragraphs) + "\n"


def write_markdown(document: Document) -> str:
    """A paragraph for each turn with name and time; marks of Markdown in the text are escaped."""
    paragraphs = []
    for turn in turns_of(document):
        text = escape_markdown(turn.text)
        name = escape_markdown(turn.speaker or "")
        head = f"**{name}** ({short_time(turn.start_ms)})" if name else f"({short_time(turn.start_ms)})"
        paragraphs.append(f"{head}: {text}" if name else f"{head} {text}")
    return "\n\n".join(paragraphs) + "\n"


def escape_markdown(text: str) -> str:
    """A text on one line as a paragraph of Markdown that shows it as it is."""
    return _LIST.sub(lambda match: "\\" + match[0], _MARKS.sub(r"\\\1", text))


TEXT = ExchangeFormat(
    "text", "plain text", (".txt",), "text/plain", holds=frozenset({SPEAKERS}), write=write_text
)
MARKDOWN = ExchangeFormat(
    "markdown",
    "Markdown",
    (".md",),
    "text/markdown",
    holds=frozenset({SPEAKERS, TIMES}),
    write=write_markdown,
)
