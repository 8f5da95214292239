"""Evidence for a name over the whole text: how often, where and in which notation it stands before a colon."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.transcripts.candidates import Candidate, name_text
from captious.transcripts.names import is_plausible, name_length
from captious.transcripts.tokens import OPENS_BLOCK

if TYPE_CHECKING:
    from captious.lexicon import Lexicon
    from captious.transcripts.tokens import Tokens

ENOUGH_LABELS = 6
"""From this many labels in the middle of lines on, the text sets them there; fewer may be chance."""


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
        elif place.clean:
            entry.inside += 1
    return evidence


def find_only_notation(places: list[Place], strong: set[str]) -> frozenset[str]:
    """The notations that every label of the text has, if there are any.

    An author who sets labels in bold, or on lines of their own with a time, sets them all so; any other colon
    belongs to the text.
    """
    for mark in ("bold", "head"):
        marked = sum(place.candidate.marked == mark for place in places)
        plain = sum(place.candidate.marked != mark and place.key in strong for place in places)
        if marked > plain and (marked > 1 or places[0].candidate.marked == mark):
            return frozenset({mark, "arrow"})
    return frozenset()


def find_strong_names(places: list[Place], evidence: dict[str, Evidence], lexicon: Lexicon) -> set[str]:
    """Names that are labels by repetition: at the head of blocks, or after sentences throughout the text."""
    strong = set()
    asked = {"q", "a"} <= evidence.keys() and min(evidence["q"].opening, evidence["a"].opening) > 0
    blocks = max(sum(place.opens == OPENS_BLOCK for place in places), 1)
    lower = {place.key for place in places if place.candidate.lower}
    for key, entry in evidence.items():
        clean = entry.opening + entry.inside
        if key in {"q", "a"} and asked:
            strong.add(key)
        elif not entry.words or clean < 2:
            continue
        elif key in lower:
            if entry.opening >= 3 and entry.opening >= 0.2 * blocks and key not in lexicon.function_words:
                strong.add(key)
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
