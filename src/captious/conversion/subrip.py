"""Losses of SubRip files as WebVTT documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.base import Loss
from captious.formats.foreign.overrides import parse_override
from captious.formats.srt.markup import TAG
from captious.formats.vtt.colours import COLOURS, NAMES

if TYPE_CHECKING:
    from captious.core.document import Document

_KEPT = re.compile(r"</?[biu]>|</font>|\{\\an[789]\}", re.IGNORECASE)
_USUAL_PLACE = ("{\\an2}", "{\\a2}")
_FONT = re.compile(r"<font[ \t]+color[ \t]*=[ \t]*[\"']?(#?[0-9a-z]+)[\"']?[ \t]*>", re.IGNORECASE)


def losses_of(document: Document) -> tuple[Loss, ...]:
    """Report tags without a WebVTT counterpart, and coordinates after the times."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, cue in enumerate(document.cues, 1):
        used = {"coordinates": cue.settings} if cue.settings else {}
        if "<" in cue.text or "{" in cue.text:
            for tag in TAG.finditer(cue.text):
                if what := _lost(tag[0]):
                    used.setdefault(what, tag[0])
        for what, example in used.items():
            found.setdefault(what, []).append((number, example))
    return tuple(Loss(what, len(places), *places[0]) for what, places in found.items())


def _lost(tag: str) -> str:
    """The loss of a tag; empty if it is kept."""
    if _KEPT.fullmatch(tag):
        return ""
    if tag[0] == "{":
        override = parse_override(tag)
        is_kept = override.looks or override.settings or tag in _USUAL_PLACE
        if is_kept and not override.unknown and ("s", True) not in override.looks and not override.colour:
            return ""
    font = _FONT.fullmatch(tag)
    colour = font[1].lower() if font is not None else ""
    if colour in COLOURS or (colour if colour.startswith("#") else f"#{colour}") in NAMES:
        return ""
    return (
        "fonts and colours other than WebVTT's eight" if tag[:5].lower() == "<font" else "tags WebVTT lacks"
    )
