"""Direction marks around lines of text, in files for players that do not find the direction of a line by themselves.

A player lays out each line of a cue by itself, so marks that wrap a text have to wrap each of its lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Controls of the direction of text (Unicode Standard Annex 9)."""
RIGHT_TO_LEFT = (
    "\u05d0-\u05ea\u05ef-\u05f2\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0710-\u074f\u0750-\u07b1"
    "\u07ca-\u07ea\u0860-\u086a\u0870-\u08c9\ufb1d-\ufdfb\ufe70-\ufefc"
)
"""Letters written from right to left, for a character class: Hebrew, Arabic, Syriac, Thaana, N'Ko."""
_EMBEDDINGS, _POP_EMBEDDING = "\u202a\u202b\u202d\u202e", "\u202c"
_ISOLATES, _POP_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_EDGES = DIRECTION_MARKS + " "


class Unwrapped(NamedTuple):
    """Lines without the direction marks around them.

    Args:
        head: the marks that each line begins with.
        lines: what is between.
        tail: the marks that each line ends with.
    """

    head: str
    lines: tuple[str, ...]
    tail: str

    def wrap(self, lines: Iterable[str]) -> tuple[str, ...] | None:
        """Other lines of the same text with these marks; ``None`` where a mark within would come to their ends."""
        broken = tuple(lines)
        if any(line[0] in DIRECTION_MARKS or line[-1] in DIRECTION_MARKS for line in broken):
            return None
        if not all(map(is_paired, broken)):
            return None
        return tuple(f"{self.head}{line}{self.tail}" for line in broken)


def unwrap(lines: Sequence[str]) -> Unwrapped | None:
    """Take the direction marks around lines off; ``None`` where it is uncertain what they mean for other lines.

    That is so where lines differ in their marks, where marks are only at the end, and where pairs cross lines.
    """
    heads, bodies, tails = set(), [], set()
    for line in lines:
        rest = line.lstrip(_EDGES)
        body = rest.rstrip(_EDGES)
        heads.add(line[: len(line) - len(rest)].replace(" ", ""))
        tails.add(rest[len(body) :].replace(" ", ""))
        bodies.append(body)
    if len(heads) > 1 or len(tails) > 1 or not all(bodies) or not all(map(is_paired, bodies)):
        return None
    head, tail = "".join(heads), "".join(tails)
    closes = _POP_EMBEDDING in head or _POP_ISOLATE in head
    return None if closes or (tail and not head) else Unwrapped(head, tuple(bodies), tail)


def is_paired(text: str) -> bool:
    """Whether every embedding and isolate that begins in a text ends in it, and none ends that did not begin."""
    return text.isascii() or read_pairs(text) == ((), ())


def read_pairs(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The places of marks in a text that begin an embedding or isolate without ending it, and of ends without a begin.

    An end closes the mark that began last, and none of another kind.
    """
    opened: list[int] = []
    closing: list[int] = []
    for place, mark in enumerate(text):
        if mark in _EMBEDDINGS or mark in _ISOLATES:
            opened.append(place)
        elif mark in (_POP_EMBEDDING, _POP_ISOLATE):
            if opened and closing_mark(text[opened[-1]]) == mark:
                opened.pop()
            else:
                closing.append(place)
    return tuple(opened), tuple(closing)


def closing_mark(mark: str) -> str:
    """The mark that ends what another begins."""
    return _POP_EMBEDDING if mark in _EMBEDDINGS else _POP_ISOLATE
