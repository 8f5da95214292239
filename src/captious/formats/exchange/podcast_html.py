"""The HTML transcripts of podcasts: a name, a time and a paragraph for each turn.

Sources:
    Podcasting 2.0 namespace, docs/examples/transcripts/transcripts.md: HTML; ``<cite>``, ``<time>``, ``<p>``.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from captious.core.clock import parse_clock, short_time
from captious.errors import CaptiousError, FormatError
from captious.formats.base import Loss, Reading
from captious.formats.exchange.build import make_cue, make_document, plain_lines
from captious.formats.exchange.turns import turns_of

if TYPE_CHECKING:
    from captious.core.document import Document

_TITLE = "Podcast Namespace HTML"
_LAST_MS = 3000
"""Duration of the last turn, whose end is unknown. Our own value."""
_CITE = re.compile(r"<cite\b", re.IGNORECASE)
_TIME = re.compile(r"<time\b", re.IGNORECASE)


def recognises(text: str) -> bool:
    """Whether a text has elements for names and times."""
    return _CITE.search(text[:100_000]) is not None and _TIME.search(text[:100_000]) is not None


class _Turns(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.turns: list[tuple[int, str | None, list[str]]] = []
        self._inside = ""
        self._held: list[str] = []
        self._speaker: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in ("cite", "time", "p"):
            self._end()
            self._inside, self._held = tag, []
        elif tag == "br":
            self._held.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._end()

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._held.append(data)

    def close(self) -> None:
        super().close()
        self._end()

    def _end(self) -> None:
        text, inside = "".join(self._held).strip(), self._inside
        self._inside, self._held = "", []
        if inside == "cite":
            self._speaker = text.removesuffix(":").strip() or None
        elif inside == "time":
            line, column = self.getpos()
            try:
                self.turns.append((parse_clock(text), self._speaker, []))
            except CaptiousError as error:
                raise FormatError(error.message, line=line, column=column + 1) from None
        elif inside == "p" and text:
            if not self.turns:
                line, column = self.getpos()
                raise FormatError("a paragraph before the first time", line=line, column=column + 1)
            self.turns[-1][2].append(" ".join(text.split()))


def read(text: str) -> Reading:
    """A cue for each turn, up to the start of the next.

    Raises:
        FormatError: an invalid time, with line and column; or no turns.
    """
    parser = _Turns()
    parser.feed(text.lstrip("\ufeff"))
    parser.close()
    turns = [turn for turn in parser.turns if turn[2]]
    cues = []
    for number, (start, speaker, paragraphs) in enumerate(turns):
        end = turns[number + 1][0] if number + 1 < len(turns) else start + _LAST_MS
        cues.append(make_cue(start, max(end, start + 1), plain_lines("\n".join(paragraphs)), speaker=speaker))
    return Reading(
        make_document(cues, title=_TITLE), losses=(Loss("the end of the last turn, which is guessed"),)
    )


def write(document: Document) -> str:
    """A turn for each change of speaker, with its start time."""
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(document.language or "und")}">',
        '<meta charset="utf-8">',
    ]
    parts += ["<title>Transcript</title>"]
    for turn in turns_of(document):
        if turn.speaker is not None:
            parts.append(f"<cite>{escape(turn.speaker)}:</cite>")
        parts.append(f"<time>{short_time(turn.start_ms)}</time>")
        parts.append(f"<p>{escape(turn.text, quote=False)}</p>")
    return "\n".join([*parts, "</html>"]) + "\n"
