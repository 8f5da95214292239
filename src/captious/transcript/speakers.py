"""Who speaks from where on: labels told from sentences with a colon by evidence over the whole text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.transcript.candidates import Candidate, find_candidates, is_wrapped, name_key, name_text
from captious.transcript.names import fold, is_plausible, is_section_name, is_title, name_length
from captious.transcript.stamps import parse_stamp
from captious.transcript.tokens import INSIDE_LINE, OPENS_BLOCK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.transcript.stamps import Stamp
    from captious.transcript.tokens import Tokens

ENOUGH_LABELS = 6
"""So many labels in the middle of lines make a text one that glues them there; a text may hold fewer by chance."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label.

    Args:
        start: index of its first token.
        end: index one past its last token.
        name: ``None`` for a chevron without a name.
        stamp: the time beside the name.
    """

    start: int
    end: int
    name: str | None
    stamp: Stamp | None = None


@dataclass(slots=True)
class _Place:
    """A candidate with the start of its name chosen."""

    candidate: Candidate
    start: int
    key: str
    clean: bool
    opens: int
    """`OPENS_BLOCK` where a block or an unwrapped line opens, else `INSIDE_LINE`."""


@dataclass(slots=True)
class _Evidence:
    """What the whole text says about a name."""

    words: list[str]
    marked: Counter[str] = field(default_factory=Counter)
    opening: int = 0
    inside: int = 0
    total: int = 0


def find_labels(tokens: Tokens, lexicon: Lexicon, roster: Sequence[str] = ()) -> list[Label]:
    """The labels of a text, in order, not overlapping.

    Args:
        tokens: the whole text.
        lexicon: titles and function words of its language.
        roster: names; when given, these are the only labels, wherever a colon or a time follows them.

    Returns:
        Each name spelled as it is spelled most often.
    """
    wrapped = is_wrapped(tokens)
    candidates = find_candidates(tokens, lexicon, wrapped=wrapped)
    if roster:
        return _on_roster(tokens, candidates, lexicon, roster)
    places = _choose_starts(tokens, candidates, wrapped=wrapped)
    evidence = _weigh(tokens, places)
    accepted = _accept(tokens, places, evidence, lexicon)
    return _labels(tokens, accepted)


def _choose_starts(tokens: Tokens, candidates: list[Candidate], *, wrapped: bool) -> list[_Place]:
    """How far back each name reaches: to where it begins a turn in most places, the longest where they tie.

    "Google Sanyam Bhutani:" is Sanyam Bhutani, who begins a sentence everywhere else; "Dr. Sebastian Raschka:"
    is not Sebastian Raschka, who never does without his title.
    """
    clean: Counter[str] = Counter()
    for candidate in candidates:
        for offset, form in enumerate(candidate.forms):
            if form:
                clean[name_key(tokens, candidate.first + offset, candidate.last)] += 1
    places = []
    for candidate in candidates:
        start = candidate.first
        if candidate.marked not in {"bold", "head", "arrow", "stamp"}:
            keys = [name_key(tokens, at, candidate.last) for at in range(start, candidate.last)]
            start += max(range(len(keys)), key=lambda offset: (clean[keys[offset]], -offset))
        offset = start - candidate.first
        opens = tokens.opens[candidate.opening if offset == 0 else start]
        places.append(
            _Place(
                candidate,
                start,
                name_key(tokens, start, candidate.last),
                bool(candidate.marked) or candidate.forms[offset],
                OPENS_BLOCK if opens == OPENS_BLOCK or (opens and not wrapped) else INSIDE_LINE,
            )
        )
    return places


def _weigh(tokens: Tokens, places: list[_Place]) -> dict[str, _Evidence]:
    evidence: dict[str, _Evidence] = {}
    for place in places:
        if place.key not in evidence:
            evidence[place.key] = _Evidence(name_text(tokens, place.start, place.candidate.last).split())
        entry = evidence[place.key]
        entry.total += 1
        if place.candidate.marked:
            entry.marked[place.candidate.marked] += 1
        if place.opens == OPENS_BLOCK:
            entry.opening += 1
        elif place.clean:
            entry.inside += 1
    return evidence


def _accept(
    tokens: Tokens, places: list[_Place], evidence: dict[str, _Evidence], lexicon: Lexicon
) -> list[_Place]:
    strong = _strong_names(places, evidence, lexicon)
    if only := _only_notation(places, strong):
        return [place for place in places if place.candidate.marked in only]
    inside = sum(evidence[key].inside for key in strong)
    opening = sum(evidence[key].opening for key in strong)
    glued = inside >= ENOUGH_LABELS or inside > opening
    longest = max((name_length(evidence[key].words, lexicon.titles) for key in strong), default=2)
    blocks = sum(opens == OPENS_BLOCK for opens in tokens.opens)
    heads_of_blocks = sum(place.opens == OPENS_BLOCK and not place.candidate.lower for place in places)
    accepted: list[_Place] = []
    for index, place in enumerate(places):
        entry = evidence[place.key]
        if is_section_name(place.key):
            if index + 1 == len(places) or _is_empty(tokens, place, places[index + 1]):
                accepted.append(place)
                continue
            if place.opens != OPENS_BLOCK:
                continue
        if place.candidate.marked == "arrow" or place.key in strong:
            if place.clean or place.opens == OPENS_BLOCK or (glued and entry.inside + entry.opening > 2):
                accepted.append(place)
        elif place.candidate.marked:
            accepted.append(place)
        elif (
            place.candidate.lower or not place.clean or not is_plausible(entry.words, lexicon.function_words)
        ):
            continue
        elif place.opens == OPENS_BLOCK:
            most = opening >= inside if strong else 2 * heads_of_blocks >= blocks
            if most and _starts_speech(tokens, place):
                accepted.append(place)
        elif glued and strong:
            length = name_length(entry.words, lexicon.titles)
            titled = is_title(entry.words[0], lexicon.titles)
            if (2 <= length <= longest or titled) and _starts_speech(tokens, place):
                accepted.append(place)
    # Marks of breaks and jingles alone make no dialogue.
    return accepted if any(not is_section_name(place.key) for place in accepted) else []


def _is_empty(tokens: Tokens, place: _Place, following: _Place) -> bool:
    """Whether nothing but times stands between a label and the next."""
    start, end = (
        place.candidate.end,
        following.candidate.opening if following.start == following.candidate.first else following.start,
    )
    return end - start <= 3 and all(
        text in {"to", "-", "–"} or parse_stamp(text) is not None for text in tokens.texts[start:end]
    )


def _only_notation(places: list[_Place], strong: set[str]) -> frozenset[str]:
    """The marks that every label of the text bears, if there are such.

    An author who sets labels in bold, or on lines of their own with a time, sets them all so; any other colon
    belongs to the text.
    """
    for mark in ("bold", "head"):
        marked = sum(place.candidate.marked == mark for place in places)
        plain = sum(place.candidate.marked != mark and place.key in strong for place in places)
        if marked > plain and (marked > 1 or places[0].candidate.marked == mark):
            return frozenset({mark, "arrow"})
    return frozenset()


def _strong_names(places: list[_Place], evidence: dict[str, _Evidence], lexicon: Lexicon) -> set[str]:
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
            and (clean >= ENOUGH_LABELS or is_plausible(entry.words, lexicon.function_words))
        ):
            strong.add(key)
    # A phrase or two with a colon in running prose ("Feeling good: …") make no dialogue.
    total = sum(evidence[key].opening + evidence[key].inside for key in strong)
    if not any(evidence[key].opening for key in strong) and total < ENOUGH_LABELS:
        return set()
    return strong


def _starts_speech(tokens: Tokens, place: _Place) -> bool:
    """Whether what follows a colon can begin a turn, as "Hi." does and "the good parts" does not."""
    end = place.candidate.end
    if end >= len(tokens):
        return True
    following = tokens.texts[end].lstrip("\"'“‘«([*…-–—")
    return not following or not following[0].islower()


def _on_roster(
    tokens: Tokens, candidates: list[Candidate], lexicon: Lexicon, roster: Sequence[str]
) -> list[Label]:
    names = {fold(name): name for name in roster}
    labels = []
    for candidate in candidates:
        if candidate.marked == "arrow" and candidate.first == candidate.last:
            labels.append(Label(candidate.opening, candidate.end, None))
            continue
        for start in range(candidate.first, candidate.last):
            name = names.get(name_key(tokens, start, candidate.last))
            if name is None:
                continue
            opening = candidate.opening if start == candidate.first else start
            while opening > candidate.first and is_title(tokens.texts[opening - 1], lexicon.titles):
                opening -= 1
            labels.append(Label(opening, candidate.end, name, candidate.stamp))
            break
    return _without_overlap(labels)


def _labels(tokens: Tokens, places: list[_Place]) -> list[Label]:
    spellings: dict[str, Counter[str]] = {}
    for place in places:
        text = name_text(tokens, place.start, place.candidate.last)
        spellings.setdefault(place.key, Counter())[text] += 1
    labels = []
    for place in places:
        candidate = place.candidate
        opening = candidate.opening if place.start == candidate.first else place.start
        name = spellings[place.key].most_common(1)[0][0] if place.key else None
        labels.append(Label(opening, candidate.end, name, candidate.stamp))
    return _without_overlap(labels)


def _without_overlap(labels: list[Label]) -> list[Label]:
    """A chevron before a name gives two candidates: the one with the name wins; otherwise the first."""
    kept: list[Label] = []
    for label in labels:
        if kept and label.start < kept[-1].end:
            if kept[-1].name is None and label.name is not None:
                kept[-1] = label
            continue
        kept.append(label)
    return kept
