r"""The text of an event in pieces, and override tags by their full names.

Sources:
    Aegisub's manual, "ASS override tags"; libass, ass_parse.c, for where a block ends and what is unknown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

JOINER = "\u2060"
"""Parts a backslash from a letter after it, with which it would be a code."""
_PIECE = re.compile(rf"\\([Nnh{{}}{JOINER}])|\{{([^}}]*)\}}|[^\\{{]+|(?:\\(?=\\))+|[\\{{]")
# the same where no block can be: its second group never matches
_UNCLOSED = re.compile(rf"\\([Nnh{{}}{JOINER}])|()(?!)|[^\\]+|(?:\\(?=\\))+|\\")

_TEXTUAL = frozenset({"fn", "r"})
"""Tags whose argument is a name."""
_COLOURS = frozenset({"c", "1c", "2c", "3c", "4c", "alpha", "1a", "2a", "3a", "4a"})
_COMPLEX = frozenset({"pos", "move", "org", "fad", "fade", "t", "clip", "iclip"})
"""Tags whose arguments are in parentheses."""
_NUMERIC = frozenset((
    "i", "b", "u", "s", "bord", "xbord", "ybord", "shad", "xshad", "yshad", "be", "blur", "fs", "fscx",
    "fscy", "fsc", "fsp", "frx", "fry", "frz", "fr", "fax", "fay", "fe", "an", "a", "k", "K", "kf", "ko",
    "kt", "q", "p", "pbo",
))  # fmt: skip
KARAOKE = ("k", "K", "kf", "ko")
"""Tags that begin a syllable, with its length in hundredths of a second."""
_NAMES = sorted(_TEXTUAL | _COLOURS | _COMPLEX | _NUMERIC, key=len, reverse=True)
_NAME = re.compile("|".join(_NAMES))
_WRITTEN_NAME = re.compile(r"[0-9]?[A-Za-z]{0,40}")
_NUMBER = re.compile(r"[-+]?[0-9.]*")
_COLOUR = re.compile(r"&?[Hh]?[0-9A-Fa-f]*&?")


class Piece(NamedTuple):
    """A part of the text of an event.

    Args:
        kind: ``"text"``, ``"block"`` (of overrides, ``value`` is what is in the braces), ``"hard"`` and ``"soft"``
            (line breaks), ``"space"`` (one that does not break), ``"escape"`` (``value`` is what is shown), or
            ``"brace"`` (one that is not closed).
        value: its text.
        start: its offset in the text.
        end: the offset past it.
    """

    kind: str
    value: str
    start: int
    end: int


class Tag(NamedTuple):
    """An override tag.

    Args:
        name: its full name; empty = it is unknown.
        value: its argument, or arguments without the parentheses around them.
        written: the whole tag.
        start: its offset in the block.
    """

    name: str
    value: str
    written: str
    start: int


def pieces(text: str, start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """The parts of a text, in order; linear, however many braces are not closed."""
    end = len(text) if end is None else end
    closed = text.rfind("}", start, end) + 1
    for pattern, begin, stop in ((_PIECE, start, max(closed, start)), (_UNCLOSED, max(closed, start), end)):
        for match in pattern.finditer(text, begin, stop):
            code, block = match[1], match[2]
            if code == "N":
                yield Piece("hard", "\n", *match.span())
            elif code == "n":
                yield Piece("soft", "\n", *match.span())
            elif code == "h":
                yield Piece("space", "\u00a0", *match.span())
            elif code:
                yield Piece("escape", "\\" if code == JOINER else code, *match.span())
            elif block is not None:
                yield Piece("block", block, *match.span())
            else:
                yield Piece("brace" if "{" in match[0] else "text", match[0], *match.span())


def block_tags(block: str) -> Iterator[Tag]:
    r"""The tags of a block; what is in the parentheses of ``\t`` is part of it."""
    place = block.find("\\")
    while place >= 0:
        stop, depth = place + 1, 0
        while stop < len(block) and (depth or block[stop] != "\\"):
            depth += (block[stop] == "(") - (block[stop] == ")" and depth > 0)
            stop += 1
        yield _tag(block[place:stop], place)
        place = stop if stop < len(block) else -1


def comment_of(block: str) -> str:
    """What is in a block above its first tag, which nobody sees."""
    return block.partition("\\")[0].strip()


def unknown_name(tag: Tag) -> str:
    r"""The name of an unknown tag as written: ``\jitter``."""
    name = _WRITTEN_NAME.match(tag.written[1:].lstrip())
    return "\\" + (name[0] if name is not None and name[0] else tag.written[1:].strip()[:40])


def _tag(written: str, start: int) -> Tag:
    body = written[1:].lstrip()
    found = _NAME.match(body)
    name = found[0] if found is not None else ""
    if name and not _fits(name, body[len(name) :]):
        # a name may begin like a longer one: what follows decides
        shorter = (one for one in _NAMES if len(one) < len(name) and body.startswith(one))
        name = next((one for one in shorter if _fits(one, body[len(one) :])), "")
    if not name:
        return Tag("", "", written, start)
    argument = body[len(name) :].strip()
    if argument.startswith("("):
        inside = argument[1:].removesuffix(")") if name == "t" else argument[1:].partition(")")[0]
        argument = inside.strip()
    return Tag(name, argument, written, start)


def _fits(name: str, rest: str) -> bool:
    if name in _TEXTUAL:
        return True
    if name in _COMPLEX:
        return rest.lstrip().startswith("(")
    argument = rest.strip()
    if argument.startswith("("):
        argument = argument[1:].partition(")")[0].strip()
    return (_COLOUR if name in _COLOURS else _NUMBER).fullmatch(argument) is not None
