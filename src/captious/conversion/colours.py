"""Speakers from text colours, and text colours for speakers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.formats.base import Loss
from captious.formats.exchange.rich import Look, Run, cue_text, rich_lines
from captious.formats.vtt.text import parse_text, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from captious.core.cue import Cue
    from captious.core.document import Document


def named_by_colours(document: Document, names: Mapping[str, str]) -> Document:
    """Set voices by text colours: ``{"yellow": "Ann"}``.

    A cue in only one of them gets its speaker and loses the colour; ``white`` stands for text without one.
    """
    cues = []
    for cue in document.cues:
        colours = {run.look.colour or "white" for line in rich_lines(cue.text) for run in line}
        name = names.get(next(iter(colours))) if len(colours) == 1 else None
        if name is None or cue.speaker is not None:
            cues.append(cue)
            continue
        lines = [
            [Run(run.text, replace(run.look, colour=None)) for run in line] for line in rich_lines(cue.text)
        ]
        cues.append(_retexted(cue, cue_text(lines, name)))
    return replace(document, cues=tuple(cues))


def unnamed_colours(document: Document) -> tuple[Loss, ...]:
    """Report colours that may identify speakers: whole cues in one, in a document that names no speaker."""
    if any(cue.speaker for cue in document.cues):
        return ()
    found: dict[str, list[int]] = {}
    for number, cue in enumerate(document.cues, 1):
        if "<c" in cue.text:
            looks = {run.look.colour for line in rich_lines(cue.text) for run in line}
            if len(looks) == 1 and (colour := next(iter(looks))) is not None:
                found.setdefault(colour, []).append(number)
    numbers = sorted(number for each in found.values() for number in each)
    if not numbers:
        return ()
    what = "colours that may identify speakers (--colour gives them names)"
    return (Loss(what, len(numbers), numbers[0], ", ".join(found)),)


def coloured_by_speaker(document: Document, colours: Sequence[str]) -> Document:
    """Colour the text of each speaker, for formats without voices and style sheets.

    Args:
        document: of format ``vtt``.
        colours: names of colours, the first for the first speaker; more speakers than colours have the first.
    """
    speakers = list(dict.fromkeys(cue.speaker for cue in document.cues if cue.speaker))
    if len(speakers) < 2 or len(colours) < 2:
        return document
    given = dict(zip(speakers, colours, strict=False))
    cues = []
    for cue in document.cues:
        colour = given.get(cue.speaker or "", colours[0])
        if colour == "white" or any(node.kind == "time" or node.classes for node in parse_text(cue.text)):
            cues.append(cue)
            continue
        lines = [
            [Run(run.text, _coloured(run.look, colour)) for run in line] for line in rich_lines(cue.text)
        ]
        cues.append(_retexted(cue, cue_text(lines, cue.speaker)))
    return replace(document, cues=tuple(cues))


def _coloured(look: Look, colour: str) -> Look:
    return replace(look, colour=look.colour or colour)


def _retexted(cue: Cue, text: str) -> Cue:
    lines, speaker = visible(text)
    return replace(cue, text=text, lines=lines, speaker=speaker, span=None)
