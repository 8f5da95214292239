"""What the writers of all kinds of TTML share: text that XML can hold, speakers, regions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from captious.formats.exchange.ttml.boxes import BOTTOM, TOP, box_of
from captious.formats.exchange.ttml.inline import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.exchange.ttml.boxes import Box

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_of(text: str) -> str:
    """A text as XML; what XML cannot hold becomes U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", text))


def attribute(name: str, value: str) -> str:
    """An attribute with a space before it."""
    return f" {name}={quoteattr(_NOT_XML.sub(chr(0xFFFD), value))}"


def agents_of(document: Document) -> dict[str, str]:
    """The speakers of a document, each with its identifier in the file."""
    names: dict[str, None] = {}
    for cue in document.cues:
        if cue.speaker:
            names.setdefault(cue.speaker)
        if "<v" in cue.text:
            names.update((part.speaker, None) for line in parts_of(cue.text) for part in line if part.speaker)
    return {name: f"speaker{number}" for number, name in enumerate(names, 1)}


def agent_elements(agents: dict[str, str]) -> str:
    """The elements that name the speakers, each on its line."""
    return "".join(
        f'      <ttm:agent xml:id="{agent}" type="person"><ttm:name type="full">{text_of(name)}</ttm:name>'
        "</ttm:agent>\n"
        for name, agent in agents.items()
    )


def boxes_of(document: Document) -> list[Box]:
    """The regions that a document needs: those at the bottom and at the top, and others that its cues are in."""
    return list(dict.fromkeys([BOTTOM, TOP, *(box_of(cue.settings) for cue in document.cues)]))


def divisions(cues: Iterable[Cue]) -> Iterator[list[tuple[int, Cue]]]:
    """The cues with their numbers, in divisions.

    Cues with the same times are in divisions of their own: in one, paragraphs with the same times are rows.
    """
    held: list[tuple[int, Cue]] = []
    for number, cue in enumerate(cues, 1):
        if held and (cue.start_ms, cue.end_ms) == (held[-1][1].start_ms, held[-1][1].end_ms):
            yield held
            held = []
        held.append((number, cue))
    if held:
        yield held
