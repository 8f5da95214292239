"""Evidence for a name over the whole text: how often, where and in which notation it stands before a colon."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.transcripts.candidates import Candidate, name_text
from captious.transcripts.names import find_pair, is_plausible, name_length
from captious.transcripts.tokens import OPENS_BLOCK

if TYPE_CHECKING:
    from captious.lexicon import Lexicon
    from captious.transcripts.tokens import Tokens

ENOUGH_LABELS = 6
"""From this many labels in the middle of lines on, the text sets them there; fewer may be chance."""
ENOUGH_SMALL = 4
LONGEST_INITIALS = 3
"""Letters of initials in small letters."""
_LONGEST_CODE = 12
"""Words of a line of code."""
_CODE = re.compile(
    r"#[0-9a-fA-F]{3,8};?|-?[0-9.]{1,8}(?:px|r?em|%|pt|vh|vw|m?s)?;?|(?:true|false|null|none|auto),?;?|[{\[].*"
)


@dataclass(slots=True)
class Place:
    """A candidate with the start of its name chosen."""

    candidate: Candidate
    start: int
    key: str
    clean: bool
    opens: int
    """`OPENS_BLOCK` where a block or an unwrapped line opens, else `INSIDE_LINE`."""


@dataclass(slots=True)
class Evidence:
    """Counts for a name over the whole text."""

    words: list[str]
    marked: Counter[str] = field(default_factory=Counter)
    opening: int = 0
    inside: int = 0
    total: int = 0


def weigh_names(tokens: Tokens, places: list[Place]) -> dict[str, Evidence]:
    """The evidence for each folded name."""
    evidence: dict[str, Evidence] = {}
    for place in places:
        if place.key not in evidence:
            evidence[place.key] = Evidence(name_text(tokens, place.start, place.candidate.last).split())
        entry = evidence[place.key]
        entry.total += 1
        if place.candidate.marked:
            entry.marked[place.candidate.marked] += 1
        if place.opens == OPENS_BLOCK:
            entry.opening += 1
        elif place.clean and not place.candidate.affiliated:
            entry.inside += 1
    return evidence


def find_only_notation(places: list[Place], strong: set[str]) -> frozenset[str]:
    """The notation that every label of the text has, if there is one.

    An author who sets labels in bold sets them all so; any other colon belongs to the text.
    """
    bold = sum(place.candidate.marked == "bold" for place in places)
    plain = sum(place.candidate.marked != "bold" and place.key in strong for place in places)
    if bold > plain and (bold > 1 or places[0].candidate.marked == "bold"):
        return frozenset({"bold", "arrow"})
    return frozenset()


def find_strong_names(
    tokens: Tokens, places: list[Place], evidence: dict[str, Evidence], lexicon: Lexicon
) -> set[str]:
    """Names that are labels by repetition: at the head of blocks, or after sentences throughout the text."""
    strong = _find_small_names(tokens, places, evidence, lexicon)
    asked = (
        find_pair(place.key for place in places if place.opens == OPENS_BLOCK or place.candidate.marked) or ()
    )
    lower = {place.key for place in places if place.candidate.lower}
    for key, entry in evidence.items():
        clean = entry.opening + entry.inside
        if key in asked:
            strong.add(key)
        elif not entry.words or clean < 2 or key in lower:
            continue
        elif (
            (name_length(entry.words, lexicon.titles) > 1 or entry.opening or clean >= ENOUGH_LABELS)
            and 2 * clean > entry.total
            and (clean >= ENOUGH_LABELS or is_plausible(entry.words, lexicon))
        ):
            strong.add(key)
    if any(evidence[key].opening for key in strong):
        # A speaker who never opens a block, in a text whose labels are clear otherwise: "Host: Hi. Guest: Thanks."
        strong |= {
            key
            for key, entry in evidence.items()
            if entry.inside > 1 and entry.inside == entry.total and is_plausible(entry.words, lexicon)
        }
    # A phrase or two with a colon in running prose ("Feeling good: …") make no dialogue.
    total = sum(evidence[key].opening + evidence[key].inside for key in strong)
    if not any(evidence[key].opening for key in strong) and total < ENOUGH_LABELS:
        return set()
    return strong


def _find_small_names(
    tokens: Tokens, places: list[Place], evidence: dict[str, Evidence], lexicon: Lexicon
) -> set[str]:
    """Names in small letters, ``man:`` or the initials of minutes ``mk:``, that open many of the blocks.

    One that is rare is a name beside others: together they open most of the blocks, and each is short. What stands in
    code is none: ``color: #333;``.
    """
    small: dict[str, int] = {}
    for place in places:
        if place.candidate.lower and place.opens == OPENS_BLOCK and not _leads_code(tokens, place):
            small[place.key] = small.get(place.key, 0) + 1
    names = {
        key
        for key in small
        if key not in lexicon.function_words
        and key not in lexicon.small_talk
        and is_plausible(key.split(), lexicon, once=small[key] < 3)
    }
    blocks = max(sum(place.opens == OPENS_BLOCK for place in places), 1)
    often = {key for key in names if small[key] >= 3 and small[key] >= 0.2 * blocks}
    initials = {key for key in names if len(key) <= LONGEST_INITIALS or evidence[key].words == [key.upper()]}
    repeated = {key for key in names if small[key] > 1}
    together = sum(small[key] for key in repeated | often)
    if len(repeated) > 1 and together >= 0.5 * blocks and together >= ENOUGH_SMALL:
        return often | repeated | initials
    return often


def _leads_code(tokens: Tokens, place: Place) -> bool:
    """Whether a line of code follows the colon: it ends in a sign of code, or holds a colour or a size."""
    end = place.candidate.end
    stop = end
    while stop < len(tokens) and stop - end < _LONGEST_CODE and (stop == end or not tokens.opens[stop]):
        stop += 1
    texts = tokens.texts[end:stop]
    if not texts:
        return False
    return (
        texts[-1].endswith((";", "{", "}", ",")) and (texts[-1][-1] != "," or len(texts) == 1)
    ) or _CODE.fullmatch(texts[0]) is not None
