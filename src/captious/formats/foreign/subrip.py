"""Markup of another format in the text of SubRip, and how SubRip would have it."""

from __future__ import annotations

import re
from typing import NamedTuple

from captious.formats.foreign import signs
from captious.formats.foreign.reading import pieces
from captious.formats.foreign.signs import BREAKS, LOOKS, REFERENCES, SPACES, TIMES, VOICES
from captious.formats.srt import markup
from captious.formats.vtt.colours import COLOURS
from captious.formats.vtt.entities import decode

_OWN = frozenset(("b", "i", "u", "s", "font"))
_BLANKS = re.compile(r"[ \t]*\n(?:[ \t]*\n)*[ \t]*")


class Piece(NamedTuple):
    """A piece of markup.

    Args:
        start: its offset in the text.
        end: the offset after it.
        what: what it is, in the plural.
        native: what SubRip has in its place.
    """

    start: int
    end: int
    what: str
    native: str


def find_pieces(text: str) -> list[Piece]:
    """The markup of another format in a text of SubRip.

    Args:
        text: the text of a cue, as written.
    """
    found: list[Piece] = []
    classes: list[str] = []
    for start, end, kind in pieces(text, tags=True):
        written = text[start:end]
        if kind == "break":
            found.append(Piece(start, end, BREAKS, "\n"))
        elif kind == "escape":
            found.append(Piece(start, end, *((BREAKS, "\n") if written == "\\N" else (SPACES, "\u00a0"))))
        elif kind == "reference":
            found.append(Piece(start, end, REFERENCES, signs.decoded(written)))
        elif kind == "time":
            found.append(Piece(start, end, TIMES, ""))
        elif kind == "tag" and (tag := signs.TAG.fullmatch(written)) is not None:
            name = tag["name"].lower()
            if name not in _OWN:
                found.append(Piece(start, end, *_of_tag(tag, name, classes)))
    return found


def in_subrip(text: str, found: list[Piece]) -> str:
    """The text with each piece as SubRip has it, and without blank lines; text that would become a tag is kept apart.

    Args:
        text: the text of a cue, as written.
        found: its pieces, from `find_pieces`.
    """
    made: list[str] = []
    done = 0
    for piece in found:
        made += (text[done : piece.start], piece.native)
        done = piece.end
    made.append(text[done:])
    new = _BLANKS.sub("\n", "".join(made)).strip("\n ")
    kept = sum(piece.what == LOOKS and piece.native != "" for piece in found) + len(markup.TAG.findall(text))
    # <b> that was written as &lt;b&gt; is shown, and would become a tag
    return new if len(markup.TAG.findall(new)) <= kept else text


def _of_tag(tag: re.Match[str], name: str, classes: list[str]) -> tuple[str, str]:
    """What a tag is, and what SubRip has in its place; keeps the closings of the classes that are open."""
    closes = tag[0].startswith("</")
    if name in signs.BREAKING:
        return BREAKS, "\n"
    if name == "v":
        who = " ".join(decode(tag["rest"] or "").split())
        return VOICES, f"{who}: " if who and not closes else ""
    if name in ("c", "span"):
        if closes:
            return LOOKS, classes.pop() if classes else ""
        named = [*tag["classes"].split("."), signs.colour_of(tag[0])]
        colour = next((each for each in named if each in COLOURS), None)
        classes.append("</font>" if colour else "")
        return LOOKS, f'<font color="{COLOURS[colour]}">' if colour else ""
    name = signs.MEANT.get(name, "")
    return LOOKS, f"<{'/' * closes}{name}>" if name else ""
