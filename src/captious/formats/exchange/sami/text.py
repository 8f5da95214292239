"""The text of a paragraph of SAMI: HTML as people type it, to lines of runs."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

from captious.formats.exchange.rich import Look, Run, trim, with_styles
from captious.formats.vtt.colours import COLOURS, NAMES

if TYPE_CHECKING:
    from captious.formats.exchange.left_out import LeftOut
    from captious.formats.exchange.rich import Line

_PIECE = re.compile(r"<(/?)[ ]*([A-Za-z][A-Za-z0-9]*)([^<>]*)(>?)|([^<]+|<)")
_BREAK = re.compile(r"<br[ ]?/?>", re.IGNORECASE)
_NBSP = re.compile(r"&nbsp;?", re.IGNORECASE)
_UNEVEN = re.compile(r"  |[\t\r\n\f]")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_COLOUR = re.compile(r"\bcolor\s*[=:]\s*[\"']?\s*(#?\w+)", re.IGNORECASE)
_HEX = re.compile(r"#?([0-9a-f]{6})")
_MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline"}
_OTHER_NAMES = {"aqua": "cyan", "fuchsia": "magenta"}
_PLAIN_TAGS = frozenset(
    ("p", "sync", "body", "sami", "span", "font", "center", "div", "basefont", "ruby", "rb", "rp")
)
KNOWN_TAGS = _PLAIN_TAGS | _MARKS.keys() | {"br", "rt"}
_ATTRIBUTE = re.compile(r"(?<![\w-])[\w-]{1,40}\s{0,9}=\s{0,9}(?:\"[^\"]*\"|'[^']*'|\S+)")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>?")
_MOST_OPEN = 50
"""Open tags that an end tag may close: what is broken must not take longer than what is whole."""
_OTHER_COLOURS = "colours other than WebVTT's eight"


def read_lines(text: str, base: Look, left_out: LeftOut, number: int) -> list[Line]:
    """The lines of a paragraph; spaces and line ends of the source are one space.

    Args:
        text: as written, without comments.
        base: its text style.
        left_out: collects what has no place in a cue.
        number: the number of the cue.
    """
    if text.strip() == "&nbsp;":  # every other paragraph of most files
        return []
    written = _BREAK.split(text) if "<" in text else [text]
    if not any("<" in line for line in written):
        return [(Run(line, base),) for line in map(_shown, written) if line]
    lines: list[list[Run]] = [[]]
    looks: list[tuple[str, Look]] = []
    for piece in _PIECE.finditer(text):
        look = looks[-1][1] if looks else base
        if piece[5] is not None:
            _add(lines[-1], _SPACES.sub(" ", _plain(piece[5])), look)
            continue
        if not piece[4] and piece[2].lower() not in KNOWN_TAGS:
            _add(lines[-1], _SPACES.sub(" ", _plain(piece[0])), look)
            continue
        name, closes = piece[2].lower(), bool(piece[1])
        if name == "br":
            lines.append([])
        elif name == "rt":
            _add(lines[-1], ")" if closes else "(", look)  # what is read above the characters before it
        elif closes:
            _close(looks, name)
        else:
            looks.append((name, styled(name, piece[3], look, left_out, number)))
        if not piece[4] and (rest := text_in_tag(piece[3])):
            _add(lines[-1], rest, looks[-1][1] if looks else base)
    return [bare for line in lines if (bare := trim(line))]


def has_text(written: str) -> bool:
    """Whether a paragraph shows anything."""
    bare = _TAG.sub("", written) if "<" in written else written
    return bool(_plain(bare).strip())


def _plain(text: str) -> str:
    """A text with its references as characters; players read those of a space in any case."""
    return unescape(_NBSP.sub("\u00a0", text)) if "&" in text else text


def _shown(line: str) -> str:
    """A line without tags as it is shown."""
    line = _plain(line).strip()
    return _SPACES.sub(" ", line) if _UNEVEN.search(line) is not None else line


def text_in_tag(attributes: str) -> str:
    """The text that a tag without its ``>`` has swallowed: what is left of it without attributes."""
    return _SPACES.sub(" ", _plain(_ATTRIBUTE.sub("", attributes))).strip(" /")


def _add(line: list[Run], text: str, look: Look) -> None:
    if text.startswith(" ") and line and line[-1].text.endswith(" "):
        text = text[1:]
    if text:
        line.append(Run(text, look))


def _close(looks: list[tuple[str, Look]], name: str) -> None:
    """Closes the last open tag of a name, and those that were opened within it."""
    for place in range(len(looks) - 1, max(len(looks) - _MOST_OPEN, 0) - 1, -1):
        if looks[place][0] == name:
            del looks[place:]
            return


def styled(name: str, attributes: str, look: Look, left_out: LeftOut, number: int) -> Look:
    """The text style within a tag.

    Args:
        name: the name of the tag.
        attributes: its attributes as written.
        look: the text style around it.
        left_out: collects what has no place in a cue.
        number: the number of the cue.
    """
    if name in _MARKS:
        return with_styles(look, _MARKS[name])
    if name in ("font", "span"):
        found = _COLOUR.search(attributes)
        if found is not None:
            colour = colour_name(found[1])
            if colour is None:
                left_out.add(_OTHER_COLOURS, number, found[1])
            else:
                look = replace(look, colour=colour or None)
        elif attributes.strip() and name == "font":
            left_out.add("fonts", number, attributes.strip()[:40])
    elif name not in _PLAIN_TAGS:
        left_out.add("tags that mean nothing in captions", number, f"<{name}>")
    return look


def colour_name(written: str) -> str | None:
    """The name of one of WebVTT's eight colours; empty for white, which text has anyway; ``None`` for any other."""
    folded = written.strip().lower()
    code = _HEX.fullmatch(folded)
    name = NAMES.get(f"#{code[1]}") if code is not None else _OTHER_NAMES.get(folded, folded)
    if name not in COLOURS:
        return None
    return "" if name == "white" else name
