"""Labels that end in a colon, distinguished from sentences with a colon by evidence over the whole text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from captious.transcripts.candidates import Candidate, follows_nick, name_key, name_text
from captious.transcripts.evidence import (
    ENOUGH_LABELS,
    Evidence,
    Place,
    find_only_notation,
    find_strong_names,
    weigh_names,
)
from captious.transcripts.names import is_office, is_plausible, is_section_name, is_title, name_length
from captious.transcripts.timestamps import parse_timestamp
from captious.transcripts.tokens import INSIDE_LINE, OPENS_BLOCK

if TYPE_CHECKING:
    from captious.lexicon import Lexicon
    from captious.transcripts.tokens import Tokens


def find_colon_labels(
    tokens: Tokens, candidates: list[Candidate], lexicon: Lexicon, *, wrapped: bool
) -> list[Place]:
    """The candidates that are labels, in order.

    Args:
        tokens: the whole text.
        candidates: colons and chevrons.
        lexicon: titles and function words of its language.
        wrapped: whether lines are broken inside sentences.
    """
    places = _choose_starts(tokens, candidates, wrapped=wrapped)
    return _accept(tokens, places, weigh_names(tokens, places), lexicon)


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
        head = tokens.opens[candidate.opening]
        opens_turn = head == OPENS_BLOCK or (head != INSIDE_LINE and not wrapped)
        # "STEVE GIBSON:" is not "GIBSON:" where a line opens with it.
        if not opens_turn and candidate.marked not in {"bold", "arrow", "timestamp"}:
            keys = [name_key(tokens, at, candidate.last) for at in range(start, candidate.last)]
            start += max(range(len(keys)), key=lambda offset: (clean[keys[offset]], -offset))
        offset = start - candidate.first
        opens = tokens.opens[candidate.opening if offset == 0 else start]
        if not opens and start and tokens.texts[start - 1][-1] == ">" and follows_nick(tokens, start):
            opens = OPENS_BLOCK
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
    strong = find_strong_names(tokens, places, evidence, lexicon)
    bold = [
        place
        for place in places
        if place.candidate.marked == "bold" and _may_be_bold(place, evidence[place.key], lexicon)
    ]
    if len(bold) == 1 and 2 * bold[0].start > len(tokens):
        # one word in emphasis far below the head of a text is a note: "**Sponsorship:** ..."
        places = [place for place in places if place is not bold[0]]
    if only := find_only_notation(places, strong):
        # Where all names are in capitals, a plain one is a label whose emphasis was lost.
        upper = sum(_written(tokens, place).isupper() for place in bold)
        capitals = upper >= ENOUGH_LABELS and 10 * upper >= 9 * len(bold)
        return [
            place
            for place in places
            if (place.candidate.marked in only and _may_be_bold(place, evidence[place.key], lexicon))
            or (capitals and place.clean and _is_in_capitals(tokens, place, lexicon))
        ]
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
    all_capitals = all(" ".join(evidence[key].words).isupper() for key in strong)
    accepted: list[Place] = []
    for index, place in enumerate(places):
        entry = evidence[place.key]
        if is_section_name(place.key):
            if index + 1 == len(places):
                if place.opens != INSIDE_LINE:
                    accepted.append(place)
                continue
            if _is_empty(tokens, place, places[index + 1]):
                accepted.append(place)
                continue
            if place.opens != OPENS_BLOCK:
                continue
        if place.candidate.marked == "arrow" or place.key in strong:
            if place.clean or place.opens == OPENS_BLOCK or (glued and entry.inside + entry.opening > 2):
                accepted.append(place)
        elif place.candidate.marked or _is_unmistakable(place, entry, strong, lexicon):
            accepted.append(place)
        elif (
            place.candidate.lower
            or place.candidate.affiliated
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
            written = " ".join(entry.words)
            capitals = all_capitals and length == 1 and written.isupper() and len(written) > 2
            if (2 <= length <= longest or titled or capitals) and _starts_speech(tokens, place):
                accepted.append(place)
    # Labels of breaks and jingles alone make no dialogue.
    return accepted if any(not is_section_name(place.key) for place in accepted) else []


def _written(tokens: Tokens, place: Place) -> str:
    return name_text(tokens, place.start, place.candidate.last)


def _is_in_capitals(tokens: Tokens, place: Place, lexicon: Lexicon) -> bool:
    """Whether a name has the form of the others, all in capitals."""
    written = _written(tokens, place)
    return written.isupper() and len(written) > 1 and is_plausible(written.split(), lexicon, once=True)


def _may_be_bold(place: Place, entry: Evidence, lexicon: Lexicon) -> bool:
    """Whether a label in emphasis is one, and no ``**Disclaimer:**`` that is there once."""
    return entry.total > 1 or not place.key or len(entry.words) > 1 or is_plausible(entry.words, lexicon)


def _is_unmistakable(place: Place, entry: Evidence, strong: set[str], lexicon: Lexicon) -> bool:
    """Whether a name that is there once is one in full of a speaker, or is written as only labels are.

    ``ANNA LIND, HOST:`` leads ``LIND:``; ``MR. STEEN:`` and ``THE COURT:`` open a line of any hearing.
    """
    words = entry.words
    if not place.clean or not words:
        return False
    capitals = place.candidate.opening == place.start and all(word.isupper() for word in words)
    if place.candidate.affiliated:
        parts = place.key.split()
        return len(parts) > 1 and (capitals or bool({parts[0], parts[-1]} & strong))
    led = len(words) > 1 and (is_title(words[0].capitalize(), lexicon.titles) or is_office(words))
    return led and all(word.isupper() for word in words) and is_plausible(words, lexicon)


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
