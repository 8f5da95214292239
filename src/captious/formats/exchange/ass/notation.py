"""How fixes are written in ASS: characters, line breaks and times."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from captious.core.finding import Edit
from captious.formats.exchange.ass.tags import JOINER, KARAOKE, block_tags, pieces
from captious.formats.exchange.ass.times import written_time
from captious.formats.origin import Atom, Notation

if TYPE_CHECKING:
    from captious.formats.origin import CuePlace

_SYLLABLE = re.compile(r"\\\s{0,9}(?:kf|ko|[kK])\s{0,9}([0-9]{1,6}(?:\.[0-9]{1,3})?)", re.ASCII)


def make_notation(*, breaks_softly: bool) -> Notation:
    """The notation of a script.

    Args:
        breaks_softly: whether a soft line break is one; otherwise it is a space.
    """
    return Notation(
        partial(_atoms, soft="\n" if breaks_softly else " "),
        escaped,
        written_time,
        removal=_removal,
        stretch=_stretched,
    )


def escaped(text: str) -> str:
    """Plain text as ASS writes it; LF for the end of a line."""
    # a backslash before N, n, h or a tag would mean something: an invisible joiner separates them
    text = re.sub(r"\\(?=[Nnh{}]|$)", lambda _: "\\" + JOINER, text)
    text = text.replace("{", "\\{").replace("}", "\\}").replace("\u00a0", "\\h")
    return text.replace("\n", "\\N")


def _atoms(source: str, start: int, end: int, *, soft: str) -> list[Atom]:
    atoms: list[Atom] = []
    drawing = False
    for piece in pieces(source, start, end):
        if piece.kind == "block":
            for tag in block_tags(piece.value):
                if tag.name == "p":
                    drawing = tag.value not in ("", "0")
        elif drawing:
            continue
        elif piece.kind in ("text", "brace"):
            atoms += [Atom(char, place, place + 1) for place, char in enumerate(piece.value, piece.start)]
        else:
            atoms.append(Atom(soft if piece.kind == "soft" else piece.value, piece.start, piece.end))
    return atoms


def _stretched(source: str, place: CuePlace, factor: float) -> tuple[Edit, ...]:
    """The edits that stretch the syllables of karaoke; the ends of all of them are rounded, so that none drifts."""
    edits = []
    ends = done = 0.0
    for piece in pieces(source, *place.text):
        if piece.kind != "block":
            continue
        for tag in block_tags(piece.value):
            found = _SYLLABLE.match(tag.written)
            if tag.name not in KARAOKE or found is None:
                continue
            ends += float(found[1]) * factor
            length, done = round(ends) - done, round(ends)
            start = piece.start + 1 + tag.start + found.start(1)
            if f"{length:g}" != found[1]:
                edits.append(Edit(start, start + len(found[1]), f"{length:g}"))
    return tuple(edits)


def _removal(source: str, place: CuePlace) -> Edit:
    """The edit that removes the line of an event."""
    end = place.span.end
    if source[end : end + 2] == "\r\n":
        end += 2
    elif source[end : end + 1] in ("\r", "\n"):
        end += 1
    return Edit(place.span.start, end, "")
