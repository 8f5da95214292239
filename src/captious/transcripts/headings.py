"""Headings that are labels: they alternate among few names, ``### Anna Lind``, or hold a label and its text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from captious.lexicon.load import load_lexicon
from captious.transcripts.names import LONGEST_NAME, fold, is_name_word, is_numbered, is_plausible
from captious.transcripts.timestamps import TIME

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.{1,4000}?)\s*#*\s*")
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\([^()\s]{0,500}\)")
_STAMP = re.compile(rf"[\[(]{{0,2}}{TIME}[\])]{{0,2}}", re.ASCII)
_EDGES = "*_ \t|·–—-:[]()#"
_FEWEST = 3


def find_label_headings(lines: Sequence[str], known: Collection[str] = ()) -> frozenset[int]:
    """The 0-based numbers of the headings that are labels, or times.

    A name that is there once is one among headings that are nearly all names that come again.

    Args:
        lines: the lines of the text.
        known: names that are labels whatever the evidence.
    """
    folded = set(map(fold, known))
    names: dict[int, str] = {}
    headings = 0
    for number, line in enumerate(lines):
        match = _HEADING.fullmatch(line) if line.lstrip().startswith("#") else None
        if match is None:
            continue
        headings += 1
        name = _name_in(match[1])
        if name:
            names[number] = name
    stamps = frozenset(
        number
        for number, line in enumerate(lines)
        if line.lstrip().startswith("#")
        and (match := _HEADING.fullmatch(line))
        and _STAMP.fullmatch(match[1])
    )
    counts = Counter(names.values())
    repeated = sum(times for times in counts.values() if times > 1)
    if repeated < _FEWEST:
        return stamps | {number for number, name in names.items() if name in folded}
    most = repeated >= 0.7 * headings
    return stamps | {number for number, name in names.items() if counts[name] > 1 or most or name in folded}


def _name_in(text: str) -> str:
    """The folded name that a heading is, or that leads its text with a colon; empty if there is none."""
    text = _STAMP.sub(" ", _LINK.sub(r"\1", text)).strip(_EDGES)
    head, colon, _ = text.partition(":")
    words = (head if colon else text).strip(_EDGES).split()
    if not 0 < len(words) <= LONGEST_NAME:
        return ""
    lexicon = load_lexicon("en")
    shaped = all(
        is_name_word(word, last=not after, following=after, titles=lexicon.titles)
        for word, after in zip(words, [*words[1:], ""], strict=True)
    )
    if not shaped or not (is_plausible(words, lexicon, once=True) or is_numbered(words)):
        return ""
    return fold(" ".join(words))
