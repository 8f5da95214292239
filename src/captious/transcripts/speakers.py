"""Speaker labels, distinguished from sentences with a colon by evidence over the whole text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.transcripts.candidates import Candidate, find_candidates, is_wrapped, name_key, name_text
from captious.transcripts.evidence import (
    ENOUGH_LABELS,
    Evidence,
    Place,
    find_only_notation,
    find_strong_names,
    weigh_names,
)
from captious.transcripts.names import fold, is_plausible, is_section_name, is_title, name_length
from captious.transcripts.timestamps import parse_timestamp
from captious.transcripts.tokens import INSIDE_LINE, OPENS_BLOCK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.timestamps import Timestamp
    from captious.transcripts.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Label:
    """A label.

    Args:
        start: index of its first token.
        end: index one past its last token.
        name: ``None`` for a chevron without a name.
        timestamp: the time beside the name.
        aside: text in brackets beside the name, as in ``Anna (on the phone):``.
    """

    start: int
    end: int
    name: str | None
    timestamp: Timestamp | None = None
    aside: str = ""


def find_labels(tokens: Tokens, lexicon: Lexicon, speaker_list: Sequence[str] = ()) -> list[Label]:
    """Find the labels of a text, in order, without overlap.

    Args:
        tokens: the whole text.
        lexicon: titles and function words of its language.
        speaker_list: names; when given, these are the only labels, wherever a colon or a time follows them.

    Returns:
        Each name spelled as it is spelled most often.
    """
    wrapped = is_wrapped(tokens)
    candidates = find_candidates(tokens, lexicon, wrapped=wrapped)
    if speaker_list:
        return _in_speaker_list(tokens, candidates, lexicon, speaker_list)
    places = _choose_starts(tokens, candidates, wrapped=wrapped)
    evidence = weigh_names(tokens, places)
    accepted = _accept(tokens, places, evidence, lexicon)
    return _labels(tokens, accepted)


def _choose_starts(tokens: Tokens, candidates: list[Candidate], *, wrapped: bool) -> list[Place]:
    """Decide how far back each name reaches: to where it begins a turn in most places, the longest in a tie.

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
        if candidate.marked not in {"bold", "head", "arrow", "timestamp"}:
            keys = [name_key(tokens, at, candidate.last) for at in range(start, candidate.last)]
            start += max(range(len(keys)), key=lambda offset: (clean[keys[offset]], -offset))
        offset = start - candidate.first
        opens = tokens.opens[candidate.opening if offset == 0 else start]
        places.append(
            Place(
                candidate,
                start,
                name_key(tokens, start, candidate.last),
                bool(candidate.marked) or candidate.forms[offset],
                OPENS_BLOCK if opens == OPENS_BLOCK or (opens and not wrapped) else INSIDE_LINE,
            )
        )
    return places


def _accept(
    tokens: Tokens, places: list[Place], evidence: dict[str, Evidence], lexicon: Lexicon
) -> list[Place]:
    strong = find_strong_names(places, evidence, lexicon)
    if only := find_only_notation(places, strong):
        return [place for place in places if place.candidate.marked in only]
    inside = sum(evidence[key].inside for key in strong)
    opening = sum(evidence[key].opening for key in strong)
    glued = inside >= ENOUGH_LABELS or inside > opening
    longest = max((name_length(evidence[key].words, lexicon.titles) for key in strong), default=2)
    blocks = sum(opens == OPENS_BLOCK for opens in tokens.opens)
    lines = sum(opens != INSIDE_LINE for opens in tokens.opens)
    heads_of_blocks = sum(place.opens == OPENS_BLOCK and not place.candidate.lower for place in places)
    sure = [_starts_speech(tokens, place) for place in places if place.key in strong]
    # Where turns begin in lower case anyway, or every line has a label, that is no evidence against one of them.
    relaxed = 10 * sum(sure) < 8 * len(sure) or (heads_of_blocks > 1 and heads_of_blocks >= lines)
    accepted: list[Place] = []
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
            place.candidate.lower
            or not place.clean
            or not is_plausible(entry.words, lexicon, once=entry.total == 1)
        ):
            continue
        elif place.opens == OPENS_BLOCK:
            most = opening >= inside if strong else 2 * heads_of_blocks >= blocks
            if (
                most
                and (relaxed or _starts_speech(tokens, place))
                and not _is_headline(tokens, places, index)
            ):
                accepted.append(place)
        elif glued and strong:
            length = name_length(entry.words, lexicon.titles)
            titled = is_title(entry.words[0], lexicon.titles)
            if (2 <= length <= longest or titled) and _starts_speech(tokens, place):
                accepted.append(place)
    # Labels of breaks and jingles alone make no dialogue.
    return accepted if any(not is_section_name(place.key) for place in accepted) else []


def _is_empty(tokens: Tokens, place: Place, following: Place) -> bool:
    """Whether nothing but times stands between a label and the next."""
    start, end = (
        place.candidate.end,
        following.candidate.opening if following.start == following.candidate.first else following.start,
    )
    return end - start <= 3 and all(
        text in {"to", "-", "–"} or parse_timestamp(text) is not None for text in tokens.texts[start:end]
    )


def _starts_speech(tokens: Tokens, place: Place) -> bool:
    """Whether what follows a colon can begin a turn, as "Hi." does and "the good parts" does not."""
    end = place.candidate.end
    if end >= len(tokens):
        return True
    following = tokens.texts[end].lstrip("\"'“‘«([*…-–—")
    return not following or not following[0].islower()


def _is_headline(tokens: Tokens, places: list[Place], index: int) -> bool:
    """Whether the first line is a title with a colon: it ends without a punctuation mark, the turns below with one."""
    place = places[index]
    if index or place.start or index + 4 > len(places):
        return False
    ends = [following.candidate.opening - 1 for following in places[1:]]
    marked = [tokens.texts[end].rstrip("\"'”’)]").endswith((".", "!", "?", "…")) for end in ends]
    one_line = tokens.opens[ends[0] + 1] != INSIDE_LINE and not any(tokens.opens[1 : ends[0] + 1])
    return one_line and not marked[0] and 10 * sum(marked[1:]) >= 8 * (len(marked) - 1)


def _in_speaker_list(
    tokens: Tokens, candidates: list[Candidate], lexicon: Lexicon, speaker_list: Sequence[str]
) -> list[Label]:
    names = {fold(name): name for name in speaker_list}
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
            labels.append(Label(opening, candidate.end, name, candidate.timestamp))
            break
    return _without_overlap(labels)


def _labels(tokens: Tokens, places: list[Place]) -> list[Label]:
    spellings: dict[str, Counter[str]] = {}
    for place in places:
        text = name_text(tokens, place.start, place.candidate.last)
        spellings.setdefault(place.key, Counter())[text] += 1
    labels = []
    for place in places:
        candidate = place.candidate
        opening = candidate.opening if place.start == candidate.first else place.start
        name = spellings[place.key].most_common(1)[0][0] if place.key else None
        labels.append(Label(opening, candidate.end, name, candidate.timestamp, _aside(tokens, candidate)))
    return _without_overlap(labels)


def _aside(tokens: Tokens, candidate: Candidate) -> str:
    beside = tokens.texts[candidate.last : candidate.end]
    if candidate.first == candidate.last:
        return ""
    return " ".join(text.rstrip(":：") for text in beside if parse_timestamp(text) is None).strip()


def _without_overlap(labels: list[Label]) -> list[Label]:
    """Resolve two candidates for a chevron before a name: the one with the name wins; otherwise the first."""
    kept: list[Label] = []
    for label in labels:
        if kept and label.start < kept[-1].end:
            if kept[-1].name is None and label.name is not None:
                kept[-1] = label
            continue
        kept.append(label)
    return kept
